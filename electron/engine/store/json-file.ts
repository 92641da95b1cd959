import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withoutByteOrderMark } from '../text/byte-order-mark';
import { readTextSync, writeWholeSync } from './atomic-file';

/** One JSON file of the data folder. Whole values only; a write has landed when the call returns. */
export type JsonFile = {
  readonly path: string;
  write(value: Readonly<Record<string, unknown>>): void;
};

/** Opens `<folder>/<name>.json` for writing; electron-store in the app, plain Node elsewhere. */
export type OpenJsonFile = (folder: string, name: string) => JsonFile;

/** The file of plain Node; the same bytes as electron-store writes, without electron. */
export const openPlainJsonFile: OpenJsonFile = (folder, name) => {
  const path = jsonPath(folder, name);
  return { path, write: (value) => writeWholeSync(path, JSON.stringify(value, undefined, '\t')) };
};

/** As `openPlainJsonFile` for what is written often and can be learned again: not forced to the disk. */
export const openLightJsonFile: OpenJsonFile = (folder, name) => {
  const path = jsonPath(folder, name);
  return { path, write: (value) => writeWholeSync(path, JSON.stringify(value), false) };
};

/** What stands in the file: undefined when there is none, an error when it is not JSON. */
export function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(withoutByteOrderMark(readTextSync(path))) : undefined;
}

/** Where a store of the data folder lies. */
export function jsonPath(folder: string, name: string): string {
  return join(folder, `${name}.json`);
}
