import { strToU8, zipSync } from 'fflate';
import { escapeMarkup } from '../text/escape-markup';
import { columnLetters } from './cells';
import { cellStyles, stylesPart, type CellStyle } from './workbook-styles';

export type CellToWrite = string | number | null;

export type RowToWrite = {
  readonly cells: readonly CellToWrite[];
  /** One for each cell; what is left out looks like its column. */
  readonly styles?: readonly (CellStyle | undefined)[];
  /** Points; spreadsheet programs take no more than 409. */
  readonly height?: number;
};

/** What a column offers or takes. */
export type ChoiceToWrite = {
  /** 0-based. */
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Words to choose from, or the least and the greatest whole number. */
  readonly takes: readonly string[] | { readonly from: number; readonly to: number };
  /** Shown when something else is typed. */
  readonly error: string;
};

export type SheetToWrite = {
  readonly name: string;
  readonly rows: readonly RowToWrite[];
  /** Width in characters, as the spreadsheet program counts them, and look of cells that are still empty. */
  readonly columns?: readonly { readonly width: number; readonly style?: CellStyle }[];
  /** The first row stays in sight and has a filter. */
  readonly hasHeading?: boolean;
  /** Printed across the page, as wide as the paper. */
  readonly fitsPage?: boolean;
  readonly choices?: readonly ChoiceToWrite[];
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The bytes of an .xlsx file (ECMA-376 part 1, section 18) of these sheets. */
export function workbookFile(sheets: readonly SheetToWrite[]): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const links = (list: readonly string[]): string =>
    `<Relationships xmlns="${packages}/relationships">${list.join('')}</Relationships>`;
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${contentType}.${type}+xml"/>`;
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${numbered.map(({ number }) => part(`worksheets/sheet${number}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': links([link('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${numbered.map(({ sheet, number }) => `<sheet name="${escapeMarkup(sheet.name)}" sheetId="${number}" r:id="rId${number}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': links([
      ...numbered.map(({ number }) => link(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      link(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
    ]),
    'xl/styles.xml': `<styleSheet ${main}>${stylesPart}</styleSheet>`,
    ...Object.fromEntries(
      numbered.map(({ sheet, number }) => [
        `xl/worksheets/sheet${number}.xml`,
        `<worksheet ${main}>${sheetPart(sheet)}</worksheet>`,
      ]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(declaration + text)])));
}

/** The elements of a sheet, in the order that the standard prescribes. */
function sheetPart({ rows, columns = [], hasHeading, fitsPage, choices = [] }: SheetToWrite): string {
  const pane = hasHeading ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
  const cols = columns.map(
    ({ width, style = 'plain' }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1" style="${cellStyles.indexOf(style)}"/>`,
  );
  const styles = columns.map(({ style }) => style);
  return [
    fitsPage ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`,
    cols.length > 0 ? `<cols>${cols.join('')}</cols>` : '',
    `<sheetData>${rows.map((row, index) => rowPart(row, index + 1, styles)).join('')}</sheetData>`,
    hasHeading ? `<autoFilter ref="A1:${columnLetters(columns.length - 1)}1"/>` : '',
    choices.length > 0 ? `<dataValidations>${choices.map(choicePart).join('')}</dataValidations>` : '',
    fitsPage ? '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' : '',
  ].join('');
}

function rowPart(row: RowToWrite, number: number, columnStyles: readonly (CellStyle | undefined)[]): string {
  const height = row.height === undefined ? '' : ` ht="${Math.min(409, row.height)}" customHeight="1"`;
  const cells = row.cells.map((value, index) => {
    const style = row.styles?.[index] ?? columnStyles[index] ?? 'plain';
    const open = `<c r="${columnLetters(index)}${number}" s="${cellStyles.indexOf(style)}"`;
    if (value === null || value === '') return `${open}/>`;
    if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
    return `${open} t="inlineStr"><is><t xml:space="preserve">${textPart(value)}</t></is></c>`;
  });
  return `<row r="${number}"${height}>${cells.join('')}</row>`;
}

/** What XML cannot hold is written by its number, and what would read as such a number is told from one. */
function textPart(text: string): string {
  const numbered = text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\x20-\uFFFD]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
  return escapeMarkup(numbered);
}

function choicePart({ column, firstRow, lastRow, takes, error }: ChoiceToWrite): string {
  const letters = columnLetters(column);
  const [type, first, second] =
    'from' in takes
      ? ['whole" operator="between', `${takes.from}`, `<formula2>${takes.to}</formula2>`]
      : ['list', `&quot;${escapeMarkup(takes.join(','))}&quot;`, ''];
  return `<dataValidation type="${type}" allowBlank="1" showErrorMessage="1" error="${escapeMarkup(error)}" sqref="${letters}${firstRow}:${letters}${lastRow}"><formula1>${first}</formula1>${second}</dataValidation>`;
}
