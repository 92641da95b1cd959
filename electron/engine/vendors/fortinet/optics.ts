import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { answerOf, unreadable } from '../values';

const noneLine = /^\s*Interface \S+ - Transceiver is not detected\.?\s*$/i;
const heading = /^\s*Interface\s+\(Celsius\)\s+\(Volts\)\s+\(mA\)\s+\(dBm\)\s+\(dBm\)\s*$/i;
const legend = /^\s*\+\+ : high alarm\b/i;
const mark = /^(?:\+{1,2}|-{1,2}|\?)$/;
const number = /^-?\d+(?:\.\d+)?$/;

type Cell = { readonly value: number | null; readonly mark: string };

/** Values with the mark that may follow each; undefined when a word is neither. */
function cellsOf(words: readonly string[]): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const word of words) {
    const before = cells.at(-1);
    if (mark.test(word) && before !== undefined && before.mark === '')
      cells[cells.length - 1] = { ...before, mark: word };
    else if (number.test(word)) cells.push({ value: Number(word), mark: '' });
    else if (/^N\/A$/i.test(word)) cells.push({ value: null, mark: '' });
    else return undefined;
  }
  return cells.length === 5 ? cells : undefined;
}

function opticOf(line: string): AnyReading | 'silent' | undefined {
  const [name = '', ...words] = line.trim().split(/\s+/);
  const cells = cellsOf(words);
  if (cells === undefined) return undefined;
  const [heat, , , tx, rx] = cells;
  if (cells.every(({ value }) => value === null)) return 'silent';
  const marks = [tx?.mark, rx?.mark];
  const status = marks.some((each) => each === '++' || each === '--')
    ? 'alarm'
    : marks.some((each) => each === '+' || each === '-')
      ? 'warning'
      : marks.includes('?')
        ? 'suspect'
        : 'normal';
  const values = { celsius: heat?.value ?? null, rxPowerDbm: rx?.value ?? null, txPowerDbm: tx?.value ?? null };
  return { kind: 'optic', subject: name, values, status, line: line.trim() };
}

/** `get system interface transceiver` of FortiOS: power of each port, with the mark of the limit that it passed. */
export function parseOptics(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => heading.test(line));
  const none = lines.find((line) => noneLine.test(line));
  const isEmpty = none !== undefined && lines.every((line) => noneLine.test(line) || !/^\s*Interface\s/.test(line));
  if (start < 0 && isEmpty) return { kind: 'absent', line: none.trim() };
  if (start < 0) return unreadable('not-understood', lines[0]);
  const readings: AnyReading[] = [];
  for (const line of lines.slice(start + 1).filter((each) => !isDrawn(each) && !legend.test(each))) {
    const reading = opticOf(line);
    if (reading === undefined) return unreadable(line === lines.at(-1) ? 'cut' : 'not-understood', line);
    if (reading !== 'silent') readings.push(reading);
  }
  return answerOf(readings, lines.at(-1));
}
