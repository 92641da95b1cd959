/**
 * A terminal's view of one line: what a person would see after all carriage returns, backspaces and erasures.
 * Works line by line, since devices that we read never move up.
 */

const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;
// ESC [ parameters final (CSI), ESC ] … BEL or ESC \ (window titles), ESC ( B and other two- or three-byte sequences.
const escape = /^\u001b(?:\[([0-?]*)[ -/]*([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[ -/]+[0-~]|[0-Z\\^-~])/;

/**
 * No terminal is wider: a device may move the cursor so far, and no further unless it has written so much. What erases or
 * shifts cells does nothing in a longer line: else a few bytes would cost as much as the line is long, again and again.
 */
const mostColumns = 4096;

/** A line being drawn: cells, and where the next character goes. */
type Drawing = { cells: string[]; column: number };

const isNarrow = ({ cells }: Drawing): boolean => cells.length <= mostColumns;

/** Back at the left edge of a line that holds nothing but erased cells: it counts as never written. */
function settle(drawing: Drawing): void {
  if (drawing.column !== 0 || !isNarrow(drawing)) return;
  if (drawing.cells.every((cell) => cell === ' ')) drawing.cells = [];
}

function moveLeft(drawing: Drawing, columns: number): void {
  drawing.column = Math.max(0, drawing.column - columns);
  settle(drawing);
}

function moveTo(drawing: Drawing, column: number): void {
  drawing.column = Math.min(column, Math.max(mostColumns, drawing.cells.length));
}

function put(drawing: Drawing, character: string): void {
  while (drawing.cells.length < drawing.column) drawing.cells.push(' ');
  drawing.cells[drawing.column] = character;
  drawing.column += 1;
}

function eraseInLine(drawing: Drawing, mode: string): void {
  if (mode === '1') {
    if (isNarrow(drawing)) drawing.cells.fill(' ', 0, drawing.column + 1);
  } else if (mode === '2') drawing.cells = [];
  else drawing.cells.length = Math.min(drawing.cells.length, drawing.column);
}

function controlSequence(drawing: Drawing, parameters: string, final: string): void {
  const count = Math.max(1, Number.parseInt(parameters, 10) || 1);
  if (final === 'D') moveLeft(drawing, count);
  else if (final === 'C') moveTo(drawing, drawing.column + count);
  else if (final === 'G') moveTo(drawing, count - 1);
  else if (final === 'K') eraseInLine(drawing, parameters);
  else if (final === 'P' && isNarrow(drawing)) drawing.cells.splice(drawing.column, count);
}

/**
 * Draws one line, without its LF.
 *
 * A cursor that moves right over nothing leaves blanks; unknown sequences, NUL and BEL leave nothing; TAB stays a TAB.
 */
export function drawLine(raw: string): string {
  const line = raw.endsWith('\r') ? raw.replace(/(?<!\r)\r+$/, '') : raw;
  if (!control.test(line)) return line;
  const drawing: Drawing = { cells: [], column: 0 };
  for (let at = 0; at < line.length;) {
    const character = line[at] ?? '';
    if (character === '\u001b') {
      const found = escape.exec(line.slice(at, at + 256));
      if (found?.[2] !== undefined) controlSequence(drawing, found[1] ?? '', found[2]);
      at += found ? found[0].length : 1;
      continue;
    }
    const code = line.codePointAt(at) ?? 0;
    const whole = String.fromCodePoint(code);
    if (character === '\r') moveLeft(drawing, drawing.column);
    else if (character === '\b') moveLeft(drawing, 1);
    else if (code >= 0x20 ? code !== 0x7f : character === '\t') put(drawing, whole);
    at += whole.length;
  }
  return drawing.cells.join('');
}

/** What moves the cursor otherwise than to the next line: most answers hold none of it. */
const movement = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\r(?![\r\n])/;

/** Draws a text: one entry a line; the last one is what stands after the last LF. */
export function drawLines(text: string): string[] {
  if (movement.test(text)) return text.split('\n').map(drawLine);
  return (text.includes('\r') ? text.replace(/(?<!\r)\r+\n/g, '\n') : text).split('\n');
}
