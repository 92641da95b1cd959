import type { Attachment } from '../../../shared/model/channel';
import type { Report } from '../../../shared/model/report';
import type { Locale } from '../../../shared/model/text';
import type { Verdict, VerdictCounts } from '../../../shared/model/verdict';
import { translate, type MessageKey } from '../../../shared/i18n/translate';
import { oneLine, problemDevices, type ProblemDevice } from './message-lines';

/** WxPusher takes 100 characters of summary; the notice fits everywhere. */
const noticeChars = 100;
const devicesTold = 40;
const linesTold = 8;

/** A run in words, before it becomes text, markdown or HTML. */
export type Digest = {
  readonly locale: Locale;
  readonly title: string;
  readonly notice: string;
  readonly verdict: Verdict;
  readonly counts: VerdictCounts;
  readonly devices: number;
  readonly problems: readonly ProblemDevice[];
  /** Devices that are not normal and not told one by one. */
  readonly untold: number;
  /** Names of the normal devices. */
  readonly normal: readonly string[];
  /** Facts of the run, one sentence each: when, how long, what was left out. */
  readonly facts: readonly string[];
};

/** The worst verdict that was counted; nothing counted is 判不了. */
function worstOf(counts: VerdictCounts): Verdict {
  const worst = (['fail', 'warn', 'unknown', 'pass'] as const).find((verdict) => counts[verdict] > 0);
  return worst ?? 'unknown';
}

/** `正常 1 · 注意 1 · 异常 1 · 判不了 1`: always all four, so that nothing unread goes without a word. */
export function countWords(counts: VerdictCounts, locale: Locale): string {
  return (['pass', 'warn', 'fail', 'unknown'] as const)
    .map((verdict) => `${verdictWord(verdict, locale)} ${counts[verdict]}`)
    .join(' · ');
}

/** The word of a verdict: 正常, 注意, 异常, 判不了. */
export function verdictWord(verdict: Verdict, locale: Locale): string {
  return translate(locale, `level.${verdict}`);
}

/** Puts a run into words. `resentAt`: when a person asked to send it once more, epoch milliseconds. */
export function digestOf(
  report: Report,
  locale: Locale,
  attachments: readonly Attachment[],
  resentAt: number | undefined,
): Digest {
  const problems = problemDevices(report, locale);
  const told = problems.slice(0, devicesTold).map((each) => ({ ...each, lines: each.lines.slice(0, linesTold) }));
  const verdict = worstOf(report.counts);
  return {
    locale,
    title: titleOf(report, verdict, locale),
    notice: noticeOf(report, problems, locale),
    verdict,
    counts: report.counts,
    devices: report.devices.length,
    problems: told,
    untold: problems.length - told.length,
    normal: report.devices.filter((device) => device.verdict === 'pass').map(({ name }) => oneLine(name, 64)),
    facts: factsOf(report, locale, attachments, resentAt),
  };
}

/** Local date and minute, the same in every language: `2026-11-22 09:03`. */
export function localMinute(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function titleOf({ run, options }: Report, verdict: Verdict, locale: Locale): string {
  const place = oneLine(options.customer === '' ? options.project : options.customer, 40);
  return translate(locale, place === '' ? 'message.title' : 'message.title.place', {
    verdict: verdictWord(verdict, locale),
    place,
    time: localMinute(run.startedAt).slice(5),
  });
}

function noticeOf(report: Report, problems: readonly ProblemDevice[], locale: Locale): string {
  const key = report.run.state === 'cancelled' ? 'message.notice.cancelled' : 'message.notice.counts';
  const devices = report.devices.length;
  const counts = translate(locale, key, { devices, counts: countWords(report.counts, locale) });
  const then = translate(locale, 'message.notice.then');
  const [worst, next] = problems.map((problem) => shortOf(problem, locale));
  if (worst === undefined) return oneLine(counts, noticeChars);
  const first = `${counts}${then}${worst}`;
  const both = `${first}${next === undefined ? '' : `${translate(locale, 'message.notice.next')}${next}`}`;
  // The next worst is told whole or not at all.
  return oneLine(Array.from(both).length <= noticeChars ? both : first, noticeChars);
}

/** A device and the first sentence of its worst line, without a remark in brackets and what to do about it. */
function shortOf({ name, lines }: ProblemDevice, locale: Locale): string {
  const first = /^.*?(?=[。；]|[.;] |[.;。]$|$)/su.exec(lines[0]?.sentence ?? '')?.[0] ?? '';
  const sentence = first.replace(/(?<!\s)\s*[（(][^（）()]*[）)]$/u, '');
  return sentence === '' ? name : `${name}${translate(locale, 'message.colon')}${sentence}`;
}

function factsOf(
  { run, notApplicable, devices }: Report,
  locale: Locale,
  attachments: readonly Attachment[],
  resentAt: number | undefined,
): readonly string[] {
  const say = (key: MessageKey, values: Readonly<Record<string, string | number>>) => translate(locale, key, values);
  const seconds = Math.max(0, Math.round(((run.endedAt ?? run.startedAt) - run.startedAt) / 1000));
  const time = localMinute(run.startedAt);
  const facts = [
    seconds < 60
      ? say('message.fact.seconds', { time, seconds })
      : say('message.fact.minutes', { time, minutes: Math.floor(seconds / 60), seconds: seconds % 60 }),
  ];
  if (devices.length < run.devices) facts.push(say('message.fact.missing', { missing: run.devices - devices.length }));
  if (notApplicable > 0) facts.push(say('message.fact.not-applicable', { count: notApplicable }));
  if (attachments.length > 0)
    facts.push(
      say('message.fact.attachments', { files: attachments.map((each) => `${each.name} ${sizeOf(each)}`).join('; ') }),
    );
  if (resentAt !== undefined) facts.push(say('message.fact.resent', { time: localMinute(resentAt) }));
  return facts;
}

function sizeOf({ bytes }: Attachment): string {
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
