import { z } from 'zod';
import { DeviceId, RunId } from '../../../../shared/model/ids';
import { Reading } from '../../../../shared/model/reading';
import { Outcome } from '../../../../shared/model/run';
import { Verdict } from '../../../../shared/model/verdict';
import type { Ledger } from './ledger';
import { insertSnapshot } from './snapshots';
import type { Database, Row } from './sqlite';

const AnyObject = z.looseObject({});
const Latest = z.object({ deviceId: DeviceId, runId: RunId, verdict: Verdict, at: z.number() });

/** How devices ended: one row an outcome, and its findings and readings in tables of their own. */
export function ledgerOutcomes(database: Database): Ledger['outcomes'] {
  return {
    save: (outcome, snapshots) =>
      database.atomic(() => {
        insertOutcome(database, outcome);
        insertFindings(database, outcome);
        insertReadings(database, outcome);
        for (const snapshot of snapshots) insertSnapshot(database, snapshot);
      }),
    ofRun(id) {
      const findings = byDevice(database.all(`${select('findings')} ORDER BY device_id, position`, id));
      const readings = byDevice(database.all(`${select('readings')} ORDER BY device_id, position`, id));
      return database
        .all(`${select('outcomes')} ORDER BY started_at, device_id`, id)
        .map((row) => asOutcome(row, findings.get(row.device_id) ?? [], readings.get(row.device_id) ?? []));
    },
    find(run, device) {
      const row = database.get(`${select('outcomes')} AND device_id = ?`, run, device);
      return row === undefined ? undefined : wholeOutcome(database, row, run, device);
    },
    recent: (device, limit) =>
      database
        .all(
          `SELECT run_id, record FROM outcomes AS one
           WHERE device_id = ? AND EXISTS
             (SELECT 1 FROM readings WHERE readings.run_id = one.run_id AND readings.device_id = one.device_id)
           ORDER BY started_at DESC, run_id DESC LIMIT ?`,
          ...[device, limit],
        )
        .map((row) => wholeOutcome(database, row, String(row.run_id), device)),
    equipment() {
      const rows = database.all(
        `WITH newest AS (SELECT device_id, run_id, max(started_at) FROM outcomes GROUP BY device_id)
         SELECT device_id, outcomes.record ->> 'member' AS member, readings.record AS record
         FROM newest JOIN outcomes USING (run_id, device_id) JOIN readings USING (run_id, device_id)
         WHERE kind IN ('system', 'chassis', 'software') ORDER BY device_id, position`,
      );
      return [...byDevice(rows)].map(([id, own]) => ({
        deviceId: DeviceId.parse(id),
        member: Outcome.shape.member.parse(own[0]?.member ?? null),
        readings: own.map((row) => Reading.parse(json(row))),
      }));
    },
    // Beside max() SQLite takes the other columns from the row that holds the maximum.
    latest: () =>
      database
        .all(
          `SELECT device_id AS deviceId, run_id AS runId, verdict, max(started_at) AS at
           FROM outcomes GROUP BY device_id ORDER BY device_id`,
        )
        .map((row) => Latest.parse(row)),
  };
}

function wholeOutcome(database: Database, row: Row, run: string, device: string): Outcome {
  const part = (table: 'findings' | 'readings') =>
    database.all(`${select(table)} AND device_id = ? ORDER BY position`, run, device);
  return asOutcome(row, part('findings'), part('readings'));
}

function select(table: 'outcomes' | 'findings' | 'readings'): string {
  return `SELECT device_id, record FROM ${table} WHERE run_id = ?`;
}

function insertOutcome(database: Database, outcome: Outcome): void {
  const { runId, device, verdict, code, startedAt } = outcome;
  const record = JSON.stringify({ ...outcome, findings: undefined, readings: undefined });
  database.run('DELETE FROM outcomes WHERE run_id = ? AND device_id = ?', runId, device.id);
  database.run(
    `INSERT INTO outcomes (run_id, device_id, device_name, host, verdict, code, started_at, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[runId, device.id, device.name, device.host, verdict, code, startedAt, record],
  );
}

/** One statement for all rows: SQLite takes the list apart, which is quicker than a call a row. */
function insertFindings(database: Database, { runId, device, findings }: Outcome): void {
  database.run(
    `INSERT INTO findings (run_id, device_id, position, "check", subject, level, record)
     SELECT ?, ?, key, value ->> 'check', value ->> 'subject', value ->> 'level', value FROM json_each(?)`,
    ...[runId, device.id, JSON.stringify(findings)],
  );
}

function insertReadings(database: Database, { runId, device, readings }: Outcome): void {
  database.run(
    `INSERT INTO readings (run_id, device_id, position, kind, subject, record)
     SELECT ?, ?, key, value ->> 'kind', value ->> 'subject', value FROM json_each(?)`,
    ...[runId, device.id, JSON.stringify(readings)],
  );
}

function byDevice(rows: readonly Row[]): ReadonlyMap<unknown, readonly Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.device_id);
    if (group === undefined) groups.set(row.device_id, [row]);
    else group.push(row);
  }
  return groups;
}

function asOutcome(row: Row, findings: readonly Row[], readings: readonly Row[]): Outcome {
  return Outcome.parse({ ...AnyObject.parse(json(row)), findings: findings.map(json), readings: readings.map(json) });
}

function json(row: Row): unknown {
  return JSON.parse(String(row.record));
}
