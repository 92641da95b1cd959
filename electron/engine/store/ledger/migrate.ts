import { v1 } from './migrations/v1';
import { v2 } from './migrations/v2';
import type { Database } from './sqlite';

/** Index n brings version n to n + 1. */
const steps: readonly string[] = [v1, v2];

/** The version this program reads and writes. */
export const newestVersion = steps.length;

/** Brings a database to the newest version, each step in a transaction of its own. */
export function migrateLedger(database: Database): void {
  for (let version = versionOf(database); version < newestVersion; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new Error(`no migration from version ${version}`);
    database.durable(() => {
      database.exec(step);
      database.exec(`PRAGMA user_version = ${version + 1}`);
    });
  }
}

/** 0 for a new one. */
function versionOf(database: Database): number {
  return Number(database.get('PRAGMA user_version')?.user_version ?? 0);
}
