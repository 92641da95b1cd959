import type { ImportProblem } from '../../../shared/model/import';
import { isBlankRow, isSkipMark, tidy, type Cell, type Sheet, type SheetRow } from './cells';
import { findHeader, headlessColumns, type Header } from './columns';
import { acceptCommands, commandsOfCell, type CommandList, type FoundCommand } from './command-list';
import { isSwitchedOff } from './status';

/**
 * Reads the sheet that lists the commands of one device type; undefined when the sheet is none.
 * A row marked `#` is left out and reported.
 */
export function readCommandsSheet(sheet: Sheet): CommandList | undefined {
  const header = findHeader(sheet, 'commands', 1);
  if (header === undefined || header.columns.has('host')) return undefined;
  const rows = sheet.rows.filter((row) => row.number > header.row && !isBlankRow(row));
  const found: FoundCommand[] = [];
  const problems: ImportProblem[] = columnProblems(sheet, header, rows);
  const index = header.columns.get('commands')?.index ?? 0;
  const column = header.columns.get('commands')?.heading ?? null;
  for (const row of rows) {
    const cell = row.cells[index];
    if (cell === undefined || cell.kind === 'empty') continue;
    const here = { sheet: sheet.name, row: row.number, column, found: cell.text.slice(0, 500) };
    if (isSkipped(row, header)) problems.push({ ...here, severity: 'warning', code: 'skipped-command' });
    else if (cell.kind !== 'text') problems.push({ ...here, severity: 'error', code: 'not-text' });
    else {
      if (cell.isFormula) problems.push({ ...here, severity: 'warning', code: 'formula' });
      for (const text of commandsOfCell(cell.text)) found.push({ text, sheet: sheet.name, row: row.number, column });
    }
  }
  const accepted = acceptCommands(found, sheet.name);
  return { commands: accepted.commands, problems: [...problems, ...accepted.problems] };
}

/** In the status column any word for "off"; in a comment only the bare mark, as `#3 rack` is a comment. */
function isSkipped(row: SheetRow, header: Header): boolean {
  const cellOf = (key: 'status' | 'comment'): Cell | undefined => row.cells[header.columns.get(key)?.index ?? -1];
  return isSwitchedOff(cellOf('status')?.text ?? '') || isSkipMark(cellOf('comment')?.text ?? '');
}

/** Columns of a sheet that are not understood, each once. */
export function columnProblems(sheet: Sheet, header: Header, rows: readonly SheetRow[]): ImportProblem[] {
  const report = (column: string): ImportProblem => ({
    severity: 'warning',
    sheet: sheet.name,
    row: header.row,
    column,
    code: 'unknown-column',
    found: column,
  });
  return [...header.unknown.map(({ heading }) => report(tidy(heading))), ...headlessColumns(header, rows).map(report)];
}
