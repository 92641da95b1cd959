import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { lastLine, type Unreadable } from '../../../text/table';
import { answerOf, unreadable } from '../../values';

/** One row of `df`. */
export type FileSystem = {
  readonly device: string;
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly mount: string;
};

const units: Readonly<Record<string, number>> = {
  '': 1,
  B: 1,
  K: 2 ** 10,
  M: 2 ** 20,
  G: 2 ** 30,
  T: 2 ** 40,
  P: 2 ** 50,
};

/** `7.8G`, `0`, `512B`, `1014M` and `50Gi` as bytes. */
export function sizeBytes(word: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([BKMGTP]?)i?$/i.exec(word);
  const unit = units[match?.[2]?.toUpperCase() ?? '?'];
  return match === null || unit === undefined ? undefined : Math.round(Number(match[1]) * unit);
}

/** A row of `df -h`: device, size, used, free, percentage, mount point. Undefined when it is none. */
export function fileSystemOf(line: string): FileSystem | undefined {
  const match = /^\s*(\S+)\s+(\S+)\s+(\S+)\s+(-?\S+)\s+(\d+%|-)\s+(\S.*)$/.exec(line);
  if (match === null) return undefined;
  const [device = '', size = '', used = '', free = '', , mount = ''] = match.slice(1);
  const totalBytes = sizeBytes(size);
  // Full file systems print a negative rest.
  const freeBytes = /^-/.test(free) ? 0 : sizeBytes(free);
  if (totalBytes === undefined || freeBytes === undefined || sizeBytes(used) === undefined) return undefined;
  return freeBytes <= totalBytes ? { device, totalBytes, freeBytes, mount } : undefined;
}

type Joined = { readonly row: string; readonly line: string };

/** A name too long for its column stands alone; without `-P` its numbers follow on the next line. */
function joined(lines: readonly string[]): readonly Joined[] {
  const rows: Joined[] = [];
  for (const line of lines) {
    const before = rows.at(-1);
    if (before !== undefined && /^\S+$/.test(before.row))
      rows[rows.length - 1] = { row: `${before.row} ${line}`, line };
    else rows.push({ row: line, line });
  }
  return rows;
}

/** The headings of `df` in the languages seen: the words change, the columns do not. */
const heading = /^\s*(?:Filesystem|文件系统|檔案系統)\s/i;

/** Room on the file systems that `isKept` lets through. */
export function parseFileSystems(
  answer: { readonly kind: 'lines'; readonly lines: readonly string[] } | Unreadable,
  text: string,
  isKept: (system: FileSystem) => boolean,
): Parsed {
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  const rows = joined(lines.slice(start + 1));
  if (rows.length === 0) return unreadable('no-row', lines[start]);
  const readings: AnyReading[] = [];
  for (const [index, { row, line }] of rows.entries()) {
    const system = fileSystemOf(row);
    if (system === undefined) return unreadable(index === rows.length - 1 ? 'cut' : 'not-understood', line);
    if (!isKept(system)) continue;
    const { freeBytes, totalBytes, mount } = system;
    const values = { freeBytes, totalBytes };
    readings.push({ kind: 'flash', subject: mount, values, status: null, line: line.trim() });
  }
  return answerOf(readings, lastLine(text));
}
