import type { Workbook } from 'exceljs';

/** An empty workbook. The library is loaded at the first use: most starts of the program need none. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs');
  return new ExcelJS.Workbook();
}
