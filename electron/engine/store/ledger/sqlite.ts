import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';

/** What SQLite takes and gives back; a boolean is 0 or 1. */
export type SqlValue = string | number | null | Uint8Array;
export type Row = Readonly<Record<string, unknown>>;

/** One open database with its statements prepared once. The only module that knows which SQLite library it is. */
export type Database = {
  /** Runs statements without parameters. */
  exec(sql: string): void;
  /** Returns how many rows were changed. */
  run(sql: string, ...values: SqlValue[]): number;
  get(sql: string, ...values: SqlValue[]): Row | undefined;
  all(sql: string, ...values: SqlValue[]): readonly Row[];
  /** One transaction: all of it or nothing. A kill of the program after it returned loses nothing. */
  atomic<T>(work: () => T): T;
  /** As `atomic`, and a power cut after it returned loses nothing either, nor anything committed before. */
  durable<T>(work: () => T): T;
  close(): void;
};

/** How long a statement waits for another process that reads or writes the same file, milliseconds. */
const busyTimeoutMs = 5000;

/** Opens or creates a database file; `:memory:` for one that is never on disk. @throws as `isDamage` tells apart */
export function openDatabase(path: string): Database {
  const handle = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    handle.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;');
  } catch (cause) {
    handle.close();
    throw cause;
  }
  return wrap(handle);
}

/** True when an error says that the file is no database or a broken one; not for a locked or unreadable file. */
export function isDamage(cause: unknown): boolean {
  if (!(cause instanceof Error) || !('errcode' in cause) || typeof cause.errcode !== 'number') return false;
  // The low byte is the primary code: 11 SQLITE_CORRUPT, 26 SQLITE_NOTADB (sqlite.org/rescode.html).
  const primary = cause.errcode & 0xff;
  return primary === 11 || primary === 26;
}

function wrap(handle: DatabaseSyncInstance): Database {
  const prepared = new Map<string, StatementSyncInstance>();
  const statement = (sql: string): StatementSyncInstance => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = handle.prepare(sql);
    prepared.set(sql, fresh);
    return fresh;
  };
  const atomic = <T>(work: () => T): T => {
    handle.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      handle.exec('COMMIT');
      return result;
    } catch (cause) {
      if (handle.isTransaction) handle.exec('ROLLBACK');
      throw cause;
    }
  };
  return {
    exec: (sql) => handle.exec(sql),
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    get: (sql, ...values) => asRow(statement(sql).get(...values)),
    all: (sql, ...values) => asRows(statement(sql).all(...values)),
    atomic,
    durable(work) {
      // With FULL a commit waits until the write-ahead log is on the disk, earlier commits in it included.
      handle.exec('PRAGMA synchronous = FULL');
      try {
        return atomic(work);
      } finally {
        handle.exec('PRAGMA synchronous = NORMAL');
      }
    },
    close() {
      prepared.clear();
      handle.close();
    },
  };
}

function asRow(value: unknown): Row | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function asRows(values: readonly unknown[]): readonly Row[] {
  return values.map(asRow).filter((row) => row !== undefined);
}
