import { characterColumns, columnsOf } from '../../../shared/text-columns';

/**
 * Characters that must not reach a report: those that XML 1.0 forbids (section 2.2, Char), C1 controls, and the
 * marks that reorder a line (Unicode UAX #9, explicit directional formatting), by which a device could show
 * one thing and have another judged.
 */
// The whole purpose of this pattern is to name control characters.
const unprintable = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]',
  'g',
);
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const terminalSequence = new RegExp('\\u001b(?:\\[[0-?]*[ -/]*[@-~]|[@-Z\\\\-_])', 'g');
const tabColumns = 8;

/** Text fit for XML and HTML: no control characters, no broken surrogates; line breaks and tabs stay. */
export function cleanText(text: string): string {
  return text.replace(terminalSequence, '').replace(unprintable, '').replace(loneSurrogate, '\uFFFD');
}

/** One line of a name, a title or a cell: cleaned, line breaks and tabs made blanks. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\r\n\t\u2028\u2029]+/g, ' ');
}

/** The lines of an output, cleaned, tabs expanded, blank lines at both ends left out. */
export function cleanLines(text: string): readonly string[] {
  const lines = cleanText(text)
    .split(/\r?\n|\r|\u2028|\u2029/)
    .map((line) => expandTabs(line).trimEnd());
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let expanded = '';
  let columns = 0;
  for (const part of line.split(/(\t)/)) {
    const shown = part === '\t' ? ' '.repeat(tabColumns - (columns % tabColumns)) : part;
    expanded += shown;
    columns += columnsOf(shown);
  }
  return expanded;
}

/**
 * Cuts a line into pieces of at most so many columns, after a blank where one stands in the last quarter.
 * No character is cut or lost.
 */
export function wrapColumns(line: string, columns: number): readonly string[] {
  if (columnsOf(line) <= columns) return [line];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of line) {
    const width = characterColumns(character);
    if (used + width > columns) {
      const cut = cutPlace(piece, columns);
      pieces.push(piece.slice(0, cut));
      piece = piece.slice(cut);
      used = columnsOf(piece);
    }
    piece += character;
    used += width;
  }
  return [...pieces, piece];
}

function cutPlace(piece: string, columns: number): number {
  const blank = piece.lastIndexOf(' ') + 1;
  return columnsOf(piece.slice(0, blank)) >= columns * 0.75 ? blank : piece.length;
}
