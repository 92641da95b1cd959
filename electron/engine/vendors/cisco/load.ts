import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { boundedNumber } from '../../text/table';
import { loadValues } from '../values';
import { unreadable, withBody } from '../dialects/ios/answer';

function cpu(subject: string, now: string, minute: string, line: string): AnyReading | undefined {
  const percent = boundedNumber(now, 0, 100);
  const minuteAverage = boundedNumber(minute, 0, 100);
  if (typeof percent !== 'number' || typeof minuteAverage !== 'number') return undefined;
  return { kind: 'cpu', subject, values: loadValues(percent, minuteAverage), status: null, line: line.trim() };
}

function memory(subject: string, usedBytes: number, totalBytes: number, line: string): AnyReading | undefined {
  if (totalBytes <= 0 || usedBytes > totalBytes) return undefined;
  const values = loadValues(Math.round((usedBytes / totalBytes) * 1000) / 10);
  return { kind: 'memory', subject, values, status: null, line: line.trim() };
}

/** Reads every line that `mark` finds; one that then does not parse makes the whole answer unreadable. */
function marked(
  lines: readonly string[],
  mark: RegExp,
  readingOf: (line: string) => AnyReading | 'ignored' | undefined,
): Parsed {
  const readings: AnyReading[] = [];
  const found = lines.filter((line) => mark.test(line));
  for (const line of found) {
    const reading = readingOf(line);
    if (reading === undefined) return unreadable('not-understood', line);
    if (reading !== 'ignored') readings.push(reading);
  }
  if (readings.length > 0) return { kind: 'readings', readings };
  return unreadable(found.length > 0 ? 'no-row' : 'not-understood', lines[0]);
}

// `29%/0%`: all work, then the part of it in interrupts. Some multi-core models print one line a core.
const cpuLine =
  /^\s*(Core \d+:\s*)?CPU utilization for five seconds:\s*(\d+)%(?:\/\d+%)?;\s*one minute:\s*(\d+)%;\s*five minutes:\s*\d+%$/i;

/** `show processes cpu` of IOS, IOS-XE and NX-OS: now over five seconds, and the average of a minute. */
export const parseProcessesCpu = withBody((lines) =>
  marked(lines, /CPU utilization for/i, (line) => {
    const [, core = '', now = '', minute = ''] = cpuLine.exec(line) ?? [];
    return cpu(core.replace(/:\s*$/, ''), now, minute, line);
  }),
);

const pool = /^\s*(\S+(?:\s+\S+)*?)\s+Pool\s+Total:\s*(\d+)\s+Used:\s*(\d+)\s+Free:\s*\d+$/i;
const systemMemory = /^\s*System memory\s*:\s*(\d+)K total,\s*(\d+)K used,/i;

/** `show processes memory`: the Processor pool. The others (I/O, `lsmpi_io`, driver) are full by design. */
export const parseProcessesMemory = withBody((lines) =>
  marked(lines, /\bPool\s+Total:|^\s*System memory\s*:/i, (line) => {
    const whole = systemMemory.exec(line);
    if (whole !== null) return memory('System', Number(whole[2]), Number(whole[1]), line);
    const [, name, total, used] = pool.exec(line) ?? [];
    if (name === undefined) return undefined;
    return /^processor$/i.test(name) ? memory(name, Number(used), Number(total), line) : 'ignored';
  }),
);

const states = /^CPU states\s*:\s*([\d.]+)% user,\s*([\d.]+)% kernel,\s*([\d.]+)% idle$/i;
const usage = /^Memory usage\s*:\s*(\d+)K total,\s*(\d+)K used,\s*(\d+)K free$/i;

function nxosCpu(line: string): AnyReading | undefined {
  const idle = Number(states.exec(line)?.[3] ?? 'x');
  if (!(idle >= 0 && idle <= 100)) return undefined;
  const percent = Math.round((100 - idle) * 10) / 10;
  return {
    kind: 'cpu',
    subject: '',
    values: loadValues(percent),
    status: null,
    line: line.trim(),
  };
}

/** The supervisor's own word on its memory; all but OK is over its limit, which the check knows as `*`. */
function nxosMemory(line: string, statusLine: string): AnyReading | undefined {
  const [, total, used] = usage.exec(line) ?? [];
  const reading = total === undefined ? undefined : memory('', Number(used), Number(total), line);
  const word = /^Current memory status\s*:\s*(\S.*)$/i.exec(statusLine)?.[1];
  if (reading === undefined || word === undefined) return undefined;
  return /^ok$/i.test(word) ? reading : { ...reading, status: '*', line: statusLine.trim() };
}

/** `show system resources` of NX-OS: CPU is what is not idle. */
export const parseSystemResources = withBody((lines) => {
  const state = lines.find((line) => /^CPU states\b/i.test(line));
  const use = lines.find((line) => /^Memory usage\b/i.test(line));
  const word = lines.find((line) => /^Current memory status\b/i.test(line));
  if (state === undefined && use === undefined) return unreadable('not-understood', lines[0]);
  if (state === undefined || use === undefined || word === undefined) return unreadable('cut', lines.at(-1));
  const processor = nxosCpu(state);
  if (processor === undefined) return unreadable('not-understood', state);
  const ram = nxosMemory(use, word);
  return ram === undefined ? unreadable('not-understood', use) : { kind: 'readings', readings: [processor, ram] };
});

const asaCpu = /(?:^|\s)5 seconds = ([\d.]+)%;\s*1 minute: ([\d.]+)%;\s*5 minutes: ([\d.]+)%$/i;

/** `show cpu usage` and `show cpu usage detailed` of ASA: the total of all cores. */
export const parseAsaCpu = withBody((lines) => {
  const total = lines.findIndex((line) => /^Total CPU utilization for:$/i.test(line.trim()));
  const one = lines.find((line) => /^CPU utilization for\b/i.test(line.trim()) && /=/.test(line));
  const line = total < 0 ? one : lines[total + 1];
  if (line === undefined) return unreadable(total < 0 ? 'not-understood' : 'cut', lines.at(-1));
  const [, now, minute] = asaCpu.exec(line) ?? [];
  const reading = cpu('', String(Math.round(Number(now ?? 'x'))), String(Math.round(Number(minute ?? 'x'))), line);
  return reading === undefined ? unreadable('not-understood', line) : { kind: 'readings', readings: [reading] };
}, asaCpu);

/** `show memory` of ASA: used and total bytes. */
export const parseAsaMemory = withBody((lines) => {
  const bytes = (label: string) => lines.find((line) => new RegExp(`^\\s*${label} memory\\s*:`, 'i').test(line));
  const used = bytes('Used');
  const total = bytes('Total');
  if (used === undefined && total === undefined) return unreadable('not-understood', lines[0]);
  if (used === undefined || total === undefined) return unreadable('cut', lines.at(-1));
  const number = (line: string) => Number(/:\s*(\d+) bytes(?:\s*\(\s*\d{1,3}\s?%\))?\s*$/i.exec(line)?.[1] ?? 'x');
  // The share printed beside it must be the same one, give or take the rounding.
  const share = Number(/\(\s*(\d+)/.exec(used)?.[1] ?? 'x');
  const isOwnShare = Number.isNaN(share) || Math.abs(share - (100 * number(used)) / number(total)) < 2;
  const isSound = number(used) >= 0 && number(total) > 0 && isOwnShare;
  const reading = isSound ? memory('', number(used), number(total), used) : undefined;
  return reading === undefined ? unreadable('not-understood', used) : { kind: 'readings', readings: [reading] };
});
