import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AppError } from '../../shared/errors';
import { formats } from '../engine/registries.generated';
import { bundleName } from '../engine/reports/bundle';
import { markName, openOwnedFiles, writtenFolders } from '../engine/store/owned-files';

/** What a run writes at the top of its folder. */
const names = [...writtenFolders, ...formats.map(({ fileName }) => fileName), bundleName];

/**
 * The folder that `--out` names. It may hold files of the user and of earlier runs: only what this program listed as
 * written by itself is ever removed, and a configuration that was fetched before stays until a new one takes its place.
 */
export type OutFolder = {
  /** Takes away transcripts and reports of earlier runs that this one has not written again. */
  finish(): void;
};

/** @throws AppError `out.foreign` when a file or folder of somebody else stands where a result would be written */
export function checkOutFolder(out: string): void {
  const root = resolve(out);
  if (existsSync(join(root, markName))) return;
  const foreign = names.find((name) => existsSync(join(root, name)));
  if (foreign !== undefined) throw new AppError('out.foreign', { file: join(root, foreign) });
}

/** Opens the folder once nobody else uses it. */
export function openOutFolder(out: string): OutFolder {
  const owned = openOwnedFiles(resolve(out));
  owned.tidy();
  return {
    finish() {
      const { before, since } = owned.listed();
      owned.remove([...before].filter((path) => !since.has(path) && !path.startsWith('configs/')));
    },
  };
}
