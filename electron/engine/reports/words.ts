import type { Report, ReportDevice, ReportFinding } from '../../../shared/model/report';
import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';
import type { Level } from '../../../shared/model/verdict';
import { valueWords } from '../text/value-words';
import { cleanLine } from './clean-text';
import { worstFinding } from './summary';

/** The word of a level: 正常, 注意, 异常, 判不了, 不适用. */
export function levelWord(level: Level, locale: Locale): string {
  return translate(locale, `level.${level}`);
}

/** What the word means, one sentence. */
export function levelMeaning(level: Level, locale: Locale): string {
  return translate(locale, `report.legend.${level === 'n/a' ? 'na' : level}`);
}

/** Local time of this machine, `2026-11-22 09:03`. */
export function formatTime(epochMs: number): string {
  return `${formatDate(epochMs)} ${two(new Date(epochMs).getHours())}:${two(new Date(epochMs).getMinutes())}`;
}

/** Local date of this machine, `2026-11-22`. */
export function formatDate(epochMs: number): string {
  const date = new Date(epochMs);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** From the start of the run to its end; the date is not said twice. */
export function formatPeriod(report: Report): string {
  const { startedAt, endedAt } = report.run;
  const from = formatTime(startedAt);
  if (endedAt === null) return translate(report.locale, 'report.period.open', { from });
  const to = formatTime(endedAt);
  const sameDay = formatDate(startedAt) === formatDate(endedAt);
  if (from === to) return from;
  return translate(report.locale, 'report.period', { from, to: sameDay ? to.slice(11) : to });
}

/** Seconds with a digit of tenths under a minute. */
export function formatSeconds(ms: number, locale: Locale): string {
  const seconds = ms < 60_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000);
  return translate(locale, 'report.seconds', { seconds });
}

/** 1234567 as 1,234,567. */
export function formatInteger(value: number): string {
  return value.toLocaleString('en-US');
}

/** What a finding was measured against: the limit and where it came from. */
export function limitWords(finding: ReportFinding, locale: Locale): string {
  const { limit, unit, limitSource, reason } = finding;
  if (limit === null) return isState(reason) ? translate(locale, 'report.limit.none') : '—';
  const words = cleanLine(valueWords(limit, unit, locale));
  if (limitSource === null) return words;
  return translate(locale, 'report.limit.sourced', {
    limit: words,
    source: translate(locale, `report.limit.${limitSource}`),
  });
}

function isState(reason: string): boolean {
  return reason.startsWith('status-') || reason === 'redundancy-lost';
}

/** What was found: the value where there is one and it was judged, else the sentence. */
export function resultWords(finding: ReportFinding, locale: Locale): string {
  const { value, unit, level } = finding;
  if (value === null || value === '' || level === 'unknown' || level === 'n/a') return cleanLine(finding.sentence);
  return cleanLine(valueWords(value, unit, locale));
}

/** Name of the check and of the part it looked at. */
export function itemWords(finding: ReportFinding): string {
  return cleanLine(finding.subject === '' ? finding.title : `${finding.title} · ${finding.subject}`);
}

/** The sentence of a finding; the check is named where the sentence does not begin with it. */
function problemSentence(finding: ReportFinding, locale: Locale): string {
  const sentence = cleanLine(finding.sentence);
  if (sentence.startsWith(finding.title) && (finding.subject === '' || sentence.includes(finding.subject))) {
    return sentence;
  }
  return translate(locale, 'report.problems.named', { item: itemWords(finding), sentence });
}

/** The main problem of a device in one sentence; empty for 正常. */
export function mainProblem(device: ReportDevice, locale: Locale): string {
  const worst = worstFinding(device);
  if (worst !== undefined) return problemSentence(worst, locale);
  if (device.verdict === 'pass') return '';
  return cleanLine(device.problem ?? levelMeaning(device.verdict, locale));
}

/** Address with port and protocol: `192.0.2.11:22 (SSH)`. */
export function addressWords(device: ReportDevice): string {
  const host = device.host.includes(':') ? `[${device.host}]` : device.host;
  return cleanLine(`${host}:${device.port} (${device.protocol === 'ssh' ? 'SSH' : 'Telnet'})`);
}

/** The opening sentence of the summary. */
export function overviewSentence(report: Report): string {
  const findings = report.devices.reduce((sum, { counts }) => {
    return sum + counts.pass + counts.warn + counts.fail + counts.unknown;
  }, 0);
  return translate(report.locale, 'report.overview.sentence', {
    period: formatPeriod(report),
    planned: plannedDevices(report),
    done: report.devices.length,
    ...report.counts,
    findings,
    notApplicable: report.notApplicable,
  });
}

/** What the reader must know before the numbers: a run that did not come to its end, devices without a result. */
export function overviewWarnings(report: Report): readonly string[] {
  const { locale, run } = report;
  const missing = plannedDevices(report) - report.devices.length;
  return [
    ...(run.state === 'finished' ? [] : [translate(locale, `report.overview.${run.state}`)]),
    ...(missing > 0 ? [translate(locale, 'report.overview.missing', { count: missing })] : []),
  ];
}

function plannedDevices(report: Report): number {
  return Math.max(report.run.devices, report.devices.length);
}
