import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { ownClock } from '../dialects/ios/clock';
import { answerOf, syncReading, unreadable } from '../values';

const clockLine = /^\s*Clock is (synchronized|unsynchronized|not synchronized)\s*,/i;

const lastNtpLine = /^\s*root dispersion is \S+ \S+, peer dispersion is \S/i;

/** `show ntp status`: whether the clock follows a server; the dispersions end the answer. */
export function parseNtp(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const off = answer.lines.find((each) => /^\s*(?:%\s*)?NTP is not enabled\b/i.test(each));
  if (off !== undefined) return answerOf([syncReading(false, off)], off);
  const line = answer.lines.find((each) => clockLine.test(each));
  if (line === undefined) return unreadable('not-understood', answer.lines[0]);
  if (!answer.lines.some((each) => lastNtpLine.test(each))) return unreadable('cut', lastLine(text));
  const isFollowing = !ownClock.test(line) && /^synchronized$/i.test(clockLine.exec(line)?.[1] ?? '');
  return answerOf([syncReading(isFollowing, line)], line);
}

// `536,870,912 bytes flash total (33,030,144 bytes free)`; RGOS 10 says `bytes total`.
const totalLine = /^\s*([\d,]+) bytes (?:flash )?total \(([\d,]+) bytes free\)\s*$/i;

/** `dir`: room in flash by the last line. */
export function parseDir(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const isListing = answer.lines.some((line) => /^\s*Directory of /i.test(line));
  const line = answer.lines.find((each) => totalLine.test(each));
  if (line === undefined) {
    return isListing ? unreadable('cut', lastLine(text)) : unreadable('not-understood', answer.lines[0]);
  }
  const [totalBytes = NaN, freeBytes = NaN] = (totalLine.exec(line) ?? [])
    .slice(1)
    .map((word) => Number(word.replaceAll(',', '')));
  if (!(totalBytes > 0) || !(freeBytes <= totalBytes)) return unreadable('not-understood', line);
  const reading: AnyReading = {
    kind: 'flash',
    subject: '',
    values: { freeBytes, totalBytes },
    status: null,
    line: line.trim(),
  };
  return answerOf([reading], line);
}
