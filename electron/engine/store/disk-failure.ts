import { AppError } from '../../../shared/errors';

/** What a system's error codes mean for a file. */
const diskCodes: Readonly<Record<string, 'disk.full' | 'disk.denied' | 'disk.blocked' | 'disk.failed'>> = {
  ENOSPC: 'disk.full',
  EDQUOT: 'disk.full',
  EFBIG: 'disk.full',
  EACCES: 'disk.denied',
  EPERM: 'disk.denied',
  EROFS: 'disk.denied',
  EISDIR: 'disk.blocked',
  ENOTDIR: 'disk.blocked',
  ENOTEMPTY: 'disk.blocked',
  EEXIST: 'disk.blocked',
  ELOOP: 'disk.blocked',
  EIO: 'disk.failed',
};

/** What SQLite's own result codes mean for a file (sqlite.org/rescode.html). */
const sqliteCodes: Readonly<Record<number, 'disk.full' | 'disk.denied' | 'disk.failed'>> = {
  3: 'disk.denied',
  8: 'disk.denied',
  10: 'disk.failed',
  13: 'disk.full',
  14: 'disk.denied',
};

/** The error to throw for a failed read or write: in words where the disk, the rights or what stands there is at fault. */
export function diskFailure(path: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  const code = diskCodes[errnoOf(cause) ?? ''] ?? sqliteCodes[sqliteCodeOf(cause)];
  return code === undefined ? cause : new AppError(code, { file: path }, { cause });
}

/** Does work on a file. @throws AppError `disk.*` naming the file; any other failure as it comes */
export function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw diskFailure(path, cause);
  }
}

/** The low byte of what SQLite reports; the bytes above only tell more of the same. 0 for any other value. */
export function sqliteCodeOf(cause: unknown): number {
  return cause instanceof Error && 'errcode' in cause && typeof cause.errcode === 'number' ? cause.errcode & 0xff : 0;
}

/** Node's code of a system error (`ENOENT`), or undefined for any other value. */
export function errnoOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || !('code' in cause)) return undefined;
  return typeof cause.code === 'string' ? cause.code : undefined;
}
