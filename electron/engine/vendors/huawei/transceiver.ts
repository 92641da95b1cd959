import type { AnyReading, ReadingValues } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { lastLine, readField } from '../../text/table';
import { limitPair } from '../dialects/vrp/optic-limits';

type Optic = ReadingValues['optic'];
type Key = keyof Optic;

// Older releases print both pairs of limits, newer ones the outer one as the module's default.
const labels: readonly (readonly [pattern: RegExp, key: Key])[] = [
  [/^Temperature$/i, 'celsius'],
  [/^(?:Current )?RX Power$/i, 'rxPowerDbm'],
  [/^(?:Current )?TX Power$/i, 'txPowerDbm'],
  [/^(?:Default )?RX Power High Threshold$/i, 'rxAlarmHighDbm'],
  [/^(?:Default )?RX Power Low Threshold$/i, 'rxAlarmLowDbm'],
  [/^(?:Default )?TX Power High Threshold$/i, 'txAlarmHighDbm'],
  [/^(?:Default )?TX Power Low Threshold$/i, 'txAlarmLowDbm'],
  [/^RX Power High Warning$/i, 'rxWarnHighDbm'],
  [/^RX Power Low Warning$/i, 'rxWarnLowDbm'],
  [/^TX Power High Warning$/i, 'txWarnHighDbm'],
  [/^TX Power Low Warning$/i, 'txWarnLowDbm'],
];

/** `RX Power(dBM)`, `Default RX Power Low  Threshold (dBm)`: the label without its unit, one blank between words. */
const keyOf = (label: string): Key | undefined => {
  const words = label
    .replace(/(?<!\s)\s*\([^()]*\)$/, '')
    .trim()
    .replace(/\s+/g, ' ');
  return labels.find(([pattern]) => pattern.test(words))?.[1];
};

/** Decimals of a value, one for each lane: `-2.10`, `-2.1|-2.3(Lane0|Lane1)`; undefined for what is none. */
function decimalsOf(value: string): readonly (number | null)[] | undefined {
  const words = value
    .replace(/(?<!\s)\s*\(Lane\d+(?:\|Lane\d+)*\)$/i, '')
    .split('|')
    .map((word) => word.trim());
  const numbers = words.map((word) => {
    if (/^(?:-{1,2}|NA|N\/A|-?inf)$/i.test(word)) return null;
    return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
  });
  return numbers.every((each) => each !== undefined) ? numbers : undefined;
}

type Block = {
  readonly port: string;
  readonly line: string;
  readonly values: Map<Key, (number | null)[]>;
  part: 'head' | 'diagnostic' | 'closed';
  /** What the module says of itself: whether it measures; undefined until it has. */
  measures: boolean | undefined;
  open: Key | undefined;
  /** The line of each lane's received power. */
  readonly receiveLines: string[];
};

/** A device without optical ports, or without a module in them, says so. */
const nothing =
  /^(?:(?!\b(?:no|not support(?:ed)?|absent)\b).)*\b(?:no|not support(?:ed)?|absent)\b.*\b(?:optical|transceivers?)\b|^(?:(?!\b(?:optical|transceivers?)\b).)*\b(?:optical|transceivers?)\b.*\b(?:not support(?:ed)?|absent|not present)\b/i;
const start = /^\s*(?=\S*\d)(\S+) transceiver information\s*:$/i;
const measuring = /^\s*Digital Diagnostic Monitoring\s*:\s*(\S+)$/i;

