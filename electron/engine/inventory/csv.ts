import { AppError } from '../../../shared/errors';
import { isBlankRow, textCell, type Cell, type Sheet, type SheetRow } from './cells';
import { findHeader } from './columns';
import { maxRows } from './limits';

/**
 * Reads a csv file: comma of either width, semicolon, tab or bar, quotes, and the encodings in which Excel saves one.
 *
 * @throws AppError `inventory.unreadable` when a quote is never closed or there are too many rows
 */
export function readCsv(bytes: Uint8Array, fileName: string): Sheet {
  const { separator, text } = separatorOf(decodeText(bytes));
  const records = splitRecords(text, separator);
  if (records === undefined) throw new AppError('inventory.unreadable', { file: fileName, detail: 'CSV: "' });
  const rows: SheetRow[] = records
    .map((record, index) => ({ number: index + 1, cells: record.map(toCell) }))
    .filter((row) => row.cells.some((cell) => cell.kind !== 'empty'));
  if (rows.length > maxRows) throw new AppError('inventory.unreadable', { file: fileName, detail: `> ${maxRows}` });
  return { name: fileName, rows };
}

/** Takes off the quote that an export sets before text which a spreadsheet program would run as a formula. */
function toCell(raw: string): Cell {
  return { ...textCell(raw.replace(/^'(?=['=+\-@\t\r])/, '')), raw };
}

/** Text from bytes: UTF-8 or UTF-16 by its mark, UTF-8 when it is, else GB18030 as a Chinese Excel saves it. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: the one other encoding in use. GB18030 reads any bytes, the header check finds what is neither.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const separators = [',', ';', '\t', '|', '，'];
/** Length of the beginning in which the headings are searched, characters. */
const beginning = 20_000;

/**
 * The separator: by the line `sep=;` of Excel, else the one that gives the most headings, as titles may stand over
 * them, else what the first line has most of.
 */
function separatorOf(text: string): { readonly separator: string; readonly text: string } {
  const told = /^sep=([,;\t|])\r?\n/i.exec(text);
  if (told?.[1] !== undefined) return { separator: told[1], text: `\n${text.slice(told[0].length)}` };
  const firstLine = (/^\s*([^\r\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '');
  const counted = separators.map((separator) => ({
    separator,
    headings: headingsBy(separator, text),
    fields: firstLine.split(separator).length,
  }));
  const best = counted.reduce((left, right) =>
    (right.headings - left.headings || right.fields - left.fields) > 0 ? right : left,
  );
  return { separator: best.separator, text };
}

/** How many headings of a list of devices the beginning of a text has. */
function headingsBy(separator: string, text: string): number {
  const records = splitRecords(text.slice(0, beginning), separator) ?? [];
  const rows = records.slice(0, 20).map((record, index) => ({ number: index + 1, cells: record.map(toCell) }));
  return findHeader({ name: '', rows: rows.filter((row) => !isBlankRow(row)) }, 'host')?.columns.size ?? 0;
}

/** Records of fields; undefined when the last quote is open. */
function splitRecords(text: string, separator: string): string[][] | undefined {
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at, separator);
    if (field === undefined) return undefined;
    // What stands between a closing quote and the separator belongs to the field, as spreadsheets read it.
    const tail = field.wasQuoted ? plainField(text, field.end, separator) : { value: '', end: field.end };
    record.push(field.value + tail.value);
    at = tail.end;
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    records.push(record);
    record = [];
    if (at >= text.length) break;
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return records;
}

type Field = { readonly value: string; readonly end: number; readonly wasQuoted?: boolean };

function plainField(text: string, start: number, separator: string): Field {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number): Field | undefined {
  let value = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return undefined;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1, wasQuoted: true };
    value += '"';
    at = quote + 2;
  }
}
