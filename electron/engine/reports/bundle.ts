import { readFileSync, statSync } from 'node:fs';
import { readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { ZipFile } from 'yazl';

/** Name of the zip in a run's folder. */
export const bundleName = 'bundle.zip';

// The order in which a reader wants them; everything else of the folder stays out.
const parts = ['configs', 'transcripts'] as const;

/**
 * The files of a run that go into its zip, as paths below the folder with forward slashes: the reports named, then
 * configurations, then transcripts, each sorted by code point. What is half written stays out.
 */
export async function bundleEntries(folder: string, reportNames: readonly string[]): Promise<readonly string[]> {
  const below = await Promise.all(parts.map((part) => listFiles(folder, part)));
  return [...reportNames, ...below.flat()];
}

async function listFiles(folder: string, part: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readFolder(join(folder, part))) {
    const path = `${part}/${entry.name}`;
    // What is on its way is hidden; what has arrived never is.
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) found.push(...(await listFiles(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

async function readFolder(path: string) {
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (cause) {
    // A run without configurations or transcripts has no such folder.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}

/** Makes a whole file of what is poured, or none (`pourWhole`). */
export type PourWhole = (path: string, pour: (file: FileHandle) => Promise<void>) => Promise<void>;

/**
 * Writes one zip with UTF-8 names.
 *
 * @param entries paths below `folder`, forward slashes; the zip keeps their order
 * @param modifiedAt epoch milliseconds for every entry, so that the same run gives the same zip
 * @param place makes the file whole or not at all
 * @returns size of the zip in bytes
 */
export async function writeBundle(
  folder: string,
  zipPath: string,
  entries: readonly string[],
  modifiedAt: number,
  place: PourWhole,
): Promise<number> {
  await place(zipPath, (file) => pour(folder, file, entries, new Date(modifiedAt)));
  return (await stat(zipPath)).size;
}

/** Files read before those read so far are packed: each that is being packed takes a quarter of a megabyte. */
const filesAtOnce = 32;
const pack = promisify(deflateRaw);
const nothing = Buffer.alloc(0);
/** Files of more bytes are read piece by piece, when their turn has come. */
const wholeBytes = 64 * 1024;

async function pour(folder: string, file: FileHandle, entries: readonly string[], mtime: Date): Promise<void> {
  const zip = new ZipFile();
  // Its end forces the bytes to the disk and closes the file.
  const target = file.createWriteStream({ flush: true });
  // yazl reports a file that cannot be read on the zip, not on its stream; without this the wait would never end.
  zip.on('error', (cause: Error) => target.destroy(cause));
  const filled = fill(zip, folder, entries, mtime).catch((cause: Error) => {
    target.destroy(cause);
    throw cause;
  });
  // Both have ended before the file is renamed or removed; a file that cannot be read is told rather than the stream it broke.
  const ends = await Promise.allSettled([filled, pipeline(zip.outputStream, target)]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function fill(zip: ZipFile, folder: string, entries: readonly string[], mtime: Date): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const path = join(folder, entry);
    const options = { mtime, mode: 0o100600, compress: !isPacked(entry) };
    // Thousands of small files: whole, each costs a fifth of what it costs as a stream. Large ones would all wait in memory.
    if (statSync(path).size <= wholeBytes) zip.addBuffer(readFileSync(path), entry, options);
    else zip.addFile(path, entry, options);
    // Packing goes on in the order in which it was asked for: when this is through, so are the files before it.
    if (index % filesAtOnce === filesAtOnce - 1) await pack(nothing);
  }
  zip.end();
}

/** True for what is a zip already. */
function isPacked(name: string): boolean {
  return /\.(?:docx|zip)$/i.test(name);
}
