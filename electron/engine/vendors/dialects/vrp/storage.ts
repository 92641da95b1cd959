import type { Parsed } from '../../platform';
import { answerLines, roomOf } from '../../../text/answer-lines';

/** `dir` of Huawei and H3C: the room on the storage, from the line below the files. */
export function parseDir(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const title = lines.map((line) => /^\s*Directory of (\S+)\s*$/i.exec(line)?.[1]).find((each) => each !== undefined);
  if (title === undefined) return { kind: 'unreadable', reason: 'not-understood', line: lines[0]?.trim() ?? '' };
  const line = lines.find((each) => /\btotal \([^(]*\bfree\)/i.test(each));
  if (line === undefined) return { kind: 'unreadable', reason: 'cut', line: lines.at(-1)?.trim() ?? '' };
  const values = roomOf(line);
  if (values === undefined) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
  return { kind: 'readings', readings: [{ kind: 'flash', subject: title, values, status: null, line: line.trim() }] };
}
