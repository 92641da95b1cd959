import type { Parsed } from '../platform';
import { logReadings, type LogLine } from '../log-readings';
import { answerOf, isLogLine, plainLines, unreadable } from '../values';

const entryLine = /^\s*\d+:\s+(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b.*)$/;
const endLine = /^\s*Crash log interval is \d+ seconds\s*$/i;
const sizeLine = /^\s*Max crash log line number:\s*\d+\s*$/i;
const crash = /\*{3} signal \d+\b|\bsignal \d+ \([^()]+\) received\b|\bkernel panic\b/i;
const noMemory = /\b(?:enter(?:s|ed)?|into) conserve mode\b|\bconserve=on\b/i;

/**
 * `diagnose debug crashlog read` of FortiOS: crashes of processes, and times without memory. The interval at the end is
 * printed even where nothing crashed. A number before each line counts from the oldest, so it is no part of the proof.
 */
export function parseCrashLog(text: string): Parsed {
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const end = lines.find((line) => endLine.test(line));
  const start = lines.findIndex((line) => entryLine.test(line));
  if (end === undefined)
    return unreadable(start < 0 ? 'not-understood' : 'cut', lines[start < 0 ? 0 : lines.length - 1]);
  const found: LogLine[] = [];
  for (const line of start < 0 ? [] : lines.slice(start)) {
    const entry = entryLine.exec(line)?.[1];
    if (entry === undefined) {
      if (endLine.test(line) || sizeLine.test(line) || isLogLine(line)) continue;
      return unreadable('not-understood', line);
    }
    if (crash.test(entry)) found.push({ subject: 'crash', line: entry });
    else if (noMemory.test(entry)) found.push({ subject: 'resources', line: entry });
  }
  return answerOf(logReadings(found, 'last', end, ['crash', 'resources']), end);
}

const countLine = /^\s*(\d+) logs? returned\.?\s*$/i;
const rowLine = /^\s*\d+:\s+(date=\S+ time=\S+ .*)$/;
const levelWord = /\slevel="?([a-z]+)"?(?=\s|$)/;

/** `execute log display` of FortiOS: as many rows as announced, newest first, each with its level. */
export function parseLogDisplay(text: string): Parsed {
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const count = lines.find((line) => countLine.test(line));
  if (count === undefined) return unreadable('not-understood', lines[0]);
  const rows = lines.flatMap((line) => {
    const row = rowLine.exec(line)?.[1];
    return row === undefined ? [] : [row];
  });
  if (rows.length !== Number(countLine.exec(count)?.[1])) return unreadable('cut', lines.at(-1));
  const strange = rows.find((row) => !levelWord.test(row));
  if (strange !== undefined) return unreadable('not-understood', strange);
  const found = rows.map((line) => ({ subject: levelWord.exec(line)?.[1] ?? '', line }));
  return answerOf(logReadings(found, 'first', count), count);
}
