import type { AnyReading, ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { boundedNumber, cleanText, lastLine, readTable } from '../../text/table';

type Numbers = ReadingOf<'cpu'>['values'];
type HealthRow = { readonly name: string; readonly values: Numbers; readonly isStarred: boolean };

const percent = (word: string): number | null | undefined => boundedNumber(word.replace(/%$/, ''), 0, 100);

/** All words as percentages, or undefined when one is none. */
function percents(words: readonly string[]): readonly (number | null)[] | undefined {
  const numbers = words.map(percent);
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

/** AOS 5, 7, 8: `CPU 14 14 13 13`: now, averages over a minute, an hour, a day. */
function rowOfFour(line: string): HealthRow | undefined {
  const match = /^\s*(\S+(?:\s+\S+)*?)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)$/.exec(line);
  const numbers = percents(match?.slice(2) ?? []);
  if (match === null || numbers === undefined) return undefined;
  const [now, minute, hour, day] = numbers;
  return {
    name: match[1] ?? '',
    isStarred: false,
    values: {
      percent: now ?? null,
      minuteAverage: minute ?? null,
      hourAverage: hour ?? null,
      dayAverage: day ?? null,
      hourMaximum: null,
      limitPercent: null,
    },
  };
}

/** AOS 6: `Cpu 80 12 10 09 31`: limit, now (a star glued to it: over the limit), minute, hour, highest of the hour. */
function rowWithLimit(line: string): HealthRow | undefined {
  const match = /^\s*(\S+)\s+(\S+)\s+(\*?)(\d+|N\/?A|--?)(?:(\*)\s*|\s+)(\S+)\s+(\S+)\s+(\S+)$/i.exec(line);
  if (match === null) return undefined;
  const [name, limitWord, before, nowWord, after, ...rest] = match.slice(1);
  const numbers = percents([limitWord ?? '', nowWord ?? '', ...rest]);
  if (numbers === undefined) return undefined;
  const [limit, now, minute, hour, highest] = numbers;
  return {
    name: name ?? '',
    isStarred: before === '*' || after === '*',
    values: {
      percent: now ?? null,
      minuteAverage: minute ?? null,
      hourAverage: hour ?? null,
      dayAverage: null,
      hourMaximum: highest ?? null,
      limitPercent: limit ?? null,
    },
  };
}

const fourHeading = /\bCurrent\s+1 Min\s+1 Hr\s+1 Day$/i;
const limitHeading = /^\s*(?:(?:Device|CMM|Slot\S*(?:\s+(?!1 Min\b)\S+)*)\s+)?1 Min\s+1 Hr\s+1 Hr$/i;

/** Which of the two layouts a text has, by its heading; undefined when it has none. */
export function healthLayout(text: string): 'four' | 'limit' | undefined {
  const { lines } = cleanText(text);
  if (lines.some((line) => fourHeading.test(line))) return 'four';
  if (lines.some((line) => limitHeading.test(line)) && lines.some((line) => /\bLimit\s+Curr\b/i.test(line))) {
    return 'limit';
  }
  return undefined;
}

const kinds: Readonly<Record<string, 'cpu' | 'memory'>> = { cpu: 'cpu', memory: 'memory' };
const others = new Set(['receive', 'transmit/receive', 'rx', 'txrx']);

function readRows(text: string) {
  const isLimit = healthLayout(text) === 'limit';
  return readTable(text, {
    heading: isLimit ? limitHeading : fourHeading,
    row: isLimit ? rowWithLimit : rowOfFour,
  });
}

/** `show health` of every AOS: not whole without both CPU and memory, each with all its numbers. */
export function parseHealth(text: string): Parsed {
  const table = readRows(text);
  if (table.kind === 'unreadable') return table;

  const readings: AnyReading[] = [];
  for (const { value, line } of table.rows) {
    const kind = kinds[value.name.toLowerCase()];
    const isKnown = kind !== undefined || others.has(value.name.toLowerCase());
    if (!isKnown) return { kind: 'unreadable', reason: 'not-understood', line };
    if (kind !== undefined) {
      readings.push({ kind, subject: '', values: value.values, status: value.isStarred ? '*' : null, line });
    }
  }
  const isWhole = (['cpu', 'memory'] as const).every((kind) => readings.some((reading) => reading.kind === kind));
  return isWhole ? { kind: 'readings', readings } : { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
}

/** `show health all cpu`, `show health all memory`: one row per slot, named `Slot  1/ 1`, sometimes with a blank inside. */
export function parseHealthOfSlots(kind: 'cpu' | 'memory'): (text: string) => Parsed {
  return (text) => {
    const table = readRows(text);
    if (table.kind === 'unreadable') return table;
    const readings: AnyReading[] = [];
    for (const { value, line } of table.rows) {
      const slot = /^Slot\s+(\d+)(?:\s*\/\s*(\d+))?$/i.exec(value.name);
      if (slot === null) return { kind: 'unreadable', reason: 'not-understood', line };
      const subject = slot[2] === undefined ? `Slot ${slot[1]}` : `Slot ${slot[1]}/${slot[2]}`;
      readings.push({ kind, subject, values: value.values, status: value.isStarred ? '*' : null, line });
    }
    return { kind: 'readings', readings };
  };
}
