import { createWriteStream, readFile } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** Name of the zip in a run's folder. */
export const bundleName = 'bundle.zip';

// The order in which a reader wants them; everything else of the folder stays out.
const parts = ['configs', 'transcripts'] as const;

/**
 * The files of a run that go into its zip, as paths below the folder with forward slashes: the reports named, then
 * configurations, then transcripts, each sorted by code point. What is half written (`.part`) stays out.
 */
export async function bundleEntries(folder: string, reportNames: readonly string[]): Promise<readonly string[]> {
  const below = await Promise.all(parts.map((part) => listFiles(folder, part)));
  return [...reportNames, ...below.flat()];
}

async function listFiles(folder: string, part: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readFolder(join(folder, part))) {
    const path = `${part}/${entry.name}`;
    // A folder on its way is hidden; those of devices never are.
    if (entry.isDirectory() && !entry.name.startsWith('.')) found.push(...(await listFiles(folder, path)));
    else if (entry.isFile() && !entry.name.endsWith('.part')) found.push(path);
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

/**
 * Writes one zip with UTF-8 names, beside and renamed: a killed program leaves no half zip under the name.
 *
 * @param entries paths below `folder`, forward slashes; the zip keeps their order
 * @param modifiedAt epoch milliseconds for every entry, so that the same run gives the same zip
 * @returns size of the zip in bytes
 */
export async function writeBundle(
  folder: string,
  zipPath: string,
  entries: readonly string[],
  modifiedAt: number,
): Promise<number> {
  const beside = `${zipPath}.part`;
  try {
    await pour(folder, beside, entries, new Date(modifiedAt));
    const file = await open(beside, 'r+');
    await file.sync();
    await file.close();
    await rename(beside, zipPath);
  } catch (cause) {
    await rm(beside, { force: true });
    throw cause;
  }
  return (await stat(zipPath)).size;
}

async function pour(folder: string, path: string, entries: readonly string[], mtime: Date): Promise<void> {
  const zip = new ZipFile();
  const target = createWriteStream(path, { mode: 0o600 });
  // yazl reports a file that cannot be read on the zip, not on its stream; without this the wait would never end.
  zip.on('error', (cause: Error) => target.destroy(cause));
  for (const entry of entries) {
    // Thousands of small files: read in one go when their turn comes, each costs a third of a stream of its own.
    zip.addReadStreamLazy(entry, { mtime, mode: 0o100600 }, (give) => {
      readFile(join(folder, entry), (error, bytes) => give(error, Readable.from([bytes ?? Buffer.alloc(0)])));
    });
  }
  zip.end();
  await pipeline(zip.outputStream, target);
}
