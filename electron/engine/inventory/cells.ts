/** One cell, whatever kind of file it came from. `text` is what the user sees in it. */
export type Cell = {
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';
  readonly text: string;
  /** The value is calculated; `text` is the result that the file holds. */
  readonly isFormula?: true;
  /** A link; `text` is the text shown, not the target. */
  readonly isLink?: true;
  /** The text before a csv guard against formulas was taken off; a password is taken from here. */
  readonly raw?: string;
};

/** One row; `number` is 1-based, as the spreadsheet program shows it. */
export type SheetRow = {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** The row is hidden, by hand or by a filter, or its sheet is. */
  readonly isHidden?: true;
};

/** A sheet of a workbook, or the whole of a csv file. Rows that hold nothing may be missing. */
export type Sheet = { readonly name: string; readonly rows: readonly SheetRow[] };

/** A cell that holds nothing. */
export const emptyCell: Cell = { kind: 'empty', text: '' };

/** A cell of plain text; blanks alone count as nothing. */
export function textCell(text: string): Cell {
  return tidy(text) === '' ? { kind: 'empty', text } : { kind: 'text', text };
}

/** Without the blanks around it, the invisible ones of web pages and chat programs included. */
export function tidy(text: string): string {
  return text.replace(
    /^[\s\u200B-\u200D\u2060\uFEFF]+|(?<![\s\u200B-\u200D\u2060\uFEFF])[\s\u200B-\u200D\u2060\uFEFF]+$/gu,
    '',
  );
}

/** True when no cell of the row holds anything. */
export function isBlankRow(row: SheetRow): boolean {
  return row.cells.every((cell) => cell.kind === 'empty' && cell.isFormula !== true);
}

/** True for the mark that takes a row or a command out, in either width. */
export function isSkipMark(text: string): boolean {
  return /^[#＃]+$/.test(tidy(text));
}

/** The letters over a column, from its 0-based index: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
