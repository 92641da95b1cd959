import type { Parsed } from '../platform';
import { meaningOfLog } from '../../text/log-words';
import { cleanText } from '../../text/table';
import { logReadings, type LogLine } from '../log-readings';
import { answerOf, plainLines, unreadable } from '../values';

const entry = /^[A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d \S+ \S/;
const none = /^-- No entries --$/;
const mark = /^-- \S.* --$/;
/** What the journal tells somebody who may not see all of it. */
const partly = /^Hint: You are currently not seeing messages\b|\binsufficient permissions\b/i;

/** `journalctl -p err …`: errors of a stretch of time, oldest first. An account that sees only a part proves nothing. */
export function parseErrors(text: string): Parsed {
  const { lines: all, endsInLineEnd } = cleanText(text);
  const end = all.at(-1) ?? '';
  if (!endsInLineEnd && entry.test(end)) return unreadable('cut', end);
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const hidden = lines.find((line) => partly.test(line));
  if (hidden !== undefined) return unreadable('not-understood', hidden);
  const quiet = lines.find((line) => none.test(line));
  const start = lines.findIndex((line) => entry.test(line));
  const first = quiet ?? lines[start];
  if (first === undefined) return unreadable('not-understood', lines[0]);
  const found: LogLine[] = [];
  for (const line of start < 0 ? [] : lines.slice(start)) {
    if (entry.test(line)) found.push({ subject: meaningOfLog(line) ?? 'error', line });
    // The rest of a message that runs over several lines is indented.
    else if (!/^\s/.test(line) && !mark.test(line)) return unreadable('not-understood', line);
  }
  return answerOf(logReadings(found, 'last', first, ['error']), lines.at(-1));
}
