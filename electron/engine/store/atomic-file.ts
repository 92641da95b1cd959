import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../shared/errors';

/**
 * Writes beside and renames: a killed program leaves the old file or the new one, never half of one.
 *
 * @param mode file mode; 0o600 for what only the user may read
 * @throws AppError `disk.full`; any other failure as Node reports it
 */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  const beside = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(beside, 'w', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw writeFailure(path, cause);
  }
}

/**
 * `writeWhole` for small files that must have landed when the call returns.
 *
 * @param isForced false leaves it to the system when the bytes reach the disk: a kill loses nothing, a power cut may
 * @throws AppError `disk.full`
 */
export function writeWholeSync(path: string, content: string | Uint8Array, mode = 0o600, isForced = true): void {
  const beside = `${path}.part`;
  try {
    const file = openInFolder(beside, mode);
    try {
      writeFileSync(file, content);
      if (isForced) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw writeFailure(path, cause);
  }
}

/** Opens for writing; the folder is made only when it turns out to be missing. */
function openInFolder(path: string, mode: number): number {
  try {
    return openSync(path, 'w', mode);
  } catch (cause) {
    if (errnoOf(cause) !== 'ENOENT') throw cause;
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'w', mode);
  }
}

/** The error to throw for a failed write: `disk.full` where the disk or the quota is, else the cause itself. */
export function writeFailure(path: string, cause: unknown): unknown {
  const code = errnoOf(cause);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return cause;
  return new AppError('disk.full', { file: basename(path) }, { cause });
}

/** Node's code of a system error (`ENOENT`), or undefined for any other value. */
export function errnoOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
