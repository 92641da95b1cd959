import type { Worksheet } from 'exceljs';
import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';
import { columnLetters } from './cells';
import type { ColumnKey } from './columns';

/** A column of our own list of devices. */
export type ExportColumn = {
  readonly key: Exclude<ColumnKey, 'ordinal'>;
  /** Width in characters, as the spreadsheet program counts them. */
  readonly width: number;
};

/** Spreadsheet programs fall back to a serif face when a changed font names none. */
export const baseFont = { name: 'Calibri', family: 2, size: 11 } as const;

/** The columns of our own list, in the order in which people fill them in. */
export const exportColumns: readonly ExportColumn[] = [
  { key: 'status', width: 8 },
  { key: 'name', width: 24 },
  { key: 'host', width: 18 },
  { key: 'protocol', width: 10 },
  { key: 'port', width: 8 },
  { key: 'platform', width: 18 },
  { key: 'username', width: 16 },
  { key: 'password', width: 18 },
  { key: 'secret', width: 18 },
  { key: 'group', width: 16 },
  { key: 'comment', width: 30 },
  { key: 'commands', width: 40 },
  // what few devices need
  { key: 'auth', width: 10 },
  { key: 'privateKey', width: 18 },
  { key: 'passphrase', width: 14 },
  { key: 'jump', width: 18 },
  { key: 'bastion', width: 28 },
  { key: 'ftpPort', width: 8 },
];

/** Writes the row of headings and sets widths, text format, the frozen row and the filter. */
export function styleHeader(sheet: Worksheet, columns: readonly ExportColumn[], locale: Locale): void {
  columns.forEach(({ key, width }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    // Text, so that a spreadsheet program leaves digits, dates and links as they were typed.
    if (key !== 'port' && key !== 'ftpPort') column.numFmt = '@';
    column.alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
  });
  const header = sheet.addRow(columns.map(({ key }) => translate(locale, `inventory.column.${key}`)));
  header.height = 22;
  header.eachCell((cell) => {
    cell.font = { ...baseFont, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E79' } };
    cell.alignment = { vertical: 'middle' };
  });
  fitPage(sheet);
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
  sheet.autoFilter = `A1:${columnLetters(columns.length - 1)}1`;
}

/** Height of a row of so many lines, points; spreadsheet programs take no more than 409. */
export function rowHeight(lines: number): number {
  return Math.min(409, 15 * Math.max(1, lines));
}

/** Printed across the page, as wide as the paper. */
export function fitPage(sheet: Worksheet): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    orientation: 'landscape',
    paperSize: 9,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  };
}
