import { existsSync, renameSync, statSync } from 'node:fs';

/** A file that could not be used. It was renamed, never overwritten, and a new one was begun. */
export type SetAside = {
  /** Where the file was. */
  readonly file: string;
  /** Where it is now. */
  readonly kept: string;
  /** `newer`: written by a later version of the program. `replaced`: locked, and the user began anew. */
  readonly reason: 'damaged' | 'newer' | 'replaced';
};

/**
 * Renames a file to `<file>.<reason>-<its last change, UTC>`; a number is added where that name is taken.
 *
 * @param companions endings of files that belong to it and move along, e.g. `-wal`
 */
export function setAsideSync(file: string, reason: SetAside['reason'], companions: readonly string[] = []): SetAside {
  const stamp = statSync(file).mtime.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const kept = freeName(`${file}.${reason}-${stamp}`);
  renameSync(file, kept);
  for (const ending of companions) {
    if (existsSync(file + ending)) renameSync(file + ending, kept + ending);
  }
  return { file, kept, reason };
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let number = 2; existsSync(name); number += 1) name = `${wanted}-${number}`;
  return name;
}
