/** Why a text may not be judged, and the line that shows it. */
export type Unreadable = {
  readonly kind: 'unreadable';
  readonly reason: 'empty' | 'cut' | 'no-row' | 'not-understood';
  readonly line: string;
};

/** A device's answer as lines for people: no escape sequences, no overwritten text, no blanks at line ends. */
export type CleanText = {
  readonly lines: readonly string[];
  /** False when the text stops in the middle of a line: its last word may be half a word. */
  readonly endsInLineEnd: boolean;
};

// CSI sequences (colour, erase, cursor), OSC sequences ended by BEL or ESC \, and two-character escapes.
// eslint wants no control characters in patterns, so they are built from their codes.
const esc = String.fromCharCode(27);
const bel = String.fromCharCode(7);
const escapes = new RegExp(
  `${esc}\\[[0-?]*[ -/]*[@-~]|${esc}\\][^${bel}${esc}]*(?:${bel}|${esc}\\\\)|${esc}[@-_]`,
  'g',
);
const silent = new RegExp(`[${String.fromCharCode(0)}${bel}]`, 'g');

/** Plays CR (column 0) and BS (one left) as a terminal does: what is written over is gone. */
function played(line: string): string {
  if (!line.includes('\r') && !line.includes('\b')) return line;
  const cells: string[] = [];
  let column = 0;
  for (const character of line) {
    if (character === '\r') column = 0;
    else if (character === '\b') column = Math.max(0, column - 1);
    else cells[column++] = character;
  }
  return cells.join('');
}

/** Most answers hold nothing but printed characters and line feeds. */
const special = new RegExp(`[${String.fromCharCode(0)}${bel}\\b\r${esc}]`);

/** Splits an answer into lines; understands LF, CR LF and CR CR LF. */
export function cleanText(text: string): CleanText {
  if (!special.test(text)) {
    return { lines: text.split('\n').map((line) => line.trimEnd()), endsInLineEnd: text.endsWith('\n') };
  }
  const plain = text
    .replace(escapes, '')
    .replace(silent, '')
    .replace(/(?<!\r)\r+\n/g, '\n');
  return {
    lines: plain.split('\n').map((line) => played(line).trimEnd()),
    endsInLineEnd: plain.endsWith('\n'),
  };
}

/** What any noise begins with; most lines do not, and need no closer look. */
const noiseStart = /^\s*[-+%\dmptwfs]/i;

const logLines = [
  // Console messages: `Tue Aug 14 14:00:26 : <task> …`, and the lines with pluses that follow them.
  /^\s*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\s+\d{1,2}\s+(?:\d{4}\s+)?\d\d:\d\d:\d\d/i,
  /^\s*\+\+\+/,
  /^\s*\d{4}[-/ ](?:\d\d|[a-z]{3})[-/ ]\s?\d{1,2}[ T]\d\d:\d\d:\d\d/i,
  /^\s*%(?:(?!-\d-)\S)+-\d-\S+:/,
];

/** True for a line that fell into the answer and belongs to no table: console messages, waiting, pager rests. */
export function isNoise(line: string): boolean {
  if (!noiseStart.test(line)) return false;
  return (
    /^\s*please wait\.*\s*$/i.test(line) ||
    /^\s*(?:-+\s*)?more(?:\?\s*\[next screen.*\]\s*|\s*(?:-+\s*)?)$/i.test(line) ||
    logLines.some((pattern) => pattern.test(line))
  );
}

