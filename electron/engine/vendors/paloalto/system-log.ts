import type { Parsed } from '../platform';
import { meaningOfLog } from '../../text/log-words';
import { logReadings, type LogLine } from '../log-readings';
import { answerOf, cutRow, plainLines, unreadable } from '../values';

const heading = /^\s*Time\s+Severity\s+Subtype\s+Object\s+EventID\b/i;
const ruler = /^={3,}\s*$/;
const entry = /^\s*\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d\s+(\S+)\s+\S/;
const severities = /^(?:critical|high|medium|low|informational)$/i;

/** `show log system …` of PAN-OS, newest line first. The heading is printed even where no line follows. */
export function parseSystemLog(text: string): Parsed {
  const cut = cutRow(text);
  if (cut !== undefined) return cut;
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => heading.test(line));
  const title = lines[start];
  if (title === undefined) return unreadable('not-understood', lines[0]);
  if (!ruler.test(lines[start + 1] ?? '')) return unreadable('cut', lines.at(-1));
  const found: LogLine[] = [];
  for (const line of lines.slice(start + 2)) {
    const severity = entry.exec(line)?.[1];
    if (severity !== undefined && severities.test(severity))
      found.push({ subject: meaningOfLog(line) ?? severity.toLowerCase(), line });
    // The rest of a description that runs over several lines is indented.
    else if (severity !== undefined || !/^\s/.test(line)) return unreadable('not-understood', line);
  }
  return answerOf(logReadings(found, 'first', title, ['critical', 'high']), lines.at(-1));
}
