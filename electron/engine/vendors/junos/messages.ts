import type { Parsed } from '../platform';
import { meaningOfLog } from '../../text/log-words';
import { logReadings, type LogLine } from '../log-readings';
import { answerOf, cutRow, plainLines, unreadable } from '../values';

const severities = ['emergency', 'alert', 'critical', 'error', 'warning', 'notification', 'informational', 'debugging'];
const entryLine = /^[A-Z][a-z]{2}\s+\d{1,2}\s+(?:\d{4}\s+)?\d\d:\d\d:\d\d(?:\.\d+)?(?:\s+\d{4})?\s+\S/;
// `%DAEMON-4-RPD_…:`, printed where the device is told to (explicit-priority).
const priority = /\s%[A-Z][A-Z0-9_]*-([0-7])(?:-[A-Z0-9_]+)?:/;
const alarms = [
  ['major', /\bMajor alarm set\b|^(?:(?!\bAlarm set:).)*\bAlarm set:.*\bcolor=RED\b/i],
  ['minor', /\bMinor alarm set\b|^(?:(?!\bAlarm set:).)*\bAlarm set:.*\bcolor=YELLOW\b/i],
] as const;
const roleLine = /^\{[\w:-]+\}$/;

/** What a line counts for: its meaning, its alarm, its severity; most lines print none of them. */
function subjectOf(line: string): string {
  const alarm = alarms.find(([, pattern]) => pattern.test(line))?.[0];
  const severity = priority.exec(line)?.[1];
  return (
    meaningOfLog(line) ?? alarm ?? (severity === undefined ? 'unrated' : (severities[Number(severity)] ?? 'unrated'))
  );
}

/** `show log messages` of Junos, oldest line first. */
export function parseMessages(text: string): Parsed {
  const cut = cutRow(text);
  if (cut !== undefined) return cut;
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const lines = answer.lines.filter((line) => !roleLine.test(line.trim()));
  const start = lines.findIndex((line) => entryLine.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  const found: LogLine[] = [];
  for (const line of lines.slice(start)) {
    // The rest of a message that runs over several lines is indented.
    if (entryLine.test(line)) found.push({ subject: subjectOf(line), line });
    else if (!/^\s/.test(line)) return unreadable('not-understood', line);
  }
  return answerOf(logReadings(found, 'last', lines[start] ?? ''), lines.at(-1));
}
