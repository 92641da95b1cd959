import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';
import type { ColumnKey } from './columns';
import type { RowToWrite, SheetToWrite } from './workbook-file';

/** A column of our own list of devices. */
export type ExportColumn = {
  readonly key: Exclude<ColumnKey, 'ordinal'>;
  /** Width in characters, as the spreadsheet program counts them. */
  readonly width: number;
};

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

/** A sheet of devices: the row of headings, then these. */
export function deviceSheet(
  columns: readonly ExportColumn[],
  rows: readonly RowToWrite[],
  locale: Locale,
): SheetToWrite {
  const heading: RowToWrite = {
    cells: columns.map(({ key }) => translate(locale, `inventory.column.${key}`)),
    styles: columns.map(() => 'heading'),
    height: 22,
  };
  return {
    name: translate(locale, 'inventory.sheet.devices'),
    columns: columns.map(({ key, width }) => ({ width, style: key === 'port' || key === 'ftpPort' ? 'top' : 'text' })),
    rows: [heading, ...rows],
    hasHeading: true,
    fitsPage: true,
  };
}

/** Height of a row of so many lines, points. */
export function rowHeight(lines: number): number {
  return 15 * Math.max(1, lines);
}
