import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notes, root } from './paths.mjs';

/** What is bundled apart: the engine by esbuild, the window by Vite. */
const bundles = ['engine', 'window'];
const noteOf = (name) => join(notes, `bundled-${name}.json`);

/** The package that a file belongs to, as a folder below the root; undefined for our own files. */
export function packageFolderOf(file) {
  const found = /^.*?((?:[^/]*\/)?node_modules\/.*)$/s.exec(file.replaceAll('\\', '/').replace(/\?.*$/s, ''));
  const inside = found?.[1]?.slice(found[1].indexOf('node_modules/'));
  return /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(inside ?? '')?.[1];
}

/** Notes which packages a bundle is made of. */
export function noteBundled(name, files) {
  const folders = new Set(files.map(packageFolderOf).filter((folder) => folder !== undefined));
  mkdirSync(notes, { recursive: true });
  writeFileSync(noteOf(name), JSON.stringify([...folders].sort(), undefined, 1));
}

/** Whether it is noted what a bundle is made of. */
export const bundledNote = (name) => join('.cache', `bundled-${name}.json`);

/** Packages that are not bundled but lie in the package as they are: the lock file's without the development ones. */
function packedAsTheyAre() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages).flatMap(([folder, { dev, devOptional, optional, peer }]) =>
    folder === '' || dev || devOptional || optional || peer ? [] : [folder],
  );
}

/** Folders of all packages that a built package holds, in the order of their names. */
export function shippedPackages() {
  const bundled = bundles.flatMap((name) => JSON.parse(readFileSync(noteOf(name), 'utf8')));
  return [...new Set([...bundled, ...packedAsTheyAre()])].sort();
}
