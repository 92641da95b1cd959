import { existsSync, lstatSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../../shared/errors';
import type { Log } from '../../ports';
import { makeFolders } from '../atomic-file';
import { setAsideSync, type SetAside } from '../set-aside';
import { ledgerAudit } from './audit';
import type { Ledger } from './ledger';
import { migrateLedger, newestVersion } from './migrate';
import { ledgerOutbox } from './outbox';
import { ledgerOutcomes } from './outcomes';
import { ledgerRuns } from './runs';
import { ledgerSchedules } from './schedules';
import { ledgerSnapshots } from './snapshots';
import { openDatabase, probeDatabase, type Database } from './sqlite';

/** An open ledger; `setAside` tells that the file found there could not be used and a new one was begun. */
export type OpenedLedger = { readonly ledger: Ledger; readonly setAside: SetAside | undefined };

/** Files that SQLite keeps beside the database. */
const companions = ['-wal', '-shm'];

/**
 * Opens the history, or begins it. A damaged file, or one of a newer program, is renamed and reported; a file that
 * another program holds locked or that may not be read is an error and stays where it is.
 *
 * @param path the file, or `:memory:`
 * @throws AppError `disk.*`
 */
export function openLedger(path: string, log?: Log): OpenedLedger {
  if (path === ':memory:') return { ledger: joinParts(prepare(path)), setAside: undefined };
  makeFolders(dirname(path));
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) throw new AppError('disk.blocked', { file: path });
  const reason = stat === undefined ? undefined : whyUnusable(path);
  if (reason === undefined) return { ledger: joinParts(prepare(path)), setAside: undefined };
  const setAside = setAsideSync(path, reason, companions);
  log?.warn('ledger set aside', { kept: setAside.kept, reason });
  return { ledger: joinParts(prepare(path)), setAside };
}

/** SQLite takes a file of no bytes for a new one, and removes the log beside it. A log left behind means that the program was killed: then the whole file is looked through once. */
function whyUnusable(path: string): SetAside['reason'] | undefined {
  if (statSync(path).size === 0) return 'damaged';
  const wasKilled = existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0;
  const state = probeDatabase(path, { newestVersion, isCheckedWhole: wasKilled });
  return state === 'usable' ? undefined : state;
}

function prepare(path: string): Database {
  const database = openDatabase(path);
  try {
    migrateLedger(database);
    return database;
  } catch (cause) {
    database.drop();
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
