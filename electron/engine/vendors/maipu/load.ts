import type { Parsed } from '../platform';
import { answerLines, isDrawn, percentOf } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, loadValues, unreadable } from '../values';

const nowLine = /^\s*CPU utilization for five seconds:\s*(\S+)%;\s*one minute:\s*(\S+)%;\s*five minutes:\s*(\S+)%$/i;
const historyTitle = /^\s*CPU utilization per (?:second|minute|quarter) in the past \d+ \w+:$/i;
const historyRow = /^(?:\s+\d{1,3}%)+$/;
const peakLine = /^\s*CPU peak utilization based on minutes:\s*\d{1,3}%$/i;

/** `show cpu monitor`: now and averages; the tables below are history, the peak ends them. */
export function parseCpu(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const start = answer.lines.findIndex((line) => nowLine.test(line));
  if (start < 0) return unreadable('not-understood', answer.lines[0]);
  const [now = '', ...history] = answer.lines.slice(start);
  const strange = history.find((line) => ![historyTitle, historyRow, peakLine].some((each) => each.test(line)));
  if (strange !== undefined) return unreadable('not-understood', strange);
  if (!peakLine.test(history.at(-1) ?? '')) return unreadable('cut', lastLine(text));
  const [percent, minute, five] = (nowLine.exec(now) ?? []).slice(1).map(percentOf);
  if (percent === undefined || minute === undefined || five === undefined) return unreadable('not-understood', now);
  return answerOf(
    [{ kind: 'cpu', subject: '', values: loadValues(percent, minute), status: null, line: now.trim() }],
    now,
  );
}

// `58136     (<  0.1MB)`, `1031479296( 983.7MB)`; code has no free bytes.
const amount = String.raw`(\d+)\s*\(\s*(?:<\s*)?\d+(?:\.\d+)?\s*[KMG]?B\)`;
const totalRow = new RegExp(String.raw`^\s*${amount}\s+${amount}\s+${amount}\s+(\d{1,3}(?:\.\d+)?)%$`);
const poolRow = new RegExp(
  String.raw`^\s*[A-Za-z]\w*\s+${amount}\s+(?:${amount}|/)\s+${amount}\s+(?:\d{1,3}(?:\.\d+)?%|/)$`,
);

function isTrue(used: number, free: number, total: number, percent: number): boolean {
  return total > 0 && used + free === total && Math.abs((used / total) * 100 - percent) <= 0.1;
}

/** `show memory`: the only row below STATISTICS counts, the pools of the summary above are parts of it. */
export function parseMemory(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const summary = lines.findIndex((line) => /^\s*SUMMARY$/.test(line));
  const start = lines.findIndex((line) => /^\s*STATISTICS$/.test(line));
  if (summary < 0) return unreadable('not-understood', lines[0]);
  if (start < summary) return unreadable('cut', lastLine(text));
  const strange = lines.slice(summary, start).find((line) => /\d\s*\(|%/.test(line) && !poolRow.test(line));
  if (strange !== undefined) return unreadable('not-understood', strange);
  const heading = /^\s*Used bytes\s+Free bytes\s+Total bytes\s+Used percent$/;
  const rows = lines.slice(start + 1).filter((line) => !isDrawn(line) && !heading.test(line));
  const [row] = rows;
  if (row === undefined) return unreadable('cut', lastLine(text));
  const [used = NaN, free = NaN, total = NaN, percent = NaN] = (totalRow.exec(row) ?? []).slice(1).map(Number);
  if (rows.length > 1 || !isTrue(used, free, total, percent)) return unreadable('not-understood', rows.at(-1));
  return answerOf([{ kind: 'memory', subject: '', values: loadValues(percent), status: null, line: row.trim() }], row);
}
