import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../../../electron/engine/store/ledger/sqlite';
import { openLedger } from '../../../../../electron/engine/store/ledger/open-ledger';
import { RunId } from '../../../../../shared/model/ids';
import { sampleOutcome, sampleRun } from '../../../../support/sample-history';
import { temporaryFolder } from '../../../../support/store-parts';

test('numbers of readings are rows of their own, nulls and words are not', () => {
  const path = join(temporaryFolder(), 'history.sqlite');
  const { ledger } = openLedger(path);
  ledger.runs.begin(sampleRun('r1'));
  ledger.outcomes.save(sampleOutcome('r1', 'd1'), []);
  ledger.close();

  const database = openDatabase(path);
  const rows = database.all('SELECT device_id, kind, subject, "key", value, at FROM reading_values ORDER BY "key"');
  database.close();

  expect(rows).toEqual([
    { device_id: 'd1', kind: 'cpu', subject: '', key: 'minuteAverage', value: 11, at: 2_000 },
    { device_id: 'd1', kind: 'cpu', subject: '', key: 'percent', value: 12, at: 2_000 },
  ]);
});

test('removing a run leaves no row of it in any table', () => {
  const path = join(temporaryFolder(), 'history.sqlite');
  const { ledger } = openLedger(path);
  ledger.runs.begin(sampleRun('r1'));
  ledger.outcomes.save(sampleOutcome('r1', 'd1'), []);
  ledger.runs.remove(RunId.parse('r1'));
  ledger.close();

  const database = openDatabase(path);
  const left = ['runs', 'outcomes', 'findings', 'readings', 'reading_values'].map(
    (table) => database.get(`SELECT count(*) AS rows FROM ${table}`)?.rows,
  );
  database.close();

  expect(left).toEqual([0, 0, 0, 0, 0]);
});

test('a record that no longer fits its schema is an error, never half an outcome', () => {
  const path = join(temporaryFolder(), 'history.sqlite');
  const { ledger } = openLedger(path);
  ledger.runs.begin(sampleRun('r1'));
  ledger.outcomes.save(sampleOutcome('r1', 'd1'), []);
  const database = openDatabase(path);
  database.run(`UPDATE findings SET record = '{"level":"pass"}'`);
  database.close();

  expect(() => ledger.outcomes.ofRun(RunId.parse('r1'))).toThrow();
  ledger.close();
});
