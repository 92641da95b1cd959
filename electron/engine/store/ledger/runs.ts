import { Run } from '../../../../shared/model/run';
import type { Ledger } from './ledger';
import type { Database, Row } from './sqlite';

const columns = 'id, "trigger", state, started_at, ended_at, devices, pass, warn, fail, unknown, folder';

/** The runs of the ledger. */
export function ledgerRuns(database: Database): Ledger['runs'] {
  const find: Ledger['runs']['find'] = (id) => asRun(database.get(`SELECT ${columns} FROM runs WHERE id = ?`, id));
  return {
    begin: (run) => database.durable(() => insert(database, run)),
    finish(id, { state, endedAt, counts: { pass, warn, fail, unknown } }) {
      const changed = database.durable(() =>
        database.run(
          'UPDATE runs SET state = ?, ended_at = ?, pass = ?, warn = ?, fail = ?, unknown = ? WHERE id = ?',
          ...[state, endedAt, pass, warn, fail, unknown, id],
        ),
      );
      if (changed === 0) throw new Error(`no run ${id} to finish`);
    },
    markCutOff: (at) =>
      database.durable(() => {
        const ids = database.all(`SELECT id FROM runs WHERE state = 'running' ORDER BY rowid`);
        return ids.flatMap(({ id }) => asRun(cutOff(database, String(id), at)) ?? []);
      }),
    find,
    list: (limit) =>
      database.all(`SELECT ${columns} FROM runs ORDER BY rowid DESC LIMIT ?`, limit).flatMap((row) => asRun(row) ?? []),
    remove: (id) => database.atomic(() => remove(database, id)),
  };
}

function insert(database: Database, run: Run): void {
  const { pass, warn, fail, unknown } = run.counts;
  database.run(
    `INSERT INTO runs (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[run.id, run.trigger, run.state, run.startedAt, run.endedAt, run.devices],
    ...[pass, warn, fail, unknown, run.folder],
  );
}

/** Counts what was saved before the end; a device that never had its turn counts as unknown. */
function cutOff(database: Database, id: string, at: number): Row | undefined {
  return database.get(
    `UPDATE runs SET state = 'cut-off', ended_at = ?,
       pass = (SELECT count(*) FROM outcomes WHERE run_id = runs.id AND verdict = 'pass'),
       warn = (SELECT count(*) FROM outcomes WHERE run_id = runs.id AND verdict = 'warn'),
       fail = (SELECT count(*) FROM outcomes WHERE run_id = runs.id AND verdict = 'fail'),
       unknown = max(0, devices - (SELECT count(*) FROM outcomes WHERE run_id = runs.id AND verdict <> 'unknown'))
     WHERE id = ? RETURNING ${columns}`,
    ...[at, id],
  );
}

/** A configuration that changed since stays: only copies go that are the same as a newer one. */
function remove(database: Database, id: string): void {
  database.run(
    `DELETE FROM snapshots WHERE run_id = ? AND EXISTS (
       SELECT 1 FROM snapshots AS newer WHERE newer.device_id = snapshots.device_id AND newer.path = snapshots.path
         AND newer.sha256 = snapshots.sha256 AND newer.rowid > snapshots.rowid)`,
    id,
  );
  database.run(`DELETE FROM outbox WHERE run_id = ? AND state NOT IN ('queued', 'sending')`, id);
  database.run('DELETE FROM runs WHERE id = ?', id);
}

function asRun(row: Row | undefined): Run | undefined {
  if (row === undefined) return undefined;
  const { started_at: startedAt, ended_at: endedAt, pass, warn, fail, unknown, ...rest } = row;
  return Run.parse({ ...rest, startedAt, endedAt, counts: { pass, warn, fail, unknown } });
}
