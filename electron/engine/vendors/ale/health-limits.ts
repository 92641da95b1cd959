import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { boundedNumber, brokenText, cleanText, firstLine, lastLine, readField } from '../../text/table';
import { loadValues } from '../values';

/**
 * `show health configuration`: the device's own limits for CPU and memory. They come as readings that hold a limit and
 * no measurement (subject `limit`); the judge gives them to the measurements.
 */
export function parseHealthLimits(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const readings: AnyReading[] = [];
  let hasEnd = false;
  for (const line of clean.lines) {
    const field = readField(line, '=');
    // The last line; how often the values are taken is no limit.
    hasEnd ||= /^Sampling Interval\b/i.test(field?.label ?? '') && /^\d+$/.test(field?.value ?? '');
    const match = /^(CPU|Memory) Threshold$/i.exec(field?.label ?? '');
    if (field === undefined || match === null) continue;
    const limitPercent = boundedNumber(field.value.replace(/(?<!\s)\s*%$/, ''), 1, 100);
    if (typeof limitPercent !== 'number') return { kind: 'unreadable', reason: 'not-understood', line: field.line };
    const kind = match[1]?.toLowerCase() === 'cpu' ? 'cpu' : 'memory';
    readings.push({
      kind,
      subject: 'limit',
      values: { ...loadValues(null), limitPercent },
      status: null,
      line: field.line,
    });
  }
  if (readings.length === 0) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const has = (wanted: 'cpu' | 'memory'): boolean => readings.some(({ kind }) => kind === wanted);
  const isWhole = has('cpu') && has('memory') && hasEnd;
  return isWhole ? { kind: 'readings', readings } : { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
}
