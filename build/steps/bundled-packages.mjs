import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { notes, root } from './paths.mjs';

/** What is bundled apart: the engine by esbuild, the window by Vite. */
const bundles = ['engine', 'window'];
const noteOf = (name) => join(notes, `bundled-${name}.json`);

/** The file that a bundler means: Vite adds questions and marks to names. */
const fileOf = (id) => id.replaceAll('\\', '/').replace(/^\0/, '').replace(/\?.*$/s, '');

/** The package that a file belongs to, as a folder below the root; undefined for our own files. */
export function packageFolderOf(file) {
  const found = /^.*?((?:[^/]*\/)?node_modules\/.*)$/s.exec(fileOf(file));
  const inside = found?.[1]?.slice(found[1].indexOf('node_modules/'));
  return /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(inside ?? '')?.[1];
}

/**
 * Names of the packages whose code a file carries inside itself. Some packages are bundles of their own; bundlers leave
 * the path of each module in a comment.
 */
export function packagesInside(text) {
  const paths = text.matchAll(/^[ \t]*\/\/.*\bnode_modules\/((?:@[^/\s]+\/)?[^/\s]+)\/\S+\.[cm]?[jt]sx?$/gm);
  return [...new Set([...paths].map(([, name]) => name))];
}

/** A package's own folder and those that it lies in, from the inside. */
function placesOf(folder) {
  const above = folder.lastIndexOf('/node_modules/');
  return above < 0 ? [folder, '.'] : [folder, ...placesOf(folder.slice(0, above))];
}

/** Where Node finds a package from inside another one, as a folder below the root; one that is not there when it is not installed. */
function folderOf(name, folder) {
  const places = placesOf(folder).map((place) => join(place, 'node_modules', name));
  return places.find((each) => existsSync(join(root, each))) ?? places[0];
}

/** Notes which packages a bundle is made of. */
export function noteBundled(name, files) {
  const folders = new Set();
  for (const file of files) {
    const folder = packageFolderOf(file);
    if (folder === undefined) continue;
    folders.add(folder);
    const path = resolve(root, fileOf(file));
    const inside = existsSync(path) ? packagesInside(readFileSync(path, 'utf8')) : [];
    for (const each of inside) folders.add(folderOf(each, folder));
  }
  mkdirSync(notes, { recursive: true });
  writeFileSync(noteOf(name), JSON.stringify([...folders].sort(), undefined, 1));
}

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
