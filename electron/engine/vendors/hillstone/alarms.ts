import type { Parsed } from '../platform';
import { meaningOfLog } from '../../text/log-words';
import { cleanText } from '../../text/table';
import { logReadings, type LogLine } from '../log-readings';
import { answerOf, plainLines, unreadable } from '../values';

const severities: Readonly<Record<string, string>> = {
  EMERG: 'emergency',
  ALERT: 'alert',
  CRIT: 'critical',
  ERR: 'error',
  WARNING: 'warning',
  NOTICE: 'notification',
  INFO: 'informational',
  DEBUG: 'debugging',
};
// `2026-11-22 11:25:04, CRIT@NET: interface ethernet0/1 turn to physical down`
const stamp = /^\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b/;
const entry = /^\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,?\s+(?:[A-Z]+\s+)?([A-Z]+)@\w+\s*:/;

/** `show logging alarm` of StoneOS: as many lines of each severity, the newest by its own time. */
export function parseAlarms(text: string): Parsed {
  const { lines: all, endsInLineEnd } = cleanText(text);
  const end = all.at(-1) ?? '';
  if (!endsInLineEnd && stamp.test(end)) return unreadable('cut', end);
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const dated = answer.lines.filter((line) => stamp.test(line));
  const [first] = dated;
  if (first === undefined) return unreadable('not-understood', answer.lines[0]);
  const found: LogLine[] = [];
  for (const line of dated) {
    const severity = severities[entry.exec(line)?.[1] ?? ''];
    if (severity === undefined) return unreadable('not-understood', line);
    found.push({ subject: meaningOfLog(line) ?? severity, line });
  }
  const byTime = found.toSorted((one, other) => (one.line.trim() < other.line.trim() ? -1 : 1));
  return answerOf(logReadings(byTime, 'last', first), first);
}
