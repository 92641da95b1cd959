import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, percentOf } from '../../text/answer-lines';
import { cleanText, lastLine } from '../../text/table';
import { answerOf, loadValues, unreadable } from '../values';

// `[Slot M1: M8600E-CM]`, `[Slot 1: M8600E-48XS-DC, Cpu 0]`; boxes print none.
const slotLine = /^\s*\[\s*((?:Slot|Device|Switch)\s+[^:\],\s]+(?:\s+[^:\],\s]+)*)\s*(?:[:,][^\]]*)?\]\s*$/i;
const cpuLine = /^\s*CPU utilization in (five seconds|one minute|five minutes)\s*:\s*(\S+?)%?\s*$/i;

type Part = { readonly name: string; readonly lines: readonly string[] };

function partsOf(lines: readonly string[]): readonly Part[] {
  const parts: { name: string; lines: string[] }[] = [{ name: '', lines: [] }];
  for (const line of lines) {
    const name = slotLine.exec(line)?.[1];
    if (name === undefined) parts.at(-1)?.lines.push(line);
    else parts.push({ name, lines: [] });
  }
  return parts.filter(({ name, lines: own }) => name !== '' || own.some((line) => !/^[\s=-]*$/.test(line)));
}

function cpuOf({ name, lines }: Part): AnyReading | 'cut' | string | undefined {
  const found = new Map(
    lines.flatMap((line) => {
      const match = cpuLine.exec(line);
      return match === null ? [] : [[(match[1] ?? '').toLowerCase(), { line, word: match[2] ?? '' }] as const];
    }),
  );
  const now = found.get('five seconds');
  const minute = found.get('one minute');
  // What stands before the first slot, and what is no answer of this command.
  if (found.size === 0 && name === '' && !lines.some((line) => /CPU Using Rate/i.test(line))) return undefined;
  if (now === undefined || minute === undefined || !found.has('five minutes')) return 'cut';
  const percent = percentOf(now.word);
  const average = percentOf(minute.word);
  if (percent === undefined || average === undefined) return percent === undefined ? now.line : minute.line;
  return { kind: 'cpu', subject: name, values: loadValues(percent, average), status: null, line: now.line.trim() };
}

// `System Memory: 4194304KB total, 2333740KB used, 1860564KB free, 55.6% used rate`
const memoryLine =
  /^\s*System Memory\s*:\s*(\d+)\s*KB total,\s*(\d+)\s*KB used,\s*(\d+)\s*KB free,\s*([\d.]+)% used rate\s*$/i;
// RGOS 10: `Used Rate :  49%`.
const rateLine = /^\s*Used Rate\s*:\s*([\d.]+)\s*%\s*$/i;

function memoryOf({ name, lines }: Part): AnyReading | 'cut' | string | undefined {
  const line = lines.find((each) => /^\s*(?:System Memory\s*:|Used Rate\s*:)/i.test(each));
  if (line === undefined) return name === '' ? undefined : 'cut';
  const [, total = '', used = '', , rate = ''] = memoryLine.exec(line) ?? [];
  const word = rate === '' ? (rateLine.exec(line)?.[1] ?? '') : rate;
  const percent = percentOf(word);
  const share = rate === '' ? percent : (Number(used) / Number(total)) * 100;
  // A rate that does not fit the numbers beside it was not read right.
  if (percent === undefined || share === undefined || !(Math.abs(share - percent) <= 2)) return line;
  return { kind: 'memory', subject: name, values: loadValues(percent), status: null, line: line.trim() };
}

function parser(read: (part: Part) => AnyReading | string | undefined): (text: string) => Parsed {
  return (text) => {
    const answer = answerLines(text);
    if (answer.kind === 'unreadable') return answer;
    const readings: AnyReading[] = [];
    for (const part of partsOf(answer.lines)) {
      const reading = read(part);
      if (reading === 'cut') return unreadable('cut', lastLine(text));
      if (typeof reading === 'string') return unreadable('not-understood', reading);
      if (reading !== undefined) readings.push(reading);
    }
    return readings.length > 0 ? answerOf(readings, undefined) : unreadable('not-understood', answer.lines[0]);
  };
}

const readCpu = parser(cpuOf);
const processRow = /^\s*\d+\s+[\d.]+%\s+[\d.]+%\s+[\d.]+%\s+\S/;

/**
 * `show cpu` of RGOS, one block a slot. On a chassis the board that answers comes last, with the table of its
 * processes: without it the answer was cut.
 */
export function parseCpu(text: string): Parsed {
  const parsed = readCpu(text);
  const isChassis = parsed.kind === 'readings' && parsed.readings.some(({ subject }) => subject !== '');
  const hasTable = cleanText(text).lines.some((line) => processRow.test(line));
  return isChassis && !hasTable ? unreadable('cut', lastLine(text)) : parsed;
}

/** `show memory` of RGOS. */
export const parseMemory = parser(memoryOf);
