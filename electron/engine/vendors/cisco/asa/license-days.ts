import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { brokenText, cleanText, firstLine, isNoise, isPromptLike, lastLine } from '../../../text/table';

const heading = /^\s*License information\s*:\s*$/i;
// `name:<tab>PERMANENT.` or `name:<tab>81 days left.`; the full stop shows that the line is whole.
const row = /^\s*([A-Za-z][\w.-]*(?: +[\w.-]+)*?)\s*:\s*((?:\S.*)?)\.$/;

function readingOf(line: string): AnyReading | undefined {
  const [, name, state] = row.exec(line) ?? [];
  if (name === undefined || state === undefined || state === '') return undefined;
  const days = /^(\d{1,5}) days? left$/i.exec(state);
  const isPermanent = /^permanent$/i.test(state);
  return {
    kind: 'licence',
    subject: name,
    values: { name, daysLeft: days === null ? null : Number(days[1]), permanent: isPermanent ? 1 : 0 },
    status: days === null ? state : null,
    line: line.trim(),
  };
}

/** `show license` of the firewall that prints the days left of every licence. */
export function parseLicenseDays(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const lines = clean.lines.filter((line) => line.trim() !== '' && !isNoise(line));
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const body = lines.slice(start + 1).filter((line, index, all) => index < all.length - 1 || !isPromptLike(line));
  if (body.length === 0) return { kind: 'unreadable', reason: 'no-row', line: lastLine(text) };
  const readings: AnyReading[] = [];
  for (const [index, line] of body.entries()) {
    const reading = readingOf(line);
    if (reading === undefined) {
      const reason = index === body.length - 1 ? 'cut' : 'not-understood';
      return { kind: 'unreadable', reason, line: line.trim() };
    }
    readings.push(reading);
  }
  return { kind: 'readings', readings };
}
