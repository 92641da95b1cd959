import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { diskFailure, onDisk, sqliteCodeOf } from '../disk-failure';

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
  /** A second time does nothing. @throws AppError `disk.*` */
  close(): void;
  /** Closes after a failure, without writing anything. */
  drop(): void;
};

/** How long a statement waits for another process that reads or writes the same file, milliseconds. */
const busyTimeoutMs = 5000;

/** Opens or creates a database file; `:memory:` for one that is never on disk. @throws AppError `disk.*` */
export function openDatabase(path: string): Database {
  return wrap(
    onDisk(path, () => openHandle(path)),
    path,
  );
}

/** A connection that nobody keeps is closed with the garbage, and its lock with it. */
const held = new Set<DatabaseSyncInstance>();

/**
 * Holds a file by the system's own lock, which ends with this process, however it ends.
 *
 * @returns lets go; undefined where another connection holds it
 */
export function holdFile(path: string): (() => void) | undefined {
  const handle = onDisk(path, () => new DatabaseSync(path, { timeout: 0 }));
  try {
    handle.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    handle.close();
    // 5 is SQLITE_BUSY.
    if (sqliteCodeOf(cause) === 5) return undefined;
    throw diskFailure(path, cause);
  }
  held.add(handle);
  return () => {
    held.delete(handle);
    if (!handle.isOpen) return;
    handle.exec('ROLLBACK');
    handle.close();
  };
}

/**
 * Looks at a file before it is used. Leaves no connection behind, so that the file may be renamed: a connection that
 * ends later would remove the log of whatever database has taken the name.
 *
 * @param isCheckedWhole reads every page
 * @throws AppError `disk.*` where the file may not be read; where another program holds it, as SQLite reports it
 */
export function probeDatabase(
  path: string,
  { newestVersion, isCheckedWhole }: { readonly newestVersion: number; readonly isCheckedWhole: boolean },
): 'usable' | 'damaged' | 'newer' {
  try {
    const handle = openHandle(path);
    try {
      // A statement that returns rows would keep the connection open (see `close`): checks that refuse a row do not.
      if (isCheckedWhole && refuses(handle, `value = 'ok'`, 'SELECT quick_check FROM pragma_quick_check')) {
        return 'damaged';
      }
      const isNewer = refuses(handle, `value <= ${newestVersion}`, 'SELECT user_version FROM pragma_user_version');
      return isNewer ? 'newer' : 'usable';
    } finally {
      handle.close();
    }
  } catch (cause) {
    if (isDamage(cause)) return 'damaged';
    throw diskFailure(path, cause);
  }
}

function refuses(handle: DatabaseSyncInstance, check: string, select: string): boolean {
  handle.exec(`CREATE TEMP TABLE probe (value CHECK (${check}))`);
  try {
    handle.exec(`INSERT INTO temp.probe ${select}`);
    return false;
  } catch (cause) {
    // 19 is SQLITE_CONSTRAINT: the value that was read did not pass.
    if (sqliteCodeOf(cause) === 19) return true;
    throw cause;
  } finally {
    handle.exec('DROP TABLE temp.probe');
  }
}

function openHandle(path: string): DatabaseSyncInstance {
  const handle = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  try {
    handle.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;');
    // Pages of 4 kB: a run over a fleet does not stop in its middle to bring the log into the file.
    handle.exec('PRAGMA wal_autocheckpoint = 4000');
  } catch (cause) {
    handle.close();
    throw cause;
  }
  return handle;
}

/**
 * True when an error says that the file is no database or a broken one; not for a locked or unreadable file.
 * 11 is SQLITE_CORRUPT, 26 SQLITE_NOTADB (sqlite.org/rescode.html).
 */
export function isDamage(cause: unknown): boolean {
  const code = sqliteCodeOf(cause);
  return code === 11 || code === 26;
}

function wrap(handle: DatabaseSyncInstance, path: string): Database {
  const told = <T>(work: () => T): T => onDisk(path, work);
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
    exec: (sql) => told(() => handle.exec(sql)),
    run: (sql, ...values) => told(() => Number(statement(sql).run(...values).changes)),
    get: (sql, ...values) => told(() => asRow(statement(sql).get(...values))),
    all: (sql, ...values) => told(() => asRows(statement(sql).all(...values))),
    atomic: (work) => told(() => atomic(work)),
    durable(work) {
      // With FULL a commit waits until the write-ahead log is on the disk, earlier commits in it included.
      told(() => handle.exec('PRAGMA synchronous = FULL'));
      try {
        return told(() => atomic(work));
      } finally {
        handle.exec('PRAGMA synchronous = NORMAL');
      }
    },
    drop: () => handle.close(),
    close() {
      if (!handle.isOpen) return;
      // The library frees statements only with the garbage, and SQLite ends a connection only after its statements: so
      // the log is brought into the file here, else it would lie there as after a kill.
      try {
        told(() => handle.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
      } finally {
        prepared.clear();
        handle.close();
      }
    },
  };
}

function asRow(value: unknown): Row | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function asRows(values: readonly unknown[]): readonly Row[] {
  return values.map(asRow).filter((row) => row !== undefined);
}
