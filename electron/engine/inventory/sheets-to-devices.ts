import type { ImportPreview, ImportProblem } from '../../../shared/model/import';
import { emptyCell, isBlankRow, tidy, type Sheet } from './cells';
import { dialectOf, findHeader, type Header } from './columns';
import { columnProblems, readCommandsSheet } from './commands-sheet';
import type { CommandList } from './command-list';
import type { DeviceDraft, DeviceSource } from './device-draft';
import { rowToDevice } from './row-to-device';

/** Devices of a workbook, and what was said about its sheets. */
export type SheetDevices = {
  readonly dialect: ImportPreview['dialect'];
  readonly drafts: readonly DeviceDraft[];
  readonly problems: readonly ImportProblem[];
};

/** Sheets of explanation in our own template. */
const guideSheets = ['说明', 'guide'];

/** Turns sheets into devices: those with an address column list devices, the others the commands of a type. */
export function readSheets(sheets: readonly Sheet[], knownTypes: readonly string[]): SheetDevices {
  const problems: ImportProblem[] = [];
  const drafts: DeviceDraft[] = [];
  const dialects: ImportPreview['dialect'][] = [];
  const commandSheets = new Map<string, { readonly sheet: Sheet; readonly list: CommandList }>();
  for (const sheet of sheets) {
    const header = findHeader(sheet, 'host');
    const list = header === undefined ? readCommandsSheet(sheet) : undefined;
    if (header !== undefined) {
      dialects.push(dialectOf(sheet.name, header));
      const rows = sheet.rows.filter((row) => row.number > header.row && !isBlankRow(row));
      problems.push(...columnProblems(sheet, header, rows));
      drafts.push(...rows.map((row) => rowToDevice(toSource(sheet, header, row), knownTypes)));
    } else if (list !== undefined) commandSheets.set(typeName(sheet.name), { sheet, list });
    else if (sheet.rows.length > 0 && !guideSheets.includes(typeName(sheet.name))) problems.push(unknownSheet(sheet));
  }
  const dialect = dialects[0] ?? 'xunjian';
  const used = new Set<string>();
  const missing = new Set<string>();
  const withCommands = drafts.map((draft) => {
    if (draft.commands !== undefined && draft.commands.length > 0) return draft;
    const name = sheetFor(draft, commandSheets);
    if (name !== undefined) used.add(name);
    else if (draft.deviceType !== '' && dialect !== 'xunjian') missing.add(typeName(draft.deviceType));
    return { ...draft, commands: commandSheets.get(name ?? '')?.list.commands ?? draft.commands };
  });
  for (const [name, { sheet, list }] of commandSheets) {
    if (!used.has(name)) problems.push(unknownSheet(sheet));
    else problems.push(...list.problems);
  }
  for (const name of missing) problems.push(noSuchSheet(name));
  return { dialect, drafts: withCommands, problems };
}

function toSource(sheet: Sheet, header: Header, row: Sheet['rows'][number]): DeviceSource {
  return {
    sheet: sheet.name,
    row: row.number,
    isHidden: row.isHidden === true,
    cell: (key) => {
      const column = header.columns.get(key);
      return column && (row.cells[column.index] ?? emptyCell);
    },
    heading: (key) => header.columns.get(key)?.heading ?? null,
  };
}

/** Sheet names are compared without case and blanks. */
function typeName(text: string): string {
  return tidy(text).toLowerCase();
}

/** The sheet named as the type, or as the type without its transport. */
function sheetFor(draft: DeviceDraft, sheets: ReadonlyMap<string, unknown>): string | undefined {
  return [typeName(draft.deviceType), draft.platform, typeName(draft.deviceType).slice(0, 31)].find((name) =>
    sheets.has(name),
  );
}

/** A sheet that nothing was taken from. */
function unknownSheet(sheet: Sheet): ImportProblem {
  return { severity: 'warning', sheet: sheet.name, row: null, column: null, code: 'unknown-sheet', found: sheet.name };
}

/** A device type without its sheet of commands: the platform's own list is run. */
function noSuchSheet(name: string): ImportProblem {
  return { severity: 'warning', sheet: name, row: null, column: null, code: 'no-such-sheet', found: name };
}
