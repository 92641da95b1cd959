import type { ConfigCommand } from '../vendors/platform';
import type { FetchedFile } from '../session/session';

const endOfZip = Buffer.from('PK\x05\x06', 'latin1');
/** A ZIP's last record is 22 bytes, and a comment of at most 64 KiB. */
const zipTail = 22 + 0xffff;

/** True for a ZIP, which is read by nobody's eyes. */
export function isZip(path: string): boolean {
  return /\.zip$/i.test(path);
}

/** False for a file whose own end is missing, whatever size the device told. */
export function isWholeFile({ path, bytes }: FetchedFile, configCommand: ConfigCommand | undefined): boolean {
  if (isZip(path)) return bytes.subarray(-zipTail).includes(endOfZip);
  if (configCommand?.endsWith === undefined || !/\.cfg$/i.test(path)) return true;
  return hasEnd(bytes.toString('latin1'), configCommand.endsWith);
}

/** True when the last line that is not blank is the mark. */
export function hasEnd(text: string, mark: RegExp): boolean {
  const last = text.split(/\r?\n/).findLast((line) => line.trim() !== '') ?? '';
  return mark.test(last.trim());
}
