import type { Report, ReportDevice, ReportFinding } from '../../../shared/model/report';
import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';
import type { Level, Verdict } from '../../../shared/model/verdict';

/** One thing that is not normal, in words, with what the device itself said. */
export type ProblemLine = {
  readonly level: Exclude<Verdict, 'pass'>;
  /** What was found and about what: `温度 1/CMMA：…`. */
  readonly sentence: string;
  /** The device's own line; empty where there was none. */
  readonly quote: string;
};

/** A device that is not normal, with its lines, the worst first. */
export type ProblemDevice = {
  readonly name: string;
  readonly host: string;
  readonly verdict: Exclude<Verdict, 'pass'>;
  readonly lines: readonly ProblemLine[];
};

/** 异常 before 注意 before 判不了, as a device's own verdict is made. */
const order: Readonly<Record<Level, number>> = { fail: 0, warn: 1, unknown: 2, pass: 3, 'n/a': 4 };

/** Every device that is not normal, the worst first; equal ones stay in the report's order. */
export function problemDevices(report: Pick<Report, 'devices'>, locale: Locale): readonly ProblemDevice[] {
  return report.devices
    .flatMap((device) => {
      const { name, host, verdict } = device;
      return verdict === 'pass' ? [] : [{ name, host, verdict, lines: linesOf(device, verdict, locale) }];
    })
    .toSorted((a, b) => order[a.verdict] - order[b.verdict]);
}

/** Text on one line: control characters, line ends and runs of blanks become one blank; cut to `maxChars`. */
export function oneLine(text: string, maxChars: number): string {
  const flat = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const chars = Array.from(flat);
  return chars.length <= maxChars ? flat : `${chars.slice(0, maxChars - 1).join('')}…`;
}

function linesOf(device: ReportDevice, verdict: ProblemLine['level'], locale: Locale): readonly ProblemLine[] {
  const wrong = device.findings
    .flatMap((finding) => lineOf(finding, locale))
    .toSorted((a, b) => order[a.level] - order[b.level]);
  if (device.problem === null) return wrong;
  // What stopped the device is said once; what could not be read because of it is not told line by line.
  const whole: ProblemLine = { level: verdict, sentence: oneLine(device.problem, 200), quote: '' };
  const rest = device.findings
    .filter(({ code }) => code === null || code !== device.code)
    .flatMap((finding) => lineOf(finding, locale));
  return [whole, ...rest.filter(({ level }) => level !== 'unknown')];
}

function lineOf({ level, title, subject, sentence, proof }: ReportFinding, locale: Locale): ProblemLine[] {
  if (level === 'pass' || level === 'n/a') return [];
  // A sentence that names its check already does not need the heading twice.
  const head = [sentence.startsWith(title) ? '' : title, sentence.includes(subject) ? '' : subject]
    .filter((part) => part !== '')
    .join(' ');
  const whole = head === '' ? sentence : `${head}${translate(locale, 'message.colon')}${sentence}`;
  return [{ level, sentence: oneLine(whole, 200), quote: oneLine(proof.line, 160) }];
}
