import type { Worksheet } from 'exceljs';
import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';
import { columnLetters } from './cells';
import { newWorkbook } from './excel-library';
import { baseFont, exportColumns, fitPage, rowHeight, styleHeader, type ExportColumn } from './sheet-style';

/** Width of the explanations, characters. */
const guideWidth = 90;
/** Rows that offer a choice of protocols; more can be typed. */
const validatedRows = 1000;

/** An empty list of devices in the user's language, with an example row and a sheet that explains the columns. */
export async function emptyTemplate(locale: Locale): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet(translate(locale, 'inventory.sheet.devices'));
  styleHeader(sheet, exportColumns, locale);
  const example = sheet.addRow(exportColumns.map(({ key }) => exampleOf(key, locale)));
  example.height = rowHeight(2);
  example.font = { ...baseFont, italic: true, color: { argb: 'FF8C8C8C' } };
  offerChoices(sheet, locale);
  addGuide(workbook.addWorksheet(translate(locale, 'inventory.guide.title')), locale);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
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

function offerChoices(sheet: Worksheet, locale: Locale): void {
  const lettersOf = (key: ExportColumn['key']): string =>
    columnLetters(exportColumns.findIndex((column) => column.key === key));
  for (let row = 2; row <= validatedRows; row += 1) {
    sheet.getCell(`${lettersOf('protocol')}${row}`).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: ['"SSH,TELNET"'],
      showErrorMessage: true,
      error: translate(locale, 'inventory.protocol.bad'),
    };
    sheet.getCell(`${lettersOf('auth')}${row}`).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: ['"password,key,agent"'],
      showErrorMessage: true,
      error: translate(locale, 'inventory.auth.bad'),
    };
    sheet.getCell(`${lettersOf('port')}${row}`).dataValidation = {
      type: 'whole',
      operator: 'between',
      allowBlank: true,
      formulae: [1, 65535],
      showErrorMessage: true,
      error: translate(locale, 'inventory.port.bad'),
    };
  }
}

function addGuide(sheet: Worksheet, locale: Locale): void {
  fitPage(sheet);
  sheet.getColumn(1).width = 18;
  sheet.getColumn(2).width = guideWidth;
  sheet.addRow([translate(locale, 'inventory.guide.heading')]).font = { ...baseFont, bold: true, size: 14 };
  sheet.addRow([]);
  for (const { key } of exportColumns) {
    const text = translate(locale, `inventory.guide.${key}`);
    const row = sheet.addRow([translate(locale, `inventory.column.${key}`), text]);
    row.alignment = { vertical: 'top', wrapText: true };
    row.height = rowHeight(Math.ceil(displayWidth(text) / guideWidth)) + 3;
    row.getCell(1).font = { ...baseFont, bold: true };
  }
}

/** Chinese characters are two wide. */
function displayWidth(text: string): number {
  return [...text].reduce((width, character) => width + (character > '\u2E7F' ? 2 : 1), 0);
}
