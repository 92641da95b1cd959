import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { AppError } from '../../../shared/errors';
import { emptyCell, isBlankRow, textCell, type Cell, type Sheet, type SheetRow } from './cells';
import { maxRows } from './limits';
import { workbookParts } from './workbook-parts';

/** Columns after this one are not looked at. */
const maxColumns = 100;

/**
 * Reads the cells of a workbook.
 *
 * @throws AppError `inventory.unreadable` when it is no workbook, damaged or too large
 */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<readonly Sheet[]> {
  const unreadable = (detail: string, cause?: unknown): AppError =>
    new AppError('inventory.unreadable', { file: fileName, detail }, { cause });
  const parts = workbookParts(bytes, fileName);
  // The library is loaded at the first use: most starts of the program need none.
  const { read } = await import('@e965/xlsx');
  let sheets: readonly Sheet[];
  try {
    sheets = sheetsOf(read(zipSync(parts, { level: 0 }), readOptions));
  } catch (cause) {
    throw unreadable('XLSX', cause);
  }
  const tooLong = sheets.find(({ rows }) => rows.length > maxRows);
  if (tooLong !== undefined) throw unreadable(`> ${maxRows} × ${tooLong.name}`);
  return sheets;
}

function sheetsOf(book: WorkBook): readonly Sheet[] {
  return book.SheetNames.map((name, index) => {
    // The library leaves out a sheet that it fails at.
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    if (sheet === undefined) throw new Error(`sheet ${name}`);
    return { name, rows: rowsOf(sheet, (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) };
  });
}

const readOptions = {
  type: 'array',
  dense: true,
  cellHTML: false,
  cellNF: true,
  // Which rows are hidden is a style to the library.
  cellStyles: true,
  cellDates: true,
  UTC: true,
} as const;

function rowsOf(sheet: WorkSheet, isSheetHidden: boolean): readonly SheetRow[] {
  const cells = sheet['!data'] ?? [];
  spreadMerges(sheet);
  // By their keys: a row's number may be as large as it likes.
  return Object.keys(cells)
    .map(Number)
    .map((index) => {
      const found = cells[index] ?? [];
      const isHidden = isSheetHidden || sheet['!rows']?.[index]?.hidden === true;
      const row = Array.from({ length: Math.min(found.length, maxColumns) }, (_, column) => toCell(found[column]));
      return { number: index + 1, cells: row, ...(isHidden && { isHidden }) };
    })
    .filter((row) => !isBlankRow(row));
}

/** Every cell of a merge holds what its first one holds. Rows that are not in the file stay so. */
function spreadMerges(sheet: WorkSheet): void {
  const rows = sheet['!data'] ?? [];
  // Merges that do not overlap touch fewer cells.
  let left = 2 * maxRows * maxColumns;
  for (const { s: start, e: end } of sheet['!merges'] ?? []) {
    const first = rows[start.r]?.[start.c];
    const width = Math.min(end.c + 1, maxColumns) - start.c;
    for (let row = start.r; first !== undefined && row <= end.r && row < rows.length; row += 1) {
      left -= Math.max(width, 1);
      if (left < 0) throw new Error('too many merged cells');
      const cells = rows[row];
      for (let column = start.c; cells !== undefined && column < start.c + width; column += 1) cells[column] = first;
    }
  }
}

function toCell(cell: CellObject | undefined): Cell {
  if (cell === undefined) return emptyCell;
  return {
    ...fromValue(cell),
    ...(cell.l !== undefined && { isLink: true }),
    ...(cell.f !== undefined && { isFormula: true }),
  };
}

function fromValue({ t: type, v: value, w: shown, z: format }: CellObject): Cell {
  if (type === 'e') return { kind: 'error', text: shown ?? '' };
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return { kind: 'date', text: dateText(value) };
  if (typeof value !== 'number') return emptyCell;
  const text = String(value);
  // A format of zeros shows zeros that the number does not hold: 0042.
  const zeros = /^\d+$/.test(text) ? (/^0{2,20}$/.exec(String(format ?? ''))?.[0].length ?? 0) : 0;
  return { kind: 'number', text: text.padStart(zeros, '0') };
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
