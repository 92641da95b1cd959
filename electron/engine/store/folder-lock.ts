import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { AppError } from '../../../shared/errors';
import { makeFolders, writeWholeSync } from './atomic-file';
import { holdFile, isDamage } from './ledger/sqlite';
import { setAsideSync } from './set-aside';

/** Who uses a folder. */
const Holder = z.object({ program: z.string(), pid: z.int(), since: z.string() });

/**
 * Takes a folder for one program alone. The system gives the lock back when its holder ends, however it ends; the file
 * beside it only tells who it was.
 *
 * @param name what the program is called where another one is refused
 * @returns gives the folder back
 * @throws AppError `data.in-use` naming the holder, `disk.*`
 */
export function lockFolder(folder: string, name: string): () => void {
  makeFolders(folder);
  const note = join(folder, 'lock.json');
  const release = hold(join(folder, 'lock'));
  if (release === undefined) {
    const { program, pid, since } = holderIn(note) ?? { program: '?', pid: 0, since: '?' };
    throw new AppError('data.in-use', { folder, program, pid, since });
  }
  const holder: z.infer<typeof Holder> = { program: name, pid: process.pid, since: new Date().toISOString() };
  writeWholeSync(note, JSON.stringify(holder), false);
  return release;
}

/** A lock that is no lock file is set aside. */
function hold(path: string): (() => void) | undefined {
  try {
    return holdFile(path);
  } catch (cause) {
    if (!isDamage(cause)) throw cause;
    setAsideSync(path, 'damaged');
    return holdFile(path);
  }
}

function holderIn(path: string): z.infer<typeof Holder> | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    // The lock counts; the note is for people, and its holder may be about to write it.
    return undefined;
  }
}
