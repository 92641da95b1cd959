import type { AnyReading, ReadingValues } from '../../../shared/model/reading';
import type { Parsed } from './platform';
import { brokenText, cleanText, isNoise, isPromptLike, type Unreadable } from '../text/table';

/** CPU or memory values of a device that prints a percentage and, at most, an average over a minute. */
export function loadValues(percent: number | null, minuteAverage: number | null = null): ReadingValues['cpu'] {
  return { percent, minuteAverage, hourAverage: null, dayAverage: null, hourMaximum: null, limitPercent: null };
}

/** Chassis values of which only some are printed. */
export function chassisValues(known: Partial<ReadingValues['chassis']> = {}): ReadingValues['chassis'] {
  return { model: null, serial: null, partNumber: null, adminStatus: null, role: null, resets: null, ...known };
}

/** Identity values of which only some are printed. */
export function systemValues(known: Partial<ReadingValues['system']>): ReadingValues['system'] {
  return { name: null, model: null, release: null, description: null, contact: null, location: null, ...known };
}

/** Temperature values: now, and the limit above which the device calls it too hot. */
export function temperatureValues(celsius: number | null, limitCelsius: number | null): ReadingValues['temperature'] {
  return {
    celsius,
    dangerCelsius: null,
    thresholdCelsius: limitCelsius,
    rangeLowCelsius: null,
    rangeHighCelsius: null,
  };
}

/** The release that runs. */
export function softwareReading(subject: string, packageName: string, release: string, line: string): AnyReading {
  return {
    kind: 'software',
    subject,
    values: { package: packageName, release, sizeBytes: null, directory: null },
    status: null,
    line: line.trim(),
  };
}

/** How long a device runs, seconds. */
export function uptimeReading(seconds: number, line: string, subject = ''): AnyReading {
  return { kind: 'uptime', subject, values: { seconds }, status: null, line: line.trim() };
}

/** Whether the clock follows a server; the time itself is not known in a fixed zone. */
export function syncReading(isSynchronised: boolean, line: string): AnyReading {
  return {
    kind: 'clock',
    subject: '',
    values: { epochSeconds: null, utcOffsetMinutes: null, synchronised: isSynchronised ? 1 : 0 },
    status: null,
    line: line.trim(),
  };
}

/** What may not be judged, and the line that shows why. */
export function unreadable(reason: Unreadable['reason'], line: string | undefined): Unreadable {
  return { kind: 'unreadable', reason, line: (line ?? '').trim() };
}

/** Readings as a parser's answer; none at all is no row. */
export function answerOf(readings: readonly AnyReading[], lastLine: string | undefined): Parsed {
  return readings.length > 0 ? { kind: 'readings', readings } : unreadable('no-row', lastLine);
}

/**
 * A row that was cut right behind a `#` of its name looks like a prompt; unlike one it has columns. Undefined when the
 * text does not end so.
 */
export function cutRow(text: string): Unreadable | undefined {
  const { lines, endsInLineEnd } = cleanText(text);
  const last = lines.at(-1) ?? '';
  return !endsInLineEnd && /\S\s{2,}\S/.test(last) ? unreadable('cut', last) : undefined;
}

// Left by a pager or the window: these lines are in no answer's layout.
const waiting = /^\s*(?:please wait\.*\s*|(?:-+\s*)?\(?more[^)]*(?:\)\s*(?:-+\s*)?)?)$/i;

// `Nov 22 03:41:07  host chassisd[1234]: …`, `Message from syslogd@host at …`.
const syslog = /^\s*(?:<\d+>)?(?:[A-Z][a-z]{2}\s+\d{1,2} (?:\d{4} )?\d\d:\d\d:\d\d\b|Message from syslogd@)/;

/** True for a log line that fell into an answer. */
export function isLogLine(line: string): boolean {
  return isNoise(line) || syslog.test(line);
}

/**
 * The lines of a whole answer as printed, without blank ones and without the prompt at the end. Unlike `answerLines` it
 * leaves dated lines in: for answers whose rows begin with a date.
 */
export function plainLines(text: string): { readonly kind: 'lines'; readonly lines: readonly string[] } | Unreadable {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const said = clean.lines.filter((line) => line.trim() !== '' && !waiting.test(line));
  const last = said.at(-1);
  return { kind: 'lines', lines: last !== undefined && isPromptLike(last) ? said.slice(0, -1) : said };
}

/** Parts of an uptime as numbers of days, hours, minutes and seconds, missing ones as 0; seconds in all. */
export function secondsOf(
  days: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined = '0',
): number {
  const [d = 0, h = 0, m = 0, s = 0] = [days, hours, minutes, seconds].map((each) => Number(each ?? 0));
  return d * 86_400 + h * 3600 + m * 60 + s;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Start of a day in UTC, epoch seconds; undefined for what is no date. The month is a number or an English name. */
export function dayEpochSeconds(year: string, month: string, day: string): number | undefined {
  const index = /^\d+$/.test(month) ? Number(month) - 1 : months.indexOf(month.slice(0, 3).toLowerCase());
  if (index < 0 || index > 11 || !/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(day)) return undefined;
  const date = new Date(Date.UTC(Number(year), index, Number(day)));
  return date.getUTCDate() === Number(day) ? date.getTime() / 1000 : undefined;
}
