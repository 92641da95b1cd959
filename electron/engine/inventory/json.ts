import * as z from 'zod';
import { AppError } from '../../../shared/errors';
import { Bastion } from '../../../shared/model/bastion';
import { bastionText } from '../../../shared/model/bastion-text';
import type { ImportProblem } from '../../../shared/model/import';
import { emptyCell, textCell, type Cell } from './cells';
import { columnKey, type ColumnKey } from './columns';
import { decodeText } from './csv';
import type { DeviceSource } from './device-draft';
import { maxRows } from './limits';

const Entries = z.array(z.unknown()).max(maxRows);
/** A bare list, or a list under `devices`. */
const File = z.union([Entries, z.object({ devices: Entries }).transform(({ devices }) => devices)]);
const Entry = z.record(z.string(), z.unknown());

/** Entries that can be read, and those that are no device at all. */
export type JsonDevices = { readonly sources: readonly DeviceSource[]; readonly problems: readonly ImportProblem[] };

/**
 * Reads a list of devices: `[{"name","host","port","protocol","platform","username","password","secret","group",
 * "comment","skipped","auth","privateKey","passphrase","jump","bastion","ftpPort","commands":[…]}]`. Fields of other names are ignored.
 *
 * @throws AppError `inventory.unreadable` when it is not JSON or not such a list
 */
export function readJson(bytes: Uint8Array, fileName: string): JsonDevices {
  const parsed = File.safeParse(parse(bytes, fileName));
  if (!parsed.success)
    throw new AppError('inventory.unreadable', { file: fileName, detail: 'JSON: [{"name","host",…}]' });
  const sources: DeviceSource[] = [];
  const problems: ImportProblem[] = [];
  parsed.data.forEach((item, index) => {
    const entry = Entry.safeParse(item);
    const place = { sheet: fileName, row: index + 1 };
    if (entry.success && !Array.isArray(item)) sources.push(toSource(entry.data, place, problems));
    else problems.push({ ...place, severity: 'error', column: null, code: 'bad-field', found: typeof item });
  });
  return { sources, problems };
}

function parse(bytes: Uint8Array, fileName: string): unknown {
  try {
    return JSON.parse(decodeText(bytes).replace(/^\uFEFF/, ''));
  } catch {
    // The parser's own words quote the text around the mistake, which may be a password: they are not passed on.
    throw new AppError('inventory.unreadable', { file: fileName, detail: 'JSON' });
  }
}

type Place = { readonly sheet: string; readonly row: number };

function toSource(entry: Readonly<Record<string, unknown>>, place: Place, problems: ImportProblem[]): DeviceSource {
  const cells = new Map<ColumnKey, { readonly field: string; readonly cell: Cell }>();
  let commands: readonly string[] | undefined;
  const refuse = (column: string): void => {
    problems.push({ ...place, severity: 'error', column, code: 'bad-field', found: '' });
  };
  for (const [field, value] of Object.entries(entry)) {
    const key = fieldKey(field);
    if (key === undefined || cells.has(key)) continue;
    if (key === 'commands' && Array.isArray(value)) {
      commands = value.filter((command): command is string => typeof command === 'string' && command.trim() !== '');
      if (commands.length < value.length) refuse(field);
      continue;
    }
    const cell = key === 'bastion' ? toBastionCell(value) : toCell(value, field);
    if (cell === undefined) refuse(field);
    else cells.set(key, { field, cell });
  }
  return {
    ...place,
    cell: (key) => cells.get(key)?.cell,
    heading: (key) => cells.get(key)?.field ?? key,
    commands,
  };
}

function fieldKey(field: string): ColumnKey | undefined {
  return /^(skipped|isSkipped)$/.test(field) ? 'status' : columnKey(field);
}

/** Steps may be given as they are written in a cell, or as the fields of the model. */
function toBastionCell(value: unknown): Cell | undefined {
  if (typeof value !== 'object' || value === null) return toCell(value, 'bastion');
  const bastion = Bastion.safeParse(value);
  return bastion.success ? textCell(bastionText(bastion.data)) : undefined;
}

function toCell(value: unknown, field: string): Cell | undefined {
  if (value === null || value === undefined) return emptyCell;
  if (typeof value === 'string') return textCell(value);
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  // `"skipped": true` takes a row out, `"status": true` leaves it in.
  if (typeof value === 'boolean' && fieldKey(field) === 'status') {
    return textCell(value === /skipped$/i.test(field) ? '#' : '启用');
  }
  return undefined;
}
