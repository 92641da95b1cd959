import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { answerOf, syncReading, unreadable } from '../values';

const line = /^\s*NTP (synched to|not synched)\b/i;

/** `show ntp` of PAN-OS: `NTP synched to 192.0.2.5`, `NTP not synched, using local clock`. */
export function parseNtp(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const found = answer.lines.find((each) => line.test(each));
  if (found === undefined) return unreadable('not-understood', answer.lines[0]);
  // Without a server it says `NTP synched to LOCAL`.
  const isSynchronised = /^\s*NTP synched to (?!LOCAL\b)/i.test(found);
  return answerOf([syncReading(isSynchronised, found)], found);
}