/** Puts one line of the diagnostic part into its block; false when it belongs there and does not read. */
function takes(block: Block, line: string): boolean {
  const field = readField(line, ':');
  // The lanes of one value go on below it.
  if (field === undefined) {
    const numbers = /^\s[-\d.|\s]+\(Lane\d/i.test(line) ? decimalsOf(line.trim()) : undefined;
    if (numbers === undefined) return false;
    if (block.open !== undefined) block.values.get(block.open)?.push(...numbers);
    if (block.open === 'rxPowerDbm') block.receiveLines.push(...numbers.map(() => line.trim()));
    return true;
  }
  const key = keyOf(field.label);
  block.open = key;
  if (key === undefined) return true;
  const numbers = decimalsOf(field.value);
  if (numbers === undefined) return false;
  if (block.values.has(key)) return String(block.values.get(key)) === String(numbers);
  block.values.set(key, [...numbers]);
  if (key === 'rxPowerDbm') block.receiveLines.push(...numbers.map(() => field.line));
  return true;
}

function blocksOf(lines: readonly string[]): readonly Block[] | string {
  const blocks: Block[] = [];
  for (const line of lines) {
    const port = start.exec(line)?.[1];
    const block = blocks.at(-1);
    if (port !== undefined) {
      if (block?.part === 'diagnostic') return line;
      const values = new Map<Key, (number | null)[]>();
      blocks.push({ port, line, values, part: 'head', measures: undefined, open: undefined, receiveLines: [] });
    } else if (block === undefined) continue;
    else if (measuring.test(line)) block.measures = /^yes$/i.test(measuring.exec(line)?.[1] ?? '');
    else if (/^\s*Diagnostic information\s*:$/i.test(line)) block.part = 'diagnostic';
    else if (block.part === 'diagnostic' && isDrawn(line)) block.part = 'closed';
    else if (block.part === 'diagnostic' && !takes(block, line)) return line;
  }
  return blocks;
}

/** One reading for each lane; limits are of all lanes. */
function readingsOf({ port, line, values, receiveLines }: Block): readonly AnyReading[] {
  const receive = values.get('rxPowerDbm') ?? [];
  const send = values.get('txPowerDbm') ?? [];
  const limit = (key: Key): number | null => values.get(key)?.[0] ?? null;
  const pair = (key: 'rxAlarm' | 'rxWarn' | 'txAlarm' | 'txWarn') =>
    limitPair(limit(`${key}LowDbm`), limit(`${key}HighDbm`));
  const [rxAlarm, rxWarn] = [pair('rxAlarm'), pair('rxWarn')];
  const [txAlarm, txWarn] = [pair('txAlarm'), pair('txWarn')];
  return receive.map((rxPowerDbm, lane) => ({
    kind: 'optic',
    subject: receive.length === 1 ? port : `${port} lane ${lane}`,
    values: {
      celsius: limit('celsius'),
      rxPowerDbm,
      txPowerDbm: send[lane] ?? null,
      rxAlarmLowDbm: rxAlarm.low,
      rxAlarmHighDbm: rxAlarm.high,
      rxWarnLowDbm: rxWarn.low,
      rxWarnHighDbm: rxWarn.high,
      txAlarmLowDbm: txAlarm.low,
      txAlarmHighDbm: txAlarm.high,
      txWarnLowDbm: txWarn.low,
      txWarnHighDbm: txWarn.high,
    },
    status: null,
    line: receiveLines[lane] ?? line.trim(),
  }));
}

/**
 * `display transceiver verbose`, on data centre switches `display interface transceiver verbose`: a block for each
 * module, with what it measures where it measures itself.
 */
export function parseTransceivers(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks = blocksOf(answer.lines);
  if (typeof blocks === 'string') return { kind: 'unreadable', reason: 'not-understood', line: blocks.trim() };
  const line = answer.lines[0]?.trim() ?? '';
  if (blocks.length === 0 && nothing.test(line)) return { kind: 'absent', line };
  if (blocks.length === 0) return { kind: 'unreadable', reason: 'not-understood', line };
  const poor = blocks.findIndex(({ part, measures, values }) => {
    if (part === 'head') return measures !== false;
    const receive = values.get('rxPowerDbm')?.length ?? 0;
    return part !== 'closed' || receive === 0 || values.get('txPowerDbm')?.length !== receive;
  });
  if (poor >= 0) {
    const isLast = poor === blocks.length - 1;
    return {
      kind: 'unreadable',
      reason: isLast ? 'cut' : 'not-understood',
      line: isLast ? lastLine(text) : (blocks[poor]?.line.trim() ?? ''),
    };
  }
  const readings = blocks.filter(({ part }) => part === 'closed').flatMap(readingsOf);
  if (readings.length > 0) return { kind: 'readings', readings };
  // Every module is a cable or one that measures nothing, and says so.
  return { kind: 'absent', line: answer.lines.find((each) => measuring.test(each))?.trim() ?? '' };
}
