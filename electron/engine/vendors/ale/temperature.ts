import type { AnyReading, ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import {
  boundedNumber,
  brokenText,
  cleanText,
  isNoise,
  isNothing,
  lastLine,
  readField,
  readTable,
  type Field,
} from '../../text/table';

type Degrees = ReadingOf<'temperature'>['values'];
type Sensor = { readonly subject: string; readonly values: Degrees; readonly status: string };

// Wider than any sensor of a switch; outside of it the row was not read right.
const celsius = (word: string): number | null | undefined => boundedNumber(word, -60, 250);

const range = /^(-?\d+)\s*(?:to\b\s*|-)(-?\d+)$/i;

/** `15 to 73` and `15-93`, either end may be negative; null ends where the device prints nothing. */
function rangeOf(text: string): readonly [number | null, number | null] | undefined {
  if (isNothing(text)) return [null, null];
  const match = range.exec(text);
  const low = celsius(match?.[1] ?? '');
  const high = celsius(match?.[2] ?? '');
  return typeof low === 'number' && typeof high === 'number' ? [low, high] : undefined;
}

// Name, the first number, a range, two numbers; the rest is the status. Never counted from the right.
const sensorRow =
  /^\s*(\d+\s*\/\s*\S+)\s+(-?\d+|N\/?A|--?)\s+(-?\d+\s*(?:to\s*|-)-?\d+|N\/?A|--?)\s+(-?\d+|N\/?A|--?)\s+(-?\d+|N\/?A|--?)\s+([A-Za-z].*)$/i;

function sensorOf(line: string): Sensor | undefined {
  const match = sensorRow.exec(line);
  if (match === null) return undefined;
  const [name = '', nowWord = '', rangeWord = '', dangerWord = '', thresholdWord = '', status = ''] = match.slice(1);
  const now = celsius(nowWord);
  const ends = rangeOf(rangeWord);
  const danger = celsius(dangerWord);
  const threshold = celsius(thresholdWord);
  if (now === undefined || ends === undefined || danger === undefined || threshold === undefined) return undefined;
  return {
    subject: name.replace(/\s/g, ''),
    status: status.replace(/\s+/g, ' '),
    values: {
      celsius: now,
      dangerCelsius: danger,
      thresholdCelsius: threshold,
      rangeLowCelsius: ends[0],
      rangeHighCelsius: ends[1],
    },
  };
}

function parseTable(text: string): Parsed {
  const table = readTable(text, { heading: /^\s*Chassis\/Device\b.*\bStatus$/i, row: sensorOf });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value, line }) => ({ kind: 'temperature', ...value, line })),
  };
}

const blockStart = /^\s*Temperature for chassis\s+(\d+)\s*$/i;
const sensors = { 'hardware board temperature (deg c)': 'Board', 'hardware cpu temperature (deg c)': 'Cpu' } as const;

type Block = { readonly chassis: string; readonly fields: Map<string, Field> };

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const start = blockStart.exec(line);
    if (start !== null) blocks.push({ chassis: start[1] ?? '', fields: new Map() });
    const field = readField(line, '=');
    if (field !== undefined) blocks.at(-1)?.fields.set(field.label.toLowerCase(), field);
  }
  return blocks;
}

/** One block of AOS 6. Its "Upper Threshold Range" is where the limit may be set, not an operating range. */
function readingsOfBlock({ chassis, fields }: Block): readonly AnyReading[] | 'cut' | Field {
  const status = fields.get('temperature range');
  const threshold = fields.get('temperature upper threshold (deg c)');
  const danger = fields.get('temperature danger threshold (deg c)');
  if (status === undefined || threshold === undefined || danger === undefined) return 'cut';
  const thresholdCelsius = celsius(threshold.value);
  const dangerCelsius = celsius(danger.value);
  if (thresholdCelsius === undefined) return threshold;
  if (dangerCelsius === undefined) return danger;
  const readings: AnyReading[] = [];
  for (const [label, name] of Object.entries(sensors)) {
    const field = fields.get(label);
    if (field === undefined) continue;
    const now = celsius(field.value);
    if (now === undefined) return field;
    readings.push({
      kind: 'temperature',
      subject: `${chassis}/${name}`,
      values: { celsius: now, dangerCelsius, thresholdCelsius, rangeLowCelsius: null, rangeHighCelsius: null },
      // AOS 6 has one status for the block; a sensor that is not fitted says so by its value.
      status: now === null ? 'NOT PRESENT' : status.value.replace(/\s+/g, ' '),
      line: field.line,
    });
  }
  return readings.some((reading) => reading.kind === 'temperature' && reading.values.celsius !== null)
    ? readings
    : status;
}

function parseBlocks(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const blocks = blocksOf(clean.lines.filter((line) => !isNoise(line)));
  const readings: AnyReading[] = [];
  for (const [index, block] of blocks.entries()) {
    const made = readingsOfBlock(block);
    if (made === 'cut') {
      const isLast = index === blocks.length - 1;
      const line = isLast ? lastLine(text) : `Temperature for chassis ${block.chassis}`;
      return { kind: 'unreadable', reason: isLast ? 'cut' : 'not-understood', line };
    }
    if (!Array.isArray(made)) {
      return { kind: 'unreadable', reason: 'not-understood', line: 'line' in made ? made.line : '' };
    }
    readings.push(...made);
  }
  return { kind: 'readings', readings };
}

/** `show temperature`: a table on AOS 5, 7 and 8, one block per chassis on AOS 6. */
export function parseTemperature(text: string): Parsed {
  return isBlockLayout(text) ? parseBlocks(text) : parseTable(text);
}

/** True for the layout of AOS 6. */
export function isBlockLayout(text: string): boolean {
  return cleanText(text).lines.some((line) => blockStart.test(line));
}
