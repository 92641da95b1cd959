import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '../../ports';
import { setAsideSync, type SetAside } from '../set-aside';
import { ledgerAudit } from './audit';
import type { Ledger } from './ledger';
import { migrateLedger, newestVersion, versionOf } from './migrate';
import { ledgerOutbox } from './outbox';
import { ledgerOutcomes } from './outcomes';
import { ledgerRuns } from './runs';
import { ledgerSchedules } from './schedules';
import { ledgerSnapshots } from './snapshots';
import { isDamage, openDatabase, type Database } from './sqlite';

/** An open ledger; `setAside` tells that the file found there could not be used and a new one was begun. */
export type OpenedLedger = { readonly ledger: Ledger; readonly setAside: SetAside | undefined };

/** Files that SQLite keeps beside the database. */
const companions = ['-wal', '-shm'];

/**
 * Opens the history, or begins it. A damaged file, or one of a newer program, is renamed and reported; a file that
 * another program holds locked or that may not be read is an error and stays where it is.
 *
 * @param path the file, or `:memory:`
 */
export function openLedger(path: string, log?: Log): OpenedLedger {
  if (path === ':memory:') return { ledger: joinParts(prepare(path)), setAside: undefined };
  mkdirSync(dirname(path), { recursive: true });
  const opened = tryOpen(path);
  if (typeof opened === 'object') return { ledger: joinParts(opened), setAside: undefined };
  const setAside = setAsideSync(path, opened, companions);
  log?.warn('ledger set aside', { kept: setAside.kept, reason: setAside.reason });
  return { ledger: joinParts(prepare(path)), setAside };
}

class DamagedLedger extends Error {}

/** The database, or why it cannot be used. A log left behind means a kill: then the whole file is looked through once. */
function tryOpen(path: string): Database | SetAside['reason'] {
  const wasKilled = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  try {
    const database = prepare(path, wasKilled);
    if (versionOf(database) <= newestVersion) return database;
    database.close();
    return 'newer';
  } catch (cause) {
    if (isDamage(cause) || cause instanceof DamagedLedger) return 'damaged';
    throw cause;
  }
}

function prepare(path: string, isCheckedWhole = false): Database {
  const database = openDatabase(path);
  try {
    if (isCheckedWhole && database.get('PRAGMA quick_check(1)')?.quick_check !== 'ok') throw new DamagedLedger();
    migrateLedger(database);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function joinParts(database: Database): Ledger {
  return {
    runs: ledgerRuns(database),
    outcomes: ledgerOutcomes(database),
    outbox: ledgerOutbox(database),
    snapshots: ledgerSnapshots(database),
    schedules: ledgerSchedules(database),
    audit: ledgerAudit(database),
    close: () => database.close(),
  };
}
