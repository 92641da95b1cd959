import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/errors';
import { Device, type DeviceInput } from '../../shared/model/device';
import { DeviceId, SecretRef } from '../../shared/model/ids';
import { importProblemText } from '../../shared/i18n/import-problem';
import type { Locale } from '../../shared/model/text';
import type { ImportPreview, ImportProblem } from '../../shared/model/import';
import { readInventory } from '../engine/inventory/read-inventory';
import { deviceTypes } from '../engine/judge/platform-lookup';
import { redactor } from './process-text';

export type InventoryFile = {
  readonly devices: readonly Device[];
  /** Also those that were not asked for: one of them may be the way to another. */
  readonly all: readonly Device[];
  readonly preview: Omit<ImportPreview, 'token'>;
};

/**
 * Reads the devices of a file for one run; nothing is stored.
 *
 * @param keep puts a password where the engine reads it, under the name given
 * @param only keeps the devices whose name, address or group contains one of these texts; empty keeps all
 * @throws AppError `inventory.unreadable`, `inventory.empty`
 */
export async function readInventoryFile(
  path: string,
  only: readonly string[],
  keep: (text: string, ref: SecretRef) => SecretRef,
): Promise<InventoryFile> {
  const { preview, inputs } = await readInventory(await bytesOf(path), basename(path), [], typeIds());
  // A row that cannot be used holds a secret all the same, and a device may print it.
  for (const input of inputs) secretTextsOf(input).forEach((text) => redactor.register(text, input.username));
  const usable = inputs.filter((_, index) => preview.rows[index]?.isUsable === true);
  const all = usable.map((input, index) => toDevice(input, index, keep));
  const devices = all.filter((device) => only.length === 0 || only.some((text) => mentions(device, text)));
  if (devices.length === 0) throw new AppError('inventory.empty', { file: basename(path) });
  return { devices, all, preview };
}

/** Device types that some platform reads. */
export function typeIds(): string[] {
  return deviceTypes().map(({ id }) => id);
}

/** One problem of an import for people: `sheet:row column: words`. */
export function problemLine(problem: ImportProblem, locale: Locale): string {
  const { sheet, row, column } = problem;
  const place = [row === null ? sheet : `${sheet}:${row}`, column].filter((part) => part !== null).join(' ');
  return `${place}: ${importProblemText(locale, problem)}`;
}

const secretTextsOf = ({ passwordText, enableSecretText, privateKeyText, passphraseText }: DeviceInput) =>
  [passwordText, enableSecretText, privateKeyText, passphraseText].filter((text) => text !== undefined);

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (cause) {
    const detail = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    throw new AppError('inventory.unreadable', { file: path, detail }, { cause });
  }
}

function mentions({ name, host, group }: Device, text: string): boolean {
  return [name, host, group].some((field) => field.includes(text));
}

function toDevice(input: DeviceInput, index: number, keep: (text: string, ref: SecretRef) => SecretRef): Device {
  const { passwordText, enableSecretText, privateKeyText, passphraseText, ...plain } = input;
  const id = DeviceId.parse(`d${index + 1}`);
  const secret = (text: string | undefined, kind: string) =>
    text === undefined || text === '' ? undefined : keep(text, SecretRef.parse(`device.${id}.${kind}`));
  return Device.parse({
    ...plain,
    id,
    bastion: plain.bastion ?? undefined,
    password: secret(passwordText, 'password'),
    enableSecret: secret(enableSecretText, 'enable'),
    privateKey: secret(privateKeyText, 'private-key'),
    passphrase: secret(passphraseText, 'passphrase'),
  });
}
