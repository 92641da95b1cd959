import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Destination, Log, Random } from '../../electron/engine/ports';

/** A folder of its own, removed when the test has ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Whom the secrets of a test belong to. */
export const somewhere: Destination = {
  key: 'somewhere',
  owner: '核心',
  account: 'inspector',
  place: 'ssh inspector@192.0.2.10:22',
};

/** A log that keeps its lines as text. */
export function keepingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (sentence: string, fields?: object, cause?: unknown) =>
    void lines.push(`${sentence} ${JSON.stringify(fields ?? {})} ${String(cause ?? '')}`);
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}

/** The same numbers in each test, never twice in one. */
export function countingRandom(): Random {
  let count = 0;
  return {
    bytes(length) {
      count += 1;
      const bytes = new Uint8Array(length).fill(7);
      new DataView(bytes.buffer).setUint32(0, count);
      return bytes;
    },
    id(length) {
      count += 1;
      return count.toString(36).padStart(length, 'a');
    },
    fraction: () => 0.5,
  };
}

/** Every file below a folder: its path and its bytes as Latin-1 text, so that a search finds any byte string. */
export function allFiles(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'latin1') }));
}
