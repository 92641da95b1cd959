import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { brokenText, cleanText, firstLine } from '../../../text/table';
import { logLine, unreadable } from './answer';

const severities = ['emergency', 'alert', 'critical', 'error', 'warning', 'notification', 'informational', 'debugging'];
/** Told even when there is none: that a log holds no such line is worth saying. */
const always = ['error', 'warning'];

const titleLine = /^\s*(?:Syslog logging\s*:|Log Buffer \(|Logging (?:buffer|console)\s*:)/i;
const isOff = /^\s*(?:Syslog|Buffer) logging\s*:\s*disabled\b/i;
const levelLine = /^\s*Buffer logging\s*:\s*level ([a-z]+)/i;
// Present where the buffer is kept, also when it holds nothing.
const bufferLine = /^\s*(?:Log Buffer \(|Buffer logging\s*:\s*level\b)/i;

// `2026 Nov 22 06:02:31 LEAF-A1 %…`: NX-OS prints its messages without a head.
const headless = /^\s*\d{4} [A-Z][a-z]{2}\s+\d{1,2} \d\d:\d\d:\d\d(?:\.\d+)? \S+ %/;

/** The least severe messages that the log keeps; all of them where it does not say. */
function keptSeverity(lines: readonly string[]): number {
  const word = lines
    .map((line) => levelLine.exec(line)?.[1]?.toLowerCase())
    .find((each) => each !== undefined)
    ?.replace(/ies$/, 'y')
    .replace(/s$/, '');
  const index = severities.indexOf(word ?? '');
  return index < 0 ? severities.length - 1 : index;
}

/**
 * `show logging`: how many messages of each severity are in the buffer, with the newest of each as proof. Errors and
 * warnings are told also where there are none, unless the log is off or does not keep them.
 */
export function parseLogging(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const messages = clean.lines.flatMap((line) => {
    const severity = logLine.exec(line)?.[1];
    return severity === undefined ? [] : [{ severity: Number(severity), line: line.trim() }];
  });
  const title = clean.lines.find((line) => titleLine.test(line));
  const newest = messages.at(-1)?.line ?? clean.lines.findLast((line) => bufferLine.test(line))?.trim();
  if (newest === undefined && title === undefined) return unreadable('not-understood', firstLine(text));
  const off = clean.lines.find((line) => isOff.test(line));
  // A message alone may be one that fell onto the terminal.
  const isLog = off === undefined && (title !== undefined || messages.some(({ line }) => headless.test(line)));
  const kept = keptSeverity(clean.lines);
  const readings = severities.flatMap((subject, severity): AnyReading[] => {
    const found = messages.filter((message) => message.severity === severity);
    const line = found.at(-1)?.line ?? newest;
    const isTold = found.length > 0 || (isLog && always.includes(subject) && severity <= kept);
    return isTold && line !== undefined
      ? [{ kind: 'log', subject, values: { count: found.length }, status: null, line }]
      : [];
  });
  if (readings.length > 0) return { kind: 'readings', readings };
  // A log that is off, or keeps only what is worse, holds nothing to judge.
  const line = (off ?? title ?? '').trim();
  return { kind: 'readings', readings: [{ kind: 'log', subject: '', values: { count: 0 }, status: null, line }] };
}