/** True for a line that can be a prompt left at the end of a saved answer: `sw3 (6560-A) ->`. */
export function isPromptLike(line: string): boolean {
  return /^\S?.{0,80}?(?:->|[>#])$/.test(line.trim());
}

/** True for the line of dashes under a heading. */
export function isRuler(line: string): boolean {
  return /^[-+|=\s]+$/.test(line) && /[-=]{3}/.test(line);
}

/** The last line that is not empty, for quoting. */
export function lastLine(text: string): string {
  return (
    cleanText(text)
      .lines.findLast((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}

/** The first line that is not empty, for quoting. */
export function firstLine(text: string): string {
  return (
    cleanText(text)
      .lines.find((line) => line.trim() !== '')
      ?.trim() ?? ''
  );
}

/**
 * Looks at a text before it is read: empty, or stopped in the middle of a line.
 * A prompt at the end proves that the answer was over.
 */
export function brokenText({ lines, endsInLineEnd }: CleanText): Unreadable | undefined {
  const last = lines.findLast((line) => line.trim() !== '');
  if (last === undefined) return { kind: 'unreadable', reason: 'empty', line: '' };
  if (!endsInLineEnd && !isPromptLike(last)) return { kind: 'unreadable', reason: 'cut', line: last.trim() };
  return undefined;
}

/** One row as read, with its line for the proof. */
export type Row<T> = { readonly value: T; readonly line: string };

/** How a table is told from its surroundings. */
export type TableShape<T> = {
  /** Matches the first heading line; may come again, once per chassis. A ruler of dashes ends the heading. */
  readonly heading: RegExp;
  /** The row's values, or undefined when the line is no row. */
  readonly row: (line: string) => T | undefined;
  /** Lines in the table that are no rows and no fault: totals, sentences. */
  readonly skip?: RegExp;
};

/**
 * Reads a table strictly: a line in it that is neither row nor known filling makes the whole text unreadable, so
 * that no slot is dropped in silence. A table cut between two rows looks whole from here.
 */
export function readTable<T>(
  text: string,
  shape: TableShape<T>,
): { readonly kind: 'rows'; readonly rows: readonly Row<T>[] } | Unreadable {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const lines = clean.lines.filter((line) => line.trim() !== '' && !isNoise(line));
  const rows: Row<T>[] = [];
  let place: 'before' | 'heading' | 'body' = 'before';
  let isFilled = true;
  let hasContent = false;
  for (const [index, line] of lines.entries()) {
    if (shape.heading.test(line)) {
      if (!isFilled) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
      place = 'heading';
      isFilled = false;
    } else if (place === 'heading') {
      if (isRuler(line)) place = 'body';
    } else if (place === 'body' && !isRuler(line)) {
      const value = shape.row(line);
      const isSkipped = value === undefined && shape.skip?.test(line) === true;
      if (value !== undefined) rows.push({ value, line: line.trim() });
      else if (!isSkipped && !(index === lines.length - 1 && isPromptLike(line))) {
        return { kind: 'unreadable', reason: strangeness(lines, index, rows.at(-1)?.line), line: line.trim() };
      }
      isFilled ||= value !== undefined || isSkipped;
      hasContent ||= isFilled;
    }
  }
  const last = lines.at(-1)?.trim() ?? '';
  if (place === 'before') return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  if (hasContent && !isFilled) return { kind: 'unreadable', reason: 'cut', line: last };
  if (rows.length === 0) return { kind: 'unreadable', reason: 'no-row', line: last };
  return { kind: 'rows', rows };
}

/** A last line shorter than the row before it was cut; any other line that is no row is not understood. */
function strangeness(lines: readonly string[], index: number, rowBefore: string | undefined): 'cut' | 'not-understood' {
  const words = (line: string): number => line.trim().split(/\s+/).length;
  const isLast = index === lines.length - 1;
  const isShort = rowBefore === undefined || words(lines[index] ?? '') < words(rowBefore);
  return isLast && isShort ? 'cut' : 'not-understood';
}

/** One `label: value,` or `label = value,` line; the value ends at the last comma of the line. */
export type Field = { readonly label: string; readonly value: string; readonly line: string };

/** Reads a line of a key-value block; undefined when it is none. Values may hold commas, colons and blanks. */
export function readField(line: string, separator: ':' | '='): Field | undefined {
  const at = line.indexOf(separator);
  if (at <= 0) return undefined;
  const label = line.slice(0, at).trim();
  const value = line
    .slice(at + 1)
    .trim()
    .replace(/,$/, '')
    .trim();
  return label === '' ? undefined : { label, value, line: line.trim() };
}

/** What devices print where they have no number. */
export function isNothing(word: string): boolean {
  return /^(?:n\/?a|-{1,2})$/i.test(word.trim());
}

/**
 * A whole number inside its bounds; null for the device's own "nothing"; undefined for what is no such number,
 * so that 1000 % or -5 % make a row unreadable.
 */
export function boundedNumber(word: string, least: number, most: number): number | null | undefined {
  if (isNothing(word)) return null;
  if (!/^-?\d+$/.test(word)) return undefined;
  const number = Number(word);
  return number >= least && number <= most ? number : undefined;
}
