import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine, isNoise, lastLine, readField, type Field } from '../../text/table';
import { releaseIn } from './release';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Zone names seen beside the numbered `ZP8` (UTC+8) and `ZM5` (UTC-5), minutes. */
const zones: Readonly<Record<string, number>> = { UTC: 0, GMT: 0, WET: 0, CET: 60, MET: 60, EET: 120, MSK: 180 };

function offsetMinutes(zone: string): number | null {
  const numbered = /^Z([PM])(\d{1,2})$/i.exec(zone);
  if (numbered === null) return zones[zone.toUpperCase()] ?? null;
  return Number(numbered[2]) * 60 * (numbered[1]?.toUpperCase() === 'M' ? -1 : 1);
}

/** `MON NOV 27 2023 12:04:53 (ZP8)`; the seconds are null when the zone is not known. */
export function clockOf(value: string): {
  readonly epochSeconds: number | null;
  readonly utcOffsetMinutes: number | null;
} {
  const match = /^\S+\s+(\w{3})\s+(\d{1,2})\s+(\d{4})\s+(\d\d):(\d\d):(\d\d)(?:\.\d+)?\s*\(([^)]*)\)$/.exec(value);
  const month = months.indexOf(match?.[1]?.toLowerCase() ?? '');
  if (match === null || month < 0) return { epochSeconds: null, utcOffsetMinutes: null };
  const [day, year, hour, minute, second] = match.slice(2, 7).map(Number);
  const offset = offsetMinutes(match[7] ?? '');
  if (offset === null) return { epochSeconds: null, utcOffsetMinutes: null };
  const local = Date.UTC(year ?? 0, month, day, hour, minute, second) / 1000;
  return { epochSeconds: local - offset * 60, utcOffsetMinutes: offset };
}

/** `41 days 0 hours 4 minutes and 32 seconds`, seconds; undefined for other words. */
export function uptimeSeconds(value: string): number | undefined {
  const match = /^(\d+) days? (\d+) hours? (\d+) minutes? and (\d+) seconds?$/.exec(value.replace(/\s+/g, ' '));
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map(Number);
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

const orNull = (field: Field | undefined): string | null =>
  field === undefined || field.value === '' ? null : field.value;

/** Flash rows by CMM; undefined where a block has no number. */
function flashReadings(lines: readonly string[]): readonly AnyReading[] | undefined {
  const readings: AnyReading[] = [];
  let cmm: string | undefined;
  let blocks = 0;
  for (const line of lines) {
    const block = /^\s*((?:Primary|Secondary) CMM)\s*:\s*$/i.exec(line);
    if (block !== null) {
      if (cmm !== undefined) return undefined;
      cmm = block[1];
      blocks += 1;
    }
    const free = /^\s*Available \(bytes\)\s*:\s*(\d+),?$/i.exec(line);
    if (free !== null && cmm !== undefined) {
      const values = { freeBytes: Number(free[1]), totalBytes: null };
      readings.push({ kind: 'flash', subject: cmm, values, status: null, line: line.trim() });
    }
    if (/^\s*Comments\s*:/i.test(line)) cmm = undefined;
  }
  return cmm === undefined && readings.length > 0 && readings.length === blocks ? readings : undefined;
}

/** `show system`, the same labels on AOS 5, 6, 7 and 8: identity, uptime, clock, free flash. */
export function parseSystem(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const lines = clean.lines.filter((line) => line.trim() !== '' && !isNoise(line));
  const start = lines.findIndex((line) => /^\s*System:\s*$/i.test(line));
  if (start < 0) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const body = lines.slice(start + 1);
  const fields = new Map(
    body.flatMap((line) => {
      const field = readField(line, ':');
      return field === undefined ? [] : [[field.label.toLowerCase(), field] as const];
    }),
  );
  const description = fields.get('description');
  const uptime = fields.get('up time');
  const clock = fields.get('date & time');
  const flash = flashReadings(body);
  if (description === undefined || uptime === undefined || clock === undefined || flash === undefined) {
    return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  }
  const seconds = uptimeSeconds(uptime.value);
  if (seconds === undefined) return { kind: 'unreadable', reason: 'not-understood', line: uptime.line };

  const release = releaseIn(description.value) ?? null;
  const identity = {
    name: orNull(fields.get('name')),
    model: /(?<!\S)(OS\S+)\s/.exec(description.value)?.[1] ?? null,
    release,
    description: orNull(description),
    contact: orNull(fields.get('contact')),
    location: orNull(fields.get('location')),
  };
  return {
    kind: 'readings',
    readings: [
      { kind: 'system', subject: '', values: identity, status: null, line: description.line },
      { kind: 'uptime', subject: '', values: { seconds }, status: null, line: uptime.line },
      {
        kind: 'clock',
        subject: '',
        values: { ...clockOf(clock.value), synchronised: null },
        status: null,
        line: clock.line,
      },
      ...flash,
    ],
  };
}
