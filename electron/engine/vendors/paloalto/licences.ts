import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, dayEpochSeconds, unreadable } from '../values';

const daySeconds = 86_400;
/** A clock before 2015 stands at a factory date: days are not counted from it. */
const firstSaneSeconds = Date.UTC(2015, 0, 1) / 1000;
const date = /^([A-Z][a-z]+) (\d{1,2}), (\d{4})$/;

function dayOf(words: string): number | undefined {
  const match = date.exec(words.trim());
  return match === null ? undefined : dayEpochSeconds(match[3] ?? '', match[1] ?? '', match[2] ?? '');
}

/** One entry; the days left count from the date that the device prints, else from ours. */
function licenceOf(lines: readonly string[], today: number | undefined): AnyReading | string | undefined {
  const value = (label: RegExp): string | undefined =>
    lines.find((line) => label.test(line))?.replace(/^[^:]*:\s*/, '');
  const name = value(/^\s*Feature:/i);
  const expires = value(/^\s*Expires:/i);
  const expired = value(/^\s*Expired\?:/i);
  if (name === undefined || expires === undefined || expired === undefined) return undefined;
  const line = lines.find((each) => /^\s*Expires:/i.test(each)) ?? '';
  const isPermanent = /^Never$/i.test(expires);
  const at = isPermanent ? undefined : dayOf(expires);
  if (!isPermanent && at === undefined) return line;
  if (!/^(?:yes|no)$/i.test(expired)) return lines.find((each) => /^\s*Expired\?:/i.test(each)) ?? line;
  const isOver = /^yes$/i.test(expired);
  const isSane = today !== undefined && today >= firstSaneSeconds;
  const daysLeft = at === undefined || !isSane ? null : Math.round((at - today) / daySeconds);
  const values = {
    name,
    daysLeft,
    permanent: isPermanent && !isOver ? 1 : 0,
    ...(at === undefined ? {} : { expiresEpochSeconds: at }),
  };
  return { kind: 'licence', subject: name, values, status: isOver ? 'EXPIRED' : expires, line: line.trim() };
}

/** `request license info` of PAN-OS. */
export function parseLicences(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const entries: string[][] = [];
  let today: number | undefined;
  for (const line of answer.lines) {
    const current = /^\s*Current \w+ Date:\s*(\S.*)$/i.exec(line)?.[1];
    if (current !== undefined) {
      today = dayOf(current);
      if (today === undefined) return unreadable('not-understood', line);
    } else if (/^\s*License entry:\s*$/i.test(line)) entries.push([]);
    else entries.at(-1)?.push(line);
  }
  if (entries.length === 0 && today === undefined) return unreadable('not-understood', answer.lines[0]);
  if (entries.length === 0) return unreadable('no-row', lastLine(text));
  const readings: AnyReading[] = [];
  for (const entry of entries) {
    const licence = licenceOf(entry, today);
    if (licence === undefined) return unreadable('cut', lastLine(text));
    if (typeof licence === 'string') return unreadable('not-understood', licence);
    readings.push(licence);
  }
  return answerOf(readings, lastLine(text));
}
