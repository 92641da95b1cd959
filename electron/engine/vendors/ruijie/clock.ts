import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { offsetMinutes } from '../dialects/ios/stamp';
import { answerOf, dayEpochSeconds, unreadable } from '../values';

// `09:41:07 UTC Sun, Nov 22, 2026`; older releases print no commas.
const timeLine =
  /^\s*(\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?\s+([A-Za-z][\w+:-]*)\s+[A-Z][a-z]{2},?\s+([A-Z][a-z]{2})\s+(\d{1,2}),?\s+(\d{4})$/;

/** `show clock` of RGOS: the device's time, where the name of its zone has one meaning. */
export function parseClock(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => timeLine.test(each));
  const [hour, minute, second, zone = '', month = '', day = '', year = ''] = timeLine.exec(line ?? '')?.slice(1) ?? [];
  const start = dayEpochSeconds(year, month, day);
  if (line === undefined || start === undefined) return unreadable('not-understood', line ?? answer.lines[0]);
  const local = start + Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  const utcOffsetMinutes = offsetMinutes(zone);
  const epochSeconds = utcOffsetMinutes === null ? null : local - utcOffsetMinutes * 60;
  const values = { epochSeconds, utcOffsetMinutes, synchronised: null };
  const reading: AnyReading = { kind: 'clock', subject: '', values, status: null, line: line.trim() };
  return answerOf([reading], line);
}
