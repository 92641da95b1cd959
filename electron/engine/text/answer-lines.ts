import { brokenText, cleanText, isNoise, isPromptLike, lastLine, type Row, type Unreadable } from './table';

// Log lines and traps of Huawei and H3C: `Nov 22 2026 10:11:12 SW %%01IFNET/…`, `%Nov 22 10:11:12:345 2026 SW …`.
const datedLog = /^\s*[#*%]?[A-Z][a-z]{2}\s+\d{1,2}\s+(?:\d{4}\s+)?\d\d:\d\d:\d\d/;
const waiting = /^\s*Info:.*\bwait\b/i;

/** The lines of a whole answer that say something: no blank ones, no log lines, no prompt at the end. */
export function answerLines(text: string): { readonly kind: 'lines'; readonly lines: readonly string[] } | Unreadable {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const said = clean.lines.filter(
    (line) => line.trim() !== '' && !isNoise(line) && !datedLog.test(line) && !waiting.test(line),
  );
  const last = said.at(-1);
  return { kind: 'lines', lines: last !== undefined && isPromptLike(last) ? said.slice(0, -1) : said };
}

/** True for a line that only draws: `-----`, `- - - -`. */
export function isDrawn(line: string): boolean {
  return /^[\s\-=+|]*$/.test(line) && (line.match(/[-=]/g)?.length ?? 0) >= 3;
}

/** How rows are told from what stands around them. */
export type RowShape<T> = {
  /** The heading line; may come again. */
  readonly heading: RegExp;
  /** Further lines of the heading. */
  readonly headingMore?: RegExp;
  /** The row's values, or undefined when the line is no row. */
  readonly row: (line: string, label: string, heading: string) => T | undefined;
  /** A line that names the part which the rows below it belong to: group 1. */
  readonly label?: RegExp;
  /** Lines that are no rows and no fault. */
  readonly skip?: RegExp;
};

/**
 * Reads rows below a heading strictly: a line that is neither row nor known filling makes the whole answer unreadable.
 * Unlike `readTable` it needs no ruler under the heading and knows labels between the rows.
 */
export function readRows<T>(
  text: string,
  shape: RowShape<T>,
): { readonly kind: 'rows'; readonly rows: readonly Row<T>[] } | Unreadable {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const rows: Row<T>[] = [];
  let heading: string | undefined;
  let label = '';
  let isFilled = true;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    const named = shape.label?.exec(line)?.[1];
    if (named !== undefined) {
      label = named;
      if (isLast) return { kind: 'unreadable', reason: 'cut', line: line.trim() };
    } else if (shape.heading.test(line)) {
      if (!isFilled) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
      heading = line;
      isFilled = false;
    } else if (heading !== undefined && !isDrawn(line) && shape.headingMore?.test(line) !== true) {
      const value = shape.row(line, label, heading);
      if (value === undefined && shape.skip?.test(line) !== true) {
        const reason = isLast && isShort(line, rows.at(-1)?.line ?? heading) ? 'cut' : 'not-understood';
        return { kind: 'unreadable', reason, line: line.trim() };
      }
      if (value !== undefined) {
        rows.push({ value, line: line.trim() });
        isFilled = true;
      }
    }
  }
  if (heading === undefined) return { kind: 'unreadable', reason: 'not-understood', line: lines[0]?.trim() ?? '' };
  if (rows.length === 0) return { kind: 'unreadable', reason: 'no-row', line: lastLine(text) };
  return isFilled ? { kind: 'rows', rows } : { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
}

/** A last line of fewer words than the row or heading before it was cut. */
function isShort(line: string, before: string): boolean {
  const words = (each: string): number => each.trim().split(/\s+/).length;
  return words(line) < words(before);
}

/** A percentage from 0 to 100, decimals allowed, without its sign; undefined for anything else. */
export function percentOf(word: string): number | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3})?$/.test(word)) return undefined;
  const number = Number(word);
  return number <= 100 ? number : undefined;
}

const unitSeconds: Readonly<Record<string, number>> = {
  year: 31_536_000,
  week: 604_800,
  day: 86_400,
  hour: 3600,
  minute: 60,
  second: 1,
};

/** `33 weeks, 4 days, 19 hours, 52 minutes` in seconds; undefined when a word is none of these. */
export function durationSeconds(words: string): number | undefined {
  const parts = words.split(',').map((part) => /^(\d+)\s+([a-z]+?)s?$/i.exec(part.trim()));
  const seconds = parts.map((part) => {
    const unit = unitSeconds[part?.[2]?.toLowerCase() ?? ''];
    return unit === undefined ? undefined : Number(part?.[1]) * unit;
  });
  return seconds.every((each) => each !== undefined) ? seconds.reduce((sum, each) => sum + each, 0) : undefined;
}

const byteUnits: Readonly<Record<string, number>> = { bytes: 1, kb: 1024, mb: 1_048_576 };

/** Room on a storage by the last line of `dir`: `2,994,228 KB total (801,664 KB free)`, bytes. */
export function roomOf(line: string): { readonly totalBytes: number; readonly freeBytes: number } | undefined {
  const match = /^\s*([\d,]+)\s+(bytes|KB|MB) total \(([\d,]+)\s+(bytes|KB|MB) free\)\s*$/i.exec(line);
  if (match === null) return undefined;
  const bytes = (number: string, unit: string): number =>
    Number(number.replaceAll(',', '')) * (byteUnits[unit.toLowerCase()] ?? NaN);
  const totalBytes = bytes(match[1] ?? '', match[2] ?? '');
  const freeBytes = bytes(match[3] ?? '', match[4] ?? '');
  return totalBytes > 0 && freeBytes <= totalBytes ? { totalBytes, freeBytes } : undefined;
}
