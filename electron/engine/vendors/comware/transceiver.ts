import type { AnyReading, ReadingValues } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { limitPair } from '../dialects/vrp/optic-limits';

type Numbers = readonly (number | null)[];
type Lane = {
  readonly name: string;
  readonly receive: number | null;
  readonly send: number | null;
  readonly line: string;
};
type Level = 'alarm' | 'warn';

type Block = {
  readonly port: string;
  readonly line: string;
  celsius: number | null;
  readonly lanes: Lane[];
  readonly limits: Map<`${Level} ${'high' | 'low'}`, Numbers>;
  /** The part that the next row belongs to; `none` says that there is nothing to measure. */
  part: 'start' | 'now' | 'module' | 'channel' | Level | 'none';
};

const start = /^\s*(?=\S*\d)(\S+) transceiver diagnostic information\s*:$/i;
/** A port without a module, or with one that measures nothing, says so in one sentence. */
const nothing =
  /^\s*(?:Error:\s*)?(?:The|This) (?:transceiver|interface|(?:combo )?port)\b.*\b(?:absent|inactive|not support(?:ed)?|not available)\b.*$/i;
const columns = /^\s*Temp\.?\s*\(\S+\)\s+Voltage\(V\)\s+Bias\(mA\)\s+RX power\(dBm\)\s+TX power\(dBm\)$/i;
const moduleColumns = /^\s*\[module\]\s+Temp\.?\s*\(\S+\)\s+Voltage\(V\)$/i;
const channelColumns = /^\s*\[channel\]\s+Bias\(mA\)\s+RX power\(dBm\)\s+TX power\(dBm\)$/i;

const decimal = (word: string): number | null | undefined => {
  if (/^(?:-{1,2}|NA|N\/A|-?inf)$/i.test(word)) return null;
  return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
};

/** The numbers of a row when there are as many as its columns; undefined for anything else. */
function numbersOf(words: readonly string[], count: number): Numbers | undefined {
  const numbers = words.map(decimal);
  return numbers.length === count && numbers.every((each) => each !== undefined) ? numbers : undefined;
}

/** Puts a row of numbers into its block; false when it does not read. */
function takesRow(block: Block, line: string): boolean {
  const [first = '', ...rest] = line.trim().split(/\s+/);
  if (block.part === 'now' || block.part === 'module') {
    const numbers = numbersOf([first, ...rest], block.part === 'now' ? 5 : 2);
    if (numbers === undefined || block.lanes.length > 0) return false;
    block.celsius = numbers[0] ?? null;
    if (block.part === 'module') return true;
    block.lanes.push({ name: '', receive: numbers[3] ?? null, send: numbers[4] ?? null, line: line.trim() });
    return true;
  }
  if (block.part === 'channel') {
    const numbers = numbersOf(rest, 3);
    if (numbers === undefined || !/^\d+$/.test(first)) return false;
    block.lanes.push({ name: first, receive: numbers[1] ?? null, send: numbers[2] ?? null, line: line.trim() });
    return true;
  }
  if (block.part !== 'alarm' && block.part !== 'warn') return false;
  const side = /^(High|Low)$/i.exec(first)?.[1]?.toLowerCase();
  const numbers = numbersOf(rest, 5);
  if ((side !== 'high' && side !== 'low') || numbers === undefined) return false;
  block.limits.set(`${block.part} ${side}`, numbers);
  return true;
}

/** Takes one line of a block; false when it is neither heading nor row. */
function takes(block: Block, line: string): boolean {
  const section = /^\s*(Current diagnostic parameters|Alarm thresholds|Warning thresholds)\b.*:$/i.exec(line)?.[1];
  if (nothing.test(line) && block.part === 'start') block.part = 'none';
  else if (section !== undefined && block.part !== 'none') {
    block.part = /^Current/i.test(section) ? 'now' : /^Alarm/i.test(section) ? 'alarm' : 'warn';
  } else if (moduleColumns.test(line)) block.part = 'module';
  else if (channelColumns.test(line)) block.part = 'channel';
  else if (!columns.test(line)) return takesRow(block, line);
  return true;
}

/** True for a block with all that it began: a row of numbers, and both limits of each pair. */
function isWhole({ lanes, limits, part }: Block): boolean {
  if (part === 'none') return true;
  if (lanes.length === 0) return false;
  const pairs = (['alarm', 'warn'] as const).filter((level) => level === part || limits.has(`${level} high`));
  return pairs.every((level) => limits.has(`${level} high`) && limits.has(`${level} low`));
}

function readingsOf({ port, celsius, lanes, limits }: Block): readonly AnyReading[] {
  const pair = (level: Level, column: 3 | 4) =>
    limitPair(limits.get(`${level} low`)?.[column] ?? null, limits.get(`${level} high`)?.[column] ?? null);
  const [rxAlarm, rxWarn, txAlarm, txWarn] = [pair('alarm', 3), pair('warn', 3), pair('alarm', 4), pair('warn', 4)];
  return lanes.map(({ name, receive, send, line }) => {
    const values: ReadingValues['optic'] = {
      celsius,
      rxPowerDbm: receive,
      txPowerDbm: send,
      rxAlarmLowDbm: rxAlarm.low,
      rxAlarmHighDbm: rxAlarm.high,
      rxWarnLowDbm: rxWarn.low,
      rxWarnHighDbm: rxWarn.high,
      txAlarmLowDbm: txAlarm.low,
      txAlarmHighDbm: txAlarm.high,
      txWarnLowDbm: txWarn.low,
      txWarnHighDbm: txWarn.high,
    };
    return { kind: 'optic', subject: name === '' ? port : `${port} channel ${name}`, values, status: null, line };
  });
}

/** `display transceiver diagnosis interface`: what every module measures, and its limits where it has them. */
export function parseTransceivers(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks: Block[] = [];
  for (const line of answer.lines) {
    const port = start.exec(line)?.[1];
    const block = blocks.at(-1);
    if (port !== undefined) {
      if (block !== undefined && !isWhole(block))
        return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
      blocks.push({ port, line, celsius: null, lanes: [], limits: new Map(), part: 'start' });
    } else if (block !== undefined && !takes(block, line)) {
      return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    }
  }
  const last = blocks.at(-1);
  if (last === undefined) return { kind: 'unreadable', reason: 'not-understood', line: answer.lines[0]?.trim() ?? '' };
  if (!isWhole(last)) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  const readings = blocks.flatMap(readingsOf);
  if (readings.length > 0) return { kind: 'readings', readings };
  return { kind: 'absent', line: answer.lines.find((line) => nothing.test(line))?.trim() ?? '' };
}
