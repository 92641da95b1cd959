import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrateLedger, newestVersion } from '../../../../../electron/engine/store/ledger/migrate';
import { v1 } from '../../../../../electron/engine/store/ledger/migrations/v1';
import { openDatabase } from '../../../../../electron/engine/store/ledger/sqlite';
import { temporaryFolder } from '../../../../support/store-parts';

test('a history of version 1 keeps its runs, and its numbers are still found', () => {
  const database = openDatabase(join(temporaryFolder(), 'history.sqlite'));
  database.exec(v1);
  database.exec(`PRAGMA user_version = 1;
    INSERT INTO runs VALUES ('r1', 'manual', 'finished', 1000, 2000, 1, 1, 0, 0, 0, '/r1');
    INSERT INTO outcomes VALUES ('r1', 'd1', 'SW-1', '192.0.2.1', 'pass', NULL, 1500, '{}');
    INSERT INTO readings VALUES ('r1', 'd1', 0, 'cpu', '1', '{"kind":"cpu","subject":"1","values":{"percent":12,"name":"x","minuteAverage":null}}');
    INSERT INTO findings VALUES ('r1', 'd1', 1, 'uptime', '', 'pass', '{"check":"uptime","subject":"","level":"pass"}');
    INSERT INTO findings VALUES ('r1', 'd1', 0, 'cpu-load', '1', 'warn', '{"check":"cpu-load","subject":"1","level":"warn"}');
    INSERT INTO reading_values VALUES ('r1', 'd1', 0, 'percent', 1500, 'cpu', '1', 12);`);

  migrateLedger(database);
  const rows = database.all('SELECT device_id, kind, subject, "key", value, at FROM reading_values');
  const found = database.all('SELECT "check", subject, level FROM findings ORDER BY position');
  const record = JSON.parse(String(database.get('SELECT record FROM outcomes')?.record));
  const version = database.get('PRAGMA user_version')?.user_version;
  database.close();

  expect(rows).toEqual([{ device_id: 'd1', kind: 'cpu', subject: '1', key: 'percent', value: 12, at: 1500 }]);
  expect(found).toEqual([
    { check: 'cpu-load', subject: '1', level: 'warn' },
    { check: 'uptime', subject: '', level: 'pass' },
  ]);
  expect(record).toEqual({
    findings: [
      { check: 'cpu-load', subject: '1', level: 'warn' },
      { check: 'uptime', subject: '', level: 'pass' },
    ],
    readings: [{ kind: 'cpu', subject: '1', values: { percent: 12, name: 'x', minuteAverage: null } }],
  });
  expect(version).toBe(newestVersion);
});
