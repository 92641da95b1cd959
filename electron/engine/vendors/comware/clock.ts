import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine } from '../../text/table';

// `19:35:31 UTC Sat 01/08/2011`; milliseconds from Comware 7 on.
const timeLine = /^\s*(\d\d):(\d\d):(\d\d)(?:\.\d+)?\s+(\S+)\s+[A-Z][a-z]{2}\s+(\d\d)\/(\d\d)\/(\d{4})\s*$/;
// `Time Zone : Z5 add 05:00:00`
const zoneLine = /^\s*Time Zone\s*:\s*(\S+)\s+(add|minus)\s+(\d\d):(\d\d):\d\d\s*$/i;

/** `display clock`: the device's time; without a zone line only UTC is known. */
export function parseClock(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const line = clean.lines.find((each) => timeLine.test(each));
  const time = timeLine.exec(line ?? '');
  if (line === undefined || time === null) {
    return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  }
  const [, hour, minute, second, zone = '', month, day, year] = time;
  const printed = clean.lines.map((each) => zoneLine.exec(each)).find((each) => each !== null);
  let utcOffsetMinutes: number | null = /^(?:UTC|GMT)$/i.test(zone) ? 0 : null;
  if (printed !== undefined && printed !== null) {
    const minutes = Number(printed[3]) * 60 + Number(printed[4]);
    utcOffsetMinutes = /^minus$/i.test(printed[2] ?? '') ? -minutes : minutes;
  }
  const local =
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
  const epochSeconds = utcOffsetMinutes === null ? null : local - utcOffsetMinutes * 60;
  const values = { epochSeconds, utcOffsetMinutes, synchronised: null };
  return { kind: 'readings', readings: [{ kind: 'clock', subject: '', values, status: null, line: line.trim() }] };
}
