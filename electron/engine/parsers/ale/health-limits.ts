import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../../platforms/platform';
import { boundedNumber, brokenText, cleanText, firstLine, lastLine, readField } from '../../text/table';

const nothing = { percent: null, minuteAverage: null, hourAverage: null, dayAverage: null, hourMaximum: null };

/**
 * `show health configuration`: the device's own limits for CPU and memory. They come as readings that hold a limit and
 * no measurement (subject `limit`); the judge gives them to the measurements.
 */
export function parseHealthLimits(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const readings: AnyReading[] = [];
  for (const line of clean.lines) {
    const field = readField(line, '=');
    const match = /^(CPU|Memory) Threshold$/i.exec(field?.label ?? '');
    if (field === undefined || match === null) continue;
    const limitPercent = boundedNumber(field.value.replace(/\s*%$/, ''), 1, 100);
    if (typeof limitPercent !== 'number') return { kind: 'unreadable', reason: 'not-understood', line: field.line };
    const kind = match[1]?.toLowerCase() === 'cpu' ? 'cpu' : 'memory';
    readings.push({ kind, subject: 'limit', values: { ...nothing, limitPercent }, status: null, line: field.line });
  }
  if (readings.length === 0) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const isWhole = readings.some(({ kind }) => kind === 'cpu') && readings.some(({ kind }) => kind === 'memory');
  return isWhole ? { kind: 'readings', readings } : { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
}
