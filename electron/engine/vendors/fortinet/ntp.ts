import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { answerOf, syncReading, unreadable } from '../values';

const line = /^\s*synchronized:\s*(yes|no)\s*,\s*ntpsync:\s*(enabled|disabled)\b/i;

/** `diagnose sys ntp status` of FortiOS. */
export function parseNtp(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const found = answer.lines.find((each) => line.test(each));
  if (found === undefined) return unreadable('not-understood', answer.lines[0]);
  return answerOf([syncReading(/^yes$/i.test(line.exec(found)?.[1] ?? ''), found)], found);
}
