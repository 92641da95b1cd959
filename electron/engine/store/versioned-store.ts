import { AppError } from '../../../shared/errors';
import type { Log } from '../ports';
import { errnoOf } from './disk-failure';
import { jsonPath, openPlainJsonFile, readJson, type JsonFile, type OpenJsonFile } from './json-file';
import { setAsideSync, type SetAside } from './set-aside';

type VersionedParts<T> = {
  readonly folder: string;
  readonly name: string;
  readonly log: Log;
  readonly openFile?: OpenJsonFile;
  /** Brings what any version stored to the newest. @throws on anything else */
  readonly migrate: (stored: unknown) => T;
  /** Begins a new file. */
  readonly initial: () => T;
  readonly newestVersion: number;
};

/** A value kept in one JSON file and in memory, which hold the same at any time. */
export type VersionedStore<T> = {
  get(): T;
  /** Keeps and writes; listeners hear of it after it has landed. @throws AppError `disk.full` */
  set(next: T): void;
  /** The returned function ends the listening. */
  onChange(listener: (value: T) => void): () => void;
  /** The file found at the start that could not be used. */
  readonly setAside: SetAside | undefined;
};

/** Opens a store: reads and migrates its file, or renames a file that it cannot use and begins with the initial value. */
export function openVersionedStore<T extends Readonly<Record<string, unknown>>>(
  parts: VersionedParts<T>,
): VersionedStore<T> {
  const { folder, name, log, openFile = openPlainJsonFile } = parts;
  const { value: found, setAside } = readStored(jsonPath(folder, name), parts);
  if (setAside !== undefined) log.warn('store set aside', { name, kept: setAside.kept, reason: setAside.reason });
  const listeners = new Set<(value: T) => void>();
  let value = found ?? parts.initial();
  let file: JsonFile | undefined;
  return {
    get: () => value,
    set(next) {
      file ??= openFile(folder, name);
      file.write(next);
      value = next;
      for (const listener of listeners) listener(next);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setAside,
  };
}

function readStored<T>(path: string, { migrate, newestVersion }: VersionedParts<T>) {
  let stored: unknown;
  try {
    stored = readJson(path);
    return { value: stored === undefined ? undefined : migrate(stored), setAside: undefined };
  } catch (cause) {
    // A file that may not be read is not a bad file: only what was read and not understood is set aside.
    if (cause instanceof AppError || errnoOf(cause) !== undefined) throw cause;
    const reason = versionOf(stored) > newestVersion ? 'newer' : 'damaged';
    return { value: undefined, setAside: setAsideSync(path, reason) };
  }
}

function versionOf(stored: unknown): number {
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return 0;
  return typeof stored.version === 'number' ? stored.version : 0;
}
