import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, syncReading, unreadable } from '../values';

const heading = /^\s*ID\s+NAME\s+REMOTE\s+REF-ID\s+ST\s+LAST\s+POLL\s+REACH$/;
// Group 1 is the mark of the server that the clock follows.
const row = /^(?:\s*(\*)|\s*[+\-.#ox])?\s*\d+\s+\S+\s+\S+\s+\S+\s+\d+\s+\S+\s+\d+\s+[0-7]{1,3}$/;

/** `show ntp associations`: whether a server is chosen; a drawn line ends the table. */
export function parseAssociations(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  const last = lines.at(-1) ?? '';
  const rows = lines.slice(start + 1).filter((line) => !isDrawn(line));
  const strange = rows.find((line) => !row.test(line));
  if (strange !== undefined) return unreadable('not-understood', strange);
  const [first] = rows;
  if (first === undefined) return unreadable('no-row', lastLine(text));
  if (!isDrawn(last)) return unreadable('cut', last);
  const chosen = rows.find((line) => row.exec(line)?.[1] === '*');
  return answerOf([syncReading(chosen !== undefined, chosen ?? first)], first);
}
