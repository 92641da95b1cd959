import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A value of a cell; an object is a cell as the library writes it: a formula, a link, an error, a format. */
export type CellOfTest = string | number | boolean | Date | CellObject | null;

/** A workbook of the sheets given, as bytes, written by the library and not by the product. */
export function workbookOf(sheets: Readonly<Record<string, readonly (readonly CellOfTest[])[]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet: WorkSheet = utils.aoa_to_sheet(
      rows.map((row) => [...row]),
      { UTC: true },
    );
    utils.book_append_sheet(book, sheet, name);
  }
  const bytes: ArrayBuffer = write(book, { type: 'array', bookSST: true });
  return new Uint8Array(bytes);
}

/** The same workbook with its parts renamed or put otherwise; a part of which nothing is given back is left out. */
export function withParts(
  workbook: Uint8Array,
  change: (name: string, text: string) => readonly [string, string] | undefined,
): Uint8Array {
  const parts = Object.entries(unzipSync(workbook)).flatMap(([name, content]) => {
    const changed = change(name, strFromU8(content));
    return changed === undefined ? [] : [[changed[0], strToU8(changed[1])] as const];
  });
  return zipSync(Object.fromEntries(parts));
}
