import type { ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, percentOf } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { loadValues } from '../values';

type Load = ReadingOf<'cpu'>['values'];

// VRP 5: `CPU Usage : 8% Max: 83%`, where Max is history. VRP 8: `System CPU Using Percentage : 6%`, on routers
// `System cpu use rate is : 9%`.
const cpuNow = /^\s*(?:CPU Usage\s*:|System CPU Using Percentage\s*:|System cpu use rate is\s*:)\s*(\S+?)%/i;
const cpuLike = /^\s*(?:CPU Usage\s*:|System CPU Us(?:ing|e)\b)/i;
const cpuAverages = /^\s*CPU utilization for (?:five|ten) seconds\s*:\s*(\S+?)%\s*[:;,]\s*one minute\s*:\s*(\S+?)%/i;
const memoryNow = /^\s*(?:Physical )?Memory Using Percentage(?: Is)?\s*:\s*(\S+?)%\s*$/i;
const memoryLike = /^\s*(?:Physical )?Memory Using Percentage\b/i;
const overload = /^\s*Overload threshold\s*:\s*(\d+)%/i;

function limitOf(lines: readonly string[]): number | null {
  const line = lines.find((each) => overload.test(each));
  return line === undefined ? null : (percentOf(overload.exec(line)?.[1] ?? '') ?? null);
}

function loadParser(
  kind: 'cpu' | 'memory',
  now: RegExp,
  like: RegExp,
  averages: (lines: readonly string[]) => Partial<Load> | string,
): (text: string) => Parsed {
  return (text) => {
    const answer = answerLines(text);
    if (answer.kind === 'unreadable') return answer;
    const { lines } = answer;
    const rows = lines.filter((line) => like.test(line));
    const [line] = rows;
    // A first word of ours that is there shows an answer cut before its number.
    if (line === undefined) {
      const isBegun = lines.some((each) =>
        /\bCPU Usage Stat\b|\butilization statistics\b|\bTotal (?:Physical Available )?Memory\b/i.test(each),
      );
      return { kind: 'unreadable', reason: isBegun ? 'cut' : 'not-understood', line: lastLine(text) };
    }
    const percent = percentOf(now.exec(line)?.[1] ?? '');
    if (percent === undefined || rows.length > 1) {
      return {
        kind: 'unreadable',
        reason: 'not-understood',
        line: (percent === undefined ? line : (rows[1] ?? line)).trim(),
      };
    }
    const more = averages(lines);
    if (typeof more === 'string') return { kind: 'unreadable', reason: 'not-understood', line: more };
    const values = { ...loadValues(null), limitPercent: limitOf(lines), ...more, percent };
    return { kind: 'readings', readings: [{ kind, subject: '', values, status: null, line: line.trim() }] };
  };
}

function averagesOf(lines: readonly string[]): Partial<Load> | string {
  const line = lines.find((each) => /^\s*CPU utilization for (?:five|ten) seconds\b/i.test(each));
  if (line === undefined) return {};
  const minuteAverage = percentOf(cpuAverages.exec(line)?.[2] ?? '');
  return minuteAverage === undefined ? line.trim() : { minuteAverage };
}

/** `display cpu-usage`, on VRP 8 `display cpu`: the use of the box, not the tasks in the table below it. */
export const parseCpu = loadParser('cpu', cpuNow, cpuLike, averagesOf);

/** `display memory-usage`, on VRP 8 `display memory`. */
export const parseMemory = loadParser('memory', memoryNow, memoryLike, () => ({}));

/** `display cpu-usage configuration`: the device's own limit, as a reading without a measurement. */
export function parseCpuLimit(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const pattern = /\bcurrent monitor warning threshold is\s*(\d+)%/i;
  const line = answer.lines.find((each) => pattern.test(each));
  const limitPercent = percentOf(pattern.exec(line ?? '')?.[1] ?? '');
  if (line === undefined || limitPercent === undefined) {
    return { kind: 'unreadable', reason: 'not-understood', line: lastLine(text) };
  }
  // The limit at which the alarm ends is the last line.
  if (!answer.lines.some((each) => /\bmonitor restore threshold is\s*\d+%/i.test(each))) {
    return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  }
  const values = { ...loadValues(null), limitPercent };
  return { kind: 'readings', readings: [{ kind: 'cpu', subject: 'limit', values, status: null, line: line.trim() }] };
}
