import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '../../../shared/errors';
import { diskFailure, errnoOf, onDisk } from './disk-failure';

/** New files only; such an opening never follows a link either (POSIX, open: O_CREAT with O_EXCL). */
const newFile = 'wx';

/** What a kill may leave: the name is made by chance, so that nobody else has one. */
const leftoverName = /^\.xunjian-[0-9a-f]{20}\.part$/;

/** The hidden name beside `path` under which a file or folder is written first; nobody can guess it. */
function besidePath(path: string): string {
  return join(dirname(path), `.xunjian-${randomBytes(10).toString('hex')}.part`);
}

/** Removes what writers that were killed left in a folder. Nobody else may be writing there. */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (leftoverName.test(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Writes beside and renames: a killed program leaves the old file or the new one, never half of one.
 *
 * @throws AppError `disk.*`; any other failure as Node reports it
 */
export function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  return pourWhole(path, async (file) => {
    await file.writeFile(content);
    await file.sync();
  });
}

/**
 * `writeWhole` for what comes in pieces.
 *
 * @param pour writes all of it and forces it to the disk; it may close the file
 * @throws AppError `disk.*`; any other failure as it comes
 */
export async function pourWhole(path: string, pour: (file: FileHandle) => Promise<void>): Promise<void> {
  const beside = besidePath(path);
  let isMade = false;
  try {
    makeFolders(dirname(path));
    const file = await open(beside, newFile, 0o600);
    isMade = true;
    try {
      await pour(file);
    } finally {
      await file.close();
    }
    await renameOver(beside, path);
  } catch (cause) {
    if (isMade) await rm(beside, { force: true });
    throw diskFailure(path, cause);
  }
}

/**
 * `writeWhole` for small files that must have landed when the call returns.
 *
 * @param isForced false leaves it to the system when the bytes reach the disk: a kill loses nothing, a power cut may
 * @throws AppError `disk.*`
 */
export function writeWholeSync(path: string, content: string | Uint8Array, isForced = true): void {
  const beside = besidePath(path);
  let isMade = false;
  try {
    const file = openInFolder(beside);
    isMade = true;
    try {
      writeFileSync(file, content);
      if (isForced) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameOverSync(beside, path);
  } catch (cause) {
    if (isMade) rmSync(beside, { force: true });
    throw diskFailure(path, cause);
  }
}

/**
 * A folder of small files that appears whole: written beside, under a hidden name, and renamed; not forced to the disk.
 * The folder must not be there yet.
 *
 * @param files names and contents
 * @throws AppError `disk.*`
 */
export function writeFolderSync(path: string, files: readonly (readonly [string, string])[]): void {
  const beside = besidePath(path);
  let isMade = false;
  try {
    makeFolders(dirname(path));
    mkdirSync(beside, 0o700);
    isMade = true;
    for (const [name, content] of files) {
      writeFileSync(beside + sep + name, content, { encoding: 'utf8', mode: 0o600, flag: newFile });
    }
    renameOverSync(beside, path);
  } catch (cause) {
    if (isMade) rmSync(beside, { recursive: true, force: true });
    throw diskFailure(path, cause);
  }
}

/**
 * Makes a folder and those above it, for this user only; one that is there stays as it is. Usually only the last part is
 * missing. Node's own way of making all parts does not end where the system refuses a part with ENOENT (`/proc`).
 *
 * @throws AppError `disk.*`
 */
export function makeFolders(path: string): void {
  try {
    if (makeUnlessThere(path)) return;
    makeFolders(dirname(path));
    if (makeUnlessThere(path)) return;
  } catch (cause) {
    throw diskFailure(path, cause);
  }
  throw new AppError('disk.denied', { file: path });
}

/** False where the folder above is missing. */
function makeUnlessThere(path: string): boolean {
  try {
    mkdirSync(path, 0o700);
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT' && dirname(path) !== path) return false;
    if (errnoOf(cause) === 'EEXIST' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) return true;
    throw cause;
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

/** Opens a new file for writing; the folder is made only when it turns out to be missing. */
function openInFolder(path: string): number {
  try {
    return openSync(path, newFile, 0o600);
  } catch (cause) {
    if (errnoOf(cause) !== 'ENOENT') throw cause;
    makeFolders(dirname(path));
    return openSync(path, newFile, 0o600);
  }
}

/** A text file as a whole. @throws AppError `disk.*`; any other failure as Node reports it */
export function readTextSync(path: string): string {
  return onDisk(path, () => readFileSync(path, 'utf8'));
}
