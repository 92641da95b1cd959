import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { answerLines, percentOf } from '../../../text/answer-lines';
import { lastLine, type Unreadable } from '../../../text/table';
import { answerOf, loadValues, unreadable } from '../../values';

const topLine = /^\s*top - \d\d:\d\d:\d\d up\b/;
const cpuLine = /^\s*%?Cpu(?:\(s\)|0)?\s*:/i;
const idleWord = /(?<![\d.])([\d.]+)\s*(?:%\s*)?id\b/i;
const memoryLine = /^\s*(?:[KMGT]iB )?Mem\s*:/i;
const swapLine = /^\s*(?:[KMGT]iB )?Swap\s*:/i;

/** Numbers of a `Mem:` or `Swap:` line by their label: `7809.9 total, … 1126.5 buff/cache`, `4053520k total`. */
function numbersOf(line: string): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const match of line.matchAll(
    /(?<![\d.])(\d+(?:\.\d+)?)(?:\s*[kKmMgG]\+?|\+)?\s+(total|free|used|buff\/cache|buffers|cached|avail Mem)\b/g,
  )) {
    numbers.set(match[2] ?? '', Number(match[1]));
  }
  return numbers;
}

/** Memory in use, percent, caches not counted. */
function memoryPercent(memory: string, swap: string): number | undefined {
  const numbers = numbersOf(memory);
  const more = numbersOf(swap);
  const total = numbers.get('total');
  const used = numbers.get('used');
  if (total === undefined || used === undefined || total <= 0) return undefined;
  const available = more.get('avail Mem');
  const cached = (numbers.get('buffers') ?? 0) + (more.get('cached') ?? 0);
  // Old versions count caches as used and print them on the two lines.
  const isOld = numbers.has('buffers');
  if (!isOld && available === undefined && !numbers.has('buff/cache')) return undefined;
  const busy = available === undefined ? used - (isOld ? cached : 0) : total - available;
  const percent = Math.round((busy / total) * 1000) / 10;
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

type Head = { readonly readings: readonly AnyReading[]; readonly lines: readonly string[] };

function headOf(text: string): Head | Unreadable {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  if (!lines.some((line) => topLine.test(line))) return unreadable('not-understood', lines[0]);
  const cpu = lines.find((line) => cpuLine.test(line));
  const memory = lines.find((line) => memoryLine.test(line));
  const swap = lines.find((line) => swapLine.test(line));
  if (cpu === undefined || memory === undefined || swap === undefined) return unreadable('cut', lastLine(text));
  const idle = percentOf(idleWord.exec(cpu)?.[1] ?? '');
  const used = memoryPercent(memory, swap);
  if (idle === undefined) return unreadable('not-understood', cpu);
  if (used === undefined) return unreadable('not-understood', memory);
  const busy = Math.round((100 - idle) * 10) / 10;
  return {
    lines,
    readings: [
      { kind: 'cpu', subject: '', values: loadValues(busy), status: null, line: cpu.trim() },
      { kind: 'memory', subject: '', values: loadValues(used), status: null, line: memory.trim() },
    ],
  };
}

/** The head of `top`: CPU (100 less idle) and memory without caches. */
export function parseTop(text: string): Parsed {
  const head = headOf(text);
  return 'kind' in head ? head : answerOf(head.readings, head.lines.at(-1));
}

/** The head of `top` where another command gives the memory: CPU only. */
export function parseTopCpu(text: string): Parsed {
  const head = headOf(text);
  if ('kind' in head) return head;
  return answerOf(
    head.readings.filter(({ kind }) => kind === 'cpu'),
    head.lines.at(-1),
  );
}
