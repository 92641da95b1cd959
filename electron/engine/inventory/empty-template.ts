import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';
import { columnsOf } from '../../../shared/text-columns';
import { deviceSheet, exportColumns, rowHeight, type ExportColumn } from './sheet-style';
import { workbookFile, type ChoiceToWrite, type SheetToWrite } from './workbook-file';

/** Width of the explanations, characters. */
const guideWidth = 90;
/** Rows that offer a choice of protocols; more can be typed. */
const validatedRows = 1000;

/** An empty list of devices in the user's language, with an example row and a sheet that explains the columns. */
export function emptyTemplate(locale: Locale): Uint8Array {
  const example = {
    cells: exportColumns.map(({ key }) => exampleOf(key, locale)),
    styles: exportColumns.map(() => 'example' as const),
    height: rowHeight(2),
  };
  const devices = { ...deviceSheet(exportColumns, [example], locale), choices: choices(locale) };
  return workbookFile([devices, guideSheet(locale)]);
}

/** Marked and without a real address, so that it never becomes a device when it is forgotten. */
function exampleOf(key: ExportColumn['key'], locale: Locale): string | number | null {
  switch (key) {
    case 'status':
      return '#';
    case 'host':
      return 'X.X.X.X';
    case 'protocol':
      return 'SSH';
    case 'port':
      return 22;
    case 'platform':
      return 'alcatel_aos';
    case 'username':
      return 'inspect';
    case 'name':
    case 'group':
    case 'comment':
      return translate(locale, `inventory.example.${key}`);
    default:
      return null;
  }
}

function choices(locale: Locale): readonly ChoiceToWrite[] {
  const takes: readonly (readonly ['protocol' | 'auth' | 'port', ChoiceToWrite['takes']])[] = [
    ['protocol', ['SSH', 'TELNET']],
    ['auth', ['password', 'key', 'agent']],
    ['port', { from: 1, to: 65535 }],
  ];
  return takes.map(([key, values]) => ({
    column: exportColumns.findIndex((column) => column.key === key),
    firstRow: 2,
    lastRow: validatedRows,
    takes: values,
    error: translate(locale, `inventory.${key}.bad`),
  }));
}

function guideSheet(locale: Locale): SheetToWrite {
  const explanations = exportColumns.map(({ key }) => {
    const text = translate(locale, `inventory.guide.${key}`);
    return {
      cells: [translate(locale, `inventory.column.${key}`), text],
      styles: ['label', 'prose'] as const,
      height: rowHeight(Math.ceil(columnsOf(text) / guideWidth)) + 3,
    };
  });
  return {
    name: translate(locale, 'inventory.guide.title'),
    columns: [{ width: 18 }, { width: guideWidth }],
    rows: [
      { cells: [translate(locale, 'inventory.guide.heading')], styles: ['title'] },
      { cells: [] },
      ...explanations,
    ],
    fitsPage: true,
  };
}
