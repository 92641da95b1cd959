import {
  appendFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { AppError } from '../../../shared/errors';
import { makeFolders, removeLeftovers, writeWholeSync } from './atomic-file';
import { onDisk } from './disk-failure';

/** Hidden folder in which the program keeps what it knows of a folder. */
export const markName = '.xunjian';

/** Folders that a run writes into, beside the reports at the top of its own. */
export const writtenFolders = ['transcripts', 'configs'] as const;

/**
 * The files below a folder that the program wrote. Each is listed before it is written, so that a kill at any moment
 * leaves none that is not. Only what is listed is ever replaced or removed, and nothing is removed through a link.
 * Paths are inside the folder, with `/`.
 */
export type OwnedFiles = {
  /** Lists files that are about to be written. @throws AppError `out.foreign` for a file of somebody else, `disk.*` */
  claim(files: readonly string[]): void;
  /** What was listed before this program opened the folder, and what has been listed since. */
  listed(): { readonly before: ReadonlySet<string>; readonly since: ReadonlySet<string> };
  /** Removes what writers that were killed left beside the files. Nobody else may be writing in the folder. */
  tidy(): void;
  /** Removes listed files, and folders that are then empty; a file that cannot be removed stays listed. */
  remove(files: Iterable<string>): void;
  /** Removes all that is ours, and the folder where nothing else is in it. */
  removeAll(): void;
};

/** Looks at a folder; nothing is created before the first claim. */
export function openOwnedFiles(root: string): OwnedFiles {
  const list = join(root, markName, 'written.txt');
  const linesBefore = readList(list);
  const before = new Set(linesBefore);
  const claimed = new Set<string>();
  const isTaken = (inside: string) =>
    !before.has(inside) && lstatSync(join(root, inside), { throwIfNoEntry: false }) !== undefined;
  const claim = (files: readonly string[]) => {
    const fresh = files.filter((inside) => !claimed.has(inside));
    const taken = fresh.find(isTaken);
    if (taken !== undefined) throw new AppError('out.foreign', { file: join(root, taken) });
    if (fresh.length === 0) return;
    if (claimed.size === 0) makeFolders(dirname(list));
    // The break in front ends a line that a kill cut short.
    appendFileSync(list, `\n${linesOf(fresh)}`, { mode: 0o600 });
    for (const inside of fresh) claimed.add(inside);
  };
  const remove: OwnedFiles['remove'] = (files) => {
    const gone = new Set([...files].filter((inside) => removeFile(root, inside)));
    const kept = new Set(readList(list).filter((inside) => !gone.has(inside)));
    if (existsSync(list)) writeWholeSync(list, linesOf(kept), false);
  };
  const tidy = () => {
    for (const folder of ['', ...writtenFolders]) removeLeftovers(join(root, folder));
    for (const part of writtenFolders)
      for (const name of foldersIn(join(root, part))) removeLeftovers(join(root, part, name));
  };
  return {
    claim: (files) => onDisk(list, () => claim(files)),
    listed() {
      // Another thread lists what it writes.
      return { before, since: new Set(readList(list).slice(linesBefore.length)) };
    },
    tidy,
    remove,
    removeAll() {
      tidy();
      remove(readList(list));
      if (existsSync(list) && readList(list).length === 0) unlinkSync(list);
      for (const folder of [...writtenFolders, markName]) removeEmpty(join(root, folder));
      removeEmpty(root);
    },
  };
}

function linesOf(files: Iterable<string>): string {
  return [...files].map((inside) => `"${inside}"\n`).join('');
}

/** A line that a kill cut short has no quote at its end; the file that it names was not written yet. */
function readList(path: string): readonly string[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => /^"([^"]+)"$/.exec(line)?.[1] ?? [])
    .filter((inside) => inside.split('/').every((part) => part !== '' && part !== '.' && part !== '..'));
}

/** True when the file is gone. */
function removeFile(root: string, inside: string): boolean {
  const path = resolve(root, inside);
  if (!path.startsWith(root + sep)) return false;
  const folder = dirname(path);
  if (!existsSync(folder)) return true;
  // A folder on the way may be a link to somewhere else.
  if (realpathSync(folder) !== join(realpathSync(root), folder.slice(root.length))) return false;
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) unlinkSync(path);
  if (folder !== root) removeEmpty(folder);
  return lstatSync(path, { throwIfNoEntry: false }) === undefined;
}

function foldersIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

function removeEmpty(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
}
