import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { AppError } from '../../shared/errors';
import type { Outcome } from '../../shared/model/run';
import { writeWholeSync } from '../engine/store/atomic-file';

/** What a run writes at the top of its folder. */
const names = ['transcripts', 'configs', 'report.docx', 'report.html', 'report.json', 'bundle.zip'];

/**
 * The folder that `--out` names. It may hold files of the user and of earlier runs: only what this program noted as
 * written by itself is ever removed, and a configuration that was fetched before stays until a new one takes its place.
 */
export type OutFolder = {
  /** Notes what a device left in the folder. */
  noteDevice(outcome: Outcome): void;
  /** Takes away transcripts and reports of earlier runs that this one has not written again. */
  finish(reports: readonly string[]): void;
};

/** Where this program keeps what it knows of the folder. */
export const markName = '.xunjian';

/** @throws AppError `out.foreign` when a file or folder of somebody else stands where a result would be written */
export function openOutFolder(out: string): OutFolder {
  const root = resolve(out);
  const mark = join(root, markName);
  const list = join(mark, 'written.txt');
  const foreign = existsSync(mark) ? undefined : names.find((name) => existsSync(join(root, name)));
  if (foreign !== undefined) throw new AppError('out.foreign', { file: join(root, foreign) });
  mkdirSync(mark, { recursive: true, mode: 0o700 });
  const before = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  const written = new Set<string>();
  const note = (paths: readonly string[]): void => {
    paths.forEach((path) => written.add(path));
    if (paths.length > 0) appendFileSync(list, `${paths.join('\n')}\n`, { mode: 0o600 });
  };
  return {
    noteDevice({ commands, files }) {
      const transcripts = commands.flatMap(({ transcript }) => (transcript === null ? [] : [transcript]));
      note([...transcripts, ...files.flatMap(({ saved }) => (saved === null ? [] : [saved]))]);
    },
    finish(reports) {
      note(reports.filter((name) => existsSync(join(root, name))));
      const stale = [...new Set(before)].filter((path) => !written.has(path));
      const kept = stale.filter((path) => path.startsWith('configs/') || !removeOwn(root, path));
      writeWholeSync(list, [...kept, ...written].map((path) => `${path}\n`).join(''));
    },
  };
}

/** Removes one file that the list names, never through a link and never outside the folder. True when it is gone. */
function removeOwn(root: string, inside: string): boolean {
  const path = resolve(root, inside);
  if (!path.startsWith(root + sep)) return false;
  const folder = dirname(path);
  if (!existsSync(folder)) return true;
  if (realpathSync(folder) !== join(realpathSync(root), folder.slice(root.length))) return false;
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) rmSync(path);
  removeEmpty(folder, root);
  return true;
}

function removeEmpty(folder: string, root: string): void {
  if (folder === root) return;
  try {
    rmdirSync(folder);
  } catch {
    // Something is still in it, and stays.
  }
}
