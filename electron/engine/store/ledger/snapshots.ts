import * as z from 'zod';
import { DeviceId, RunId } from '../../../../shared/model/ids';
import type { Ledger, SnapshotInput } from './ledger';
import type { Database, Row } from './sqlite';

const Snapshot = z.object({
  deviceId: DeviceId,
  runId: RunId,
  path: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  takenAt: z.number(),
});

const select = `SELECT device_id AS deviceId, run_id AS runId, path, sha256, bytes, taken_at AS takenAt
  FROM snapshots WHERE device_id = ?`;

/** Configuration files as fetched, sealed. */
export function ledgerSnapshots(database: Database): Ledger['snapshots'] {
  return {
    latest(device, path) {
      const row = database.get(`${select} AND path = ? ORDER BY rowid DESC LIMIT 1`, device, path);
      return row === undefined ? undefined : asSnapshot(row);
    },
    ofDevice: (device) => database.all(`${select} ORDER BY rowid DESC`, device).map(asSnapshot),
    read(device, path, takenAt) {
      const sealed = database.get(
        'SELECT sealed FROM snapshots WHERE device_id = ? AND path = ? AND taken_at = ?',
        ...[device, path, takenAt],
      )?.sealed;
      return sealed instanceof Uint8Array ? sealed : undefined;
    },
  };
}

/** Writes one sealed file; part of the transaction that saves its outcome. */
export function insertSnapshot(database: Database, snapshot: SnapshotInput): void {
  const { deviceId, path, takenAt, runId, sha256, bytes, sealed } = snapshot;
  database.run(
    `INSERT OR REPLACE INTO snapshots (device_id, path, taken_at, run_id, sha256, bytes, sealed)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ...[deviceId, path, takenAt, runId, sha256, bytes, sealed],
  );
}

function asSnapshot(row: Row) {
  return Snapshot.parse(row);
}
