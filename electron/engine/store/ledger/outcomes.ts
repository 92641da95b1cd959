import * as z from 'zod';
import { DeviceId, RunId } from '../../../../shared/model/ids';
import { Reading } from '../../../../shared/model/reading';
import { Outcome } from '../../../../shared/model/run';
import { Verdict } from '../../../../shared/model/verdict';
import type { Ledger } from './ledger';
import { insertSnapshot } from './snapshots';
import type { Database, Row } from './sqlite';

const Latest = z.object({ deviceId: DeviceId, runId: RunId, verdict: Verdict, at: z.number() });

/**
 * How devices ended: one row an outcome, with its findings and readings. The newest is what was written last, whatever
 * the clock showed.
 */
export function ledgerOutcomes(database: Database): Ledger['outcomes'] {
  return {
    save(outcome, snapshots) {
      // A statement alone is a transaction by itself.
      if (snapshots.length === 0) return insertOutcome(database, outcome);
      database.atomic(() => {
        insertOutcome(database, outcome);
        for (const snapshot of snapshots) insertSnapshot(database, snapshot);
      });
    },
    ofRun: (id) =>
      database.all('SELECT record FROM outcomes WHERE run_id = ? ORDER BY started_at, device_id', id).map(asOutcome),
    find(run, device) {
      const row = database.get('SELECT record FROM outcomes WHERE run_id = ? AND device_id = ?', run, device);
      return row === undefined ? undefined : asOutcome(row);
    },
    recent: (device, limit) =>
      database
        .all(
          `SELECT record FROM outcomes WHERE device_id = ? AND json_array_length(record, '$.readings') > 0
           ORDER BY rowid DESC LIMIT ?`,
          ...[device, limit],
        )
        .map(asOutcome),
    equipment: () =>
      database
        .all(
          `WITH newest AS (SELECT device_id, run_id, max(rowid) FROM outcomes GROUP BY device_id)
           SELECT device_id AS deviceId, record ->> 'member' AS member,
             (SELECT json_group_array(json(value)) FROM json_each(record, '$.readings')
              WHERE value ->> 'kind' IN ('system', 'chassis', 'software')) AS readings
           FROM newest JOIN outcomes USING (run_id, device_id) ORDER BY device_id`,
        )
        .map(asEquipment)
        .filter(({ readings }) => readings.length > 0),
    // Out of the index alone.
    devices: () =>
      database
        .all('SELECT DISTINCT device_id AS deviceId FROM outcomes ORDER BY device_id')
        .map(({ deviceId }) => DeviceId.parse(deviceId)),
    // Beside max() SQLite takes the other columns from the row that holds the maximum.
    latest: () =>
      database
        .all(
          `SELECT device_id AS deviceId, run_id AS runId, verdict, started_at AS at, max(rowid)
           FROM outcomes GROUP BY device_id ORDER BY device_id`,
        )
        .map((row) => Latest.parse(row)),
  };
}

function insertOutcome(database: Database, outcome: Outcome): void {
  const { runId, device, verdict, code, startedAt } = outcome;
  database.run(
    `INSERT OR REPLACE INTO outcomes (run_id, device_id, device_name, host, verdict, code, started_at, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[runId, device.id, device.name, device.host, verdict, code, startedAt, JSON.stringify(outcome)],
  );
}

function asOutcome({ record }: Row): Outcome {
  return Outcome.parse(JSON.parse(String(record)));
}

const Equipment = z.object({ deviceId: DeviceId, member: Outcome.shape.member, readings: z.array(Reading) });

function asEquipment({ readings, ...row }: Row): z.infer<typeof Equipment> {
  return Equipment.parse({ ...row, readings: JSON.parse(String(readings)) });
}
