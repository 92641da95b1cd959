import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, percentOf, readRows } from '../../text/answer-lines';
import { cleanText, lastLine } from '../../text/table';
import { loadValues } from '../values';

const cpuBlock = /^\s*(?:Unit|((?:Chassis\s+\d+\s+)?Slot\s+\d+(?:\s+CPU\s+\d+)?))\s+CPU usage\s*:\s*$/i;
const cpuRow = /^\s*(\d{1,3})%\s+in last\s+(5 seconds|1 minute|5 minutes)$/i;

type Block = {
  readonly subject: string;
  readonly rows: Map<string, { readonly percent: number; readonly line: string }>;
};

/** `display cpu-usage`: a block a board with the averages of 5 seconds, 1 minute and 5 minutes. */
export function parseCpu(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks: Block[] = [];
  for (const line of answer.lines) {
    const start = cpuBlock.exec(line);
    const row = cpuRow.exec(line);
    const percent = percentOf(row?.[1] ?? '');
    const block = blocks.at(-1);
    if (start !== null) blocks.push({ subject: (start[1] ?? '').replace(/\s+/g, ' '), rows: new Map() });
    else if (block !== undefined && percent === undefined) {
      return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    } else block?.rows.set(row?.[2]?.toLowerCase() ?? '', { percent: percent ?? 0, line: line.trim() });
  }
  if (blocks.length === 0) {
    return { kind: 'unreadable', reason: 'not-understood', line: answer.lines[0]?.trim() ?? '' };
  }
  const readings: AnyReading[] = [];
  for (const { subject, rows } of blocks) {
    const now = rows.get('5 seconds');
    const minute = rows.get('1 minute');
    if (now === undefined || minute === undefined || !rows.has('5 minutes')) {
      return { kind: 'unreadable', reason: rows.size === 0 ? 'no-row' : 'cut', line: lastLine(text) };
    }
    const values = loadValues(now.percent, minute.percent);
    readings.push({ kind: 'cpu', subject, values, status: null, line: now.line });
  }
  return { kind: 'readings', readings };
}

const usedRate = /^\s*Used Rate\s*:\s*(\S+?)%$/i;

/** Comware 5: totals in bytes and the rate in use, once a board. */
function parseUsedRate(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  let slot = '';
  let isOpen = false;
  for (const line of answer.lines) {
    slot = /^\s*(?:The memory (?:usage|statistics) of\s+)?(Slot\s+\d+)\s*(?::\s*)?$/i.exec(line)?.[1] ?? slot;
    isOpen ||= /^\s*System Total Memory\(bytes\)\s*:/i.test(line);
    if (!/^\s*Used Rate\s*:/i.test(line)) continue;
    const percent = percentOf(usedRate.exec(line)?.[1] ?? '');
    if (percent === undefined) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    const values = loadValues(percent);
    readings.push({ kind: 'memory', subject: slot, values, status: null, line: line.trim() });
    isOpen = false;
  }
  if (isOpen) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  const line = answer.lines[0]?.trim() ?? '';
  return readings.length > 0 ? { kind: 'readings', readings } : { kind: 'unreadable', reason: 'not-understood', line };
}

const freeHeading = /^\s*Total\s+Used\s+Free\s+Shared\s+Buffers\s+Cached\s+FreeRatio$/i;
const memRow = /^\s*Mem:\s+(\d+)\s+(\d+)\s+(\d+)\s+(?:(?:\d+|--|-)\s+){3}(\d{1,3}(?:\.\d+)?)%$/i;
const otherRow = /^\s*(?:-\/\+ Buffers\/Cache|Swap|LowMem|HighMem):(?:\s+(?:\d+(?:\.\d+)?%?|--?))+$/i;

/** Comware 7: FreeRatio counts what caches hold as free; used is the rest. */
function parseFreeRatio(text: string): Parsed {
  const table = readRows(text, {
    heading: freeHeading,
    label: /^\s*((?:Chassis\s+\d+\s+)?Slot\s+\d+(?:\s+CPU\s+\d+)?)\s*:\s*$/i,
    row: (line, label) => {
      const free = percentOf(memRow.exec(line)?.[4] ?? '');
      return free === undefined ? undefined : { subject: label, percent: Math.round((100 - free) * 10) / 10 };
    },
    skip: otherRow,
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, percent }, line }) => {
      return { kind: 'memory', subject, values: loadValues(percent), status: null, line };
    }),
  };
}

/** `display memory`: the rate in use on Comware 5, the free ratio of every board on Comware 7. */
export function parseMemory(text: string): Parsed {
  const isTable = cleanText(text).lines.some((line) => /\bFreeRatio$/i.test(line));
  return isTable ? parseFreeRatio(text) : parseUsedRate(text);
}
