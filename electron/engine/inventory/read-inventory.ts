import { AppError } from '../../../shared/errors';
import type { Device, DeviceInput } from '../../../shared/model/device';
import type { ImportPreview, ImportProblem, ImportRow } from '../../../shared/model/import';
import { decodeText, readCsv } from './csv';
import type { DeviceDraft } from './device-draft';
import { readJson } from './json';
import { maxFileBytes } from './limits';
import { rowToDevice } from './row-to-device';
import { isUsable, settle } from './settle';
import { readSheets } from './sheets-to-devices';

/** What a file holds: `preview` may be shown, `inputs` hold the passwords; both in the same order. */
export type ReadInventory = {
  readonly preview: Omit<ImportPreview, 'token'>;
  readonly inputs: readonly DeviceInput[];
};

type Content = {
  readonly dialect: ImportPreview['dialect'];
  readonly drafts: readonly DeviceDraft[];
  /** Problems of the file and its sheets; those of a row travel with its draft. */
  readonly problems: readonly ImportProblem[];
};

/**
 * Reads a list of devices from an xlsx, csv or json file and says what importing it would do. Saves nothing.
 *
 * @param existing stored devices; a row with the same host, port and protocol changes that one
 * @param knownTypes device types that some platform reads; others are imported with a warning
 * @throws AppError `inventory.unreadable` when the file as a whole cannot be read
 */
export async function readInventory(
  bytes: Uint8Array,
  fileName: string,
  existing: readonly Device[],
  knownTypes: readonly string[],
): Promise<ReadInventory> {
  const content = await readContent(bytes, fileName, knownTypes);
  const problems: ImportProblem[] = [...content.problems];
  const rows: ImportRow[] = [];
  const inputs: DeviceInput[] = [];
  settle(content.drafts, existing).forEach((settled, index) => {
    const { passwordText, enableSecretText, ...fields } = settled.input;
    const device = { ...fields, privateKeyText: undefined, passphraseText: undefined };
    const draft = content.drafts[index];
    rows.push({
      sheet: draft?.sheet ?? fileName,
      row: draft?.row ?? index + 1,
      device,
      hasPassword: passwordText !== undefined,
      hasEnableSecret: enableSecretText !== undefined,
      isUsable: isUsable(settled.problems),
      effect: settled.effect,
      problems: settled.problems.map((problem) => problems.push(problem) - 1),
    });
    inputs.push(settled.input);
  });
  if (rows.length === 0) problems.push(fileProblem(fileName, 'no-devices'));
  return { preview: { fileName, dialect: content.dialect, rows, problems }, inputs };
}

async function readContent(bytes: Uint8Array, fileName: string, knownTypes: readonly string[]): Promise<Content> {
  const kind = kindOf(bytes, fileName);
  if (kind === 'json') {
    const { sources, problems } = readJson(bytes, fileName);
    return { dialect: 'json', drafts: sources.map((source) => rowToDevice(source, knownTypes)), problems };
  }
  if (kind === 'csv') {
    const { drafts, problems } = readSheets([readCsv(bytes, fileName)], knownTypes);
    // A csv file has no sheets of commands that could be missing.
    return { dialect: 'csv', drafts, problems: problems.filter(({ code }) => code !== 'no-such-sheet') };
  }
  const { readXlsx } = await import('./xlsx');
  return readSheets(await readXlsx(bytes, fileName), knownTypes);
}

/** Told by the content first: a workbook renamed to .csv is still a workbook. */
function kindOf(bytes: Uint8Array, fileName: string): 'xlsx' | 'csv' | 'json' {
  const unreadable = (detail: string): AppError => new AppError('inventory.unreadable', { file: fileName, detail });
  if (bytes.length > maxFileBytes) throw unreadable('> 20 MB');
  if (startsWith(bytes, [0x50, 0x4b])) return 'xlsx';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw unreadable(isEncrypted(bytes) ? 'EncryptedPackage' : 'Excel 97–2003 .xls');
  const hasWideText = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!hasWideText && bytes.includes(0)) throw unreadable('binary');
  const start = decodeText(bytes.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (start.startsWith('<')) throw unreadable('HTML/XML');
  return /\.json$/i.test(fileName) || /^[[{]/.test(start) ? 'json' : 'csv';
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** A workbook with a password is an OLE container with a stream of this name, in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function fileProblem(fileName: string, code: ImportProblem['code']): ImportProblem {
  return { severity: 'error', sheet: fileName, row: null, column: null, code, found: '' };
}
