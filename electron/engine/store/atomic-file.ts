import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
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
    await renameOver(beside, path);
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
    renameOverSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw writeFailure(path, cause);
  }
}

/**
 * A folder of small files that appears whole: written beside, under a hidden name, and renamed; not forced to the disk.
 * The folder must not be there yet.
 *
 * @param files names and contents
 * @throws AppError `disk.full`
 */
export function writeFolderSync(path: string, files: readonly (readonly [string, string])[], mode = 0o600): void {
  const beside = join(dirname(path), `.${basename(path)}.part`);
  try {
    makeFolder(beside);
    for (const [name, content] of files) writeFileSync(beside + sep + name, content, { encoding: 'utf8', mode });
    renameOverSync(beside, path);
  } catch (cause) {
    rmSync(beside, { recursive: true, force: true });
    throw writeFailure(path, cause);
  }
}

/** Usually only the last part is missing, and asking for all parts costs more than trying that one. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (cause) {
    const code = errnoOf(cause);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw cause;
    // Half a folder of a program that was killed goes away first.
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
  }
}

/** Virus scanners and indexers hold a fresh file on Windows for some milliseconds: these tries outlast them. */
const renameTries = 10;
const renamePauseMs = 20;

async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (cause) {
      if (attempt === renameTries || !isHeldForAMoment(cause)) throw cause;
      await pause(renamePauseMs);
    }
  }
}

function renameOverSync(from: string, to: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return renameSync(from, to);
    } catch (cause) {
      if (attempt === renameTries || !isHeldForAMoment(cause)) throw cause;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, renamePauseMs);
    }
  }
}

function isHeldForAMoment(cause: unknown): boolean {
  return process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errnoOf(cause) ?? '');
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
