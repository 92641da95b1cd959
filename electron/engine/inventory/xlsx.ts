import type { Cell as ExcelCell, CellValue, Workbook, Worksheet } from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { AppError } from '../../../shared/errors';
import { emptyCell, textCell, type Cell, type Sheet, type SheetRow } from './cells';
import { newWorkbook } from './excel-library';
import { maxRows } from './limits';

/** All that a sheet of text unpacks to at most, bytes. A real list of 50,000 devices has about 30 MB. */
const maxUnpackedBytes = 150 * 1024 * 1024;
/** Columns after this one are not looked at. */
const maxColumns = 100;

/** The parts of a workbook that hold values. Pictures, notes, tables and charts stay packed. */
const neededPart =
  /^\/?(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/(_rels\/)?sheet\d+\.xml(\.rels)?)$/;

/** Elements of a sheet that point to parts left out above, or that a malformed file can blow up. */
const ignoredNodes = [
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'extLst',
  'conditionalFormatting',
  'dataValidations',
  'rowBreaks',
];

/**
 * Reads the cells of a workbook.
 *
 * @throws AppError `inventory.unreadable` when it is no workbook, damaged or too large
 */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<readonly Sheet[]> {
  const workbook = await load(leanZip(bytes, fileName), fileName);
  return workbook.worksheets.map((worksheet) => toSheet(worksheet, fileName));
}

/** Packs the needed parts anew, so that the memory used is bounded by what the list of parts announces. */
function leanZip(bytes: Uint8Array, fileName: string): Uint8Array {
  let total = 0;
  const filter = (part: UnzipFileInfo): boolean => {
    if (!neededPart.test(part.name)) return false;
    total += part.originalSize;
    if (total > maxUnpackedBytes)
      throw new AppError('inventory.unreadable', { file: fileName, detail: 'ZIP > 150 MB' });
    return true;
  };
  try {
    const parts: Record<string, Uint8Array> = unzipSync(bytes, { filter });
    for (const [name, content] of Object.entries(parts)) if (name.endsWith('.rels')) parts[name] = linksOnly(content);
    return zipSync(parts, { level: 0 });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('inventory.unreadable', { file: fileName, detail: 'ZIP' }, { cause });
  }
}

/** Drops what a sheet's list of relations says about notes, pictures and tables, as they are not there any more. */
function linksOnly(content: Uint8Array): Uint8Array {
  const dropped = /Type="[^"]*\/(?:comments|vmlDrawing|drawing|table|image|threadedComment|printerSettings|theme)"/;
  const text = strFromU8(content).replace(/<Relationship\s[^<>]*\/>/g, (tag) => (dropped.test(tag) ? '' : tag));
  return strToU8(text);
}

async function load(zip: Uint8Array, fileName: string): Promise<Workbook> {
  const workbook = await newWorkbook();
  try {
    // The library's type names an older, wider Buffer than Node's; it reads any view of bytes.
    await workbook.xlsx.load(Buffer.from(zip) as unknown as Parameters<Workbook['xlsx']['load']>[0], {
      ignoreNodes: ignoredNodes,
    });
  } catch (cause) {
    throw new AppError('inventory.unreadable', { file: fileName, detail: 'XLSX' }, { cause });
  }
  return workbook;
}

function toSheet(worksheet: Worksheet, fileName: string): Sheet {
  const rows: SheetRow[] = [];
  worksheet.eachRow((row, number) => {
    const cells: Cell[] = [];
    row.eachCell((cell, column) => {
      if (column > maxColumns) return;
      while (cells.length < column - 1) cells.push(emptyCell);
      cells.push(toCell(cell));
    });
    if (cells.some((cell) => cell.kind !== 'empty' || cell.isFormula)) rows.push({ number, cells });
    if (rows.length > maxRows) {
      throw new AppError('inventory.unreadable', { file: fileName, detail: `> ${maxRows} × ${worksheet.name}` });
    }
  });
  return { name: worksheet.name, rows };
}

function toCell(cell: ExcelCell): Cell {
  const plain = fromValue(cell.value);
  // A format of zeros shows zeros that the number does not hold: 0042.
  return plain.kind === 'number' && /^0{2,20}$/.test(cell.numFmt ?? '') && /^\d+$/.test(plain.text)
    ? { ...plain, text: plain.text.padStart(cell.numFmt.length, '0') }
    : plain;
}

function fromValue(value: CellValue): Cell {
  if (value === null || value === undefined) return emptyCell;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' };
  if (value instanceof Date) return { kind: 'date', text: dateText(value) };
  if ('richText' in value) return textCell(value.richText.map((part) => part.text).join(''));
  if ('hyperlink' in value) return { ...fromValue(value.text), isLink: true };
  if ('error' in value) return { kind: 'error', text: value.error };
  if ('formula' in value || 'sharedFormula' in value) return { ...fromValue(value.result), isFormula: true };
  return emptyCell;
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
