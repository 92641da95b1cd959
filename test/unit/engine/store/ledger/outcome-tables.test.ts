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
  database.run(`UPDATE outcomes SET record = json_set(record, '$.findings', json('[{"level":"pass"}]'))`);
  database.close();

  expect(() => ledger.outcomes.ofRun(RunId.parse('r1'))).toThrow();
  ledger.close();
});

test('the recent outcomes of a device: newest first, only those with readings, no other device', () => {
  const { ledger } = openLedger(join(temporaryFolder(), 'history.sqlite'));
  const save = (run: string, device: string, startedAt: number, changes = {}) => {
    ledger.outcomes.save(sampleOutcome(run, device, { startedAt, ...changes }), []);
  };
  for (const run of ['r1', 'r2', 'r3', 'r4']) ledger.runs.begin(sampleRun(run));
  save('r1', 'd1', 1_000);
  save('r2', 'd1', 2_000);
  save('r2', 'd2', 2_500);
  save('r3', 'd1', 3_000, { readings: [], findings: [] });
  save('r4', 'd1', 4_000);

  const { outcomes } = ledger;
  const recent = outcomes.recent(sampleOutcome('r1', 'd1').device.id, 2);

  expect(recent.map(({ runId }) => runId)).toEqual(['r4', 'r2']);
  expect(recent[1]).toEqual(outcomes.find(RunId.parse('r2'), sampleOutcome('r2', 'd1').device.id));
  expect(outcomes.recent(sampleOutcome('r1', 'nobody').device.id, 2)).toEqual([]);
  ledger.close();
});

test('the equipment of each device is that of its newest outcome', () => {
  const { ledger } = openLedger(join(temporaryFolder(), 'history.sqlite'));
  const image = (release: string) => ({
    readings: [
      ...sampleOutcome('r1', 'd1').readings,
      {
        ...{ kind: 'software' as const, subject: 'Uos.img', status: null, state: null, role: null },
        ...{ command: 'show microcode', line: release },
        values: { release },
      },
    ],
  });
  for (const run of ['r1', 'r2']) ledger.runs.begin(sampleRun(run));
  ledger.outcomes.save(sampleOutcome('r1', 'd1', { startedAt: 1_000, ...image('8.9.1.R01') }), []);
  ledger.outcomes.save(sampleOutcome('r2', 'd1', { startedAt: 2_000, ...image('8.9.2.R01') }), []);
  ledger.outcomes.save(sampleOutcome('r2', 'd2', { startedAt: 2_500, member: null, ...image('8.9.3.R01') }), []);

  const equipment = ledger.outcomes.equipment();
  ledger.close();

  expect(
    equipment.map(({ deviceId, member, readings }) => [deviceId, member, readings.map(({ line }) => line)]),
  ).toEqual([
    ['d1', 'ale-aos8', ['8.9.2.R01']],
    ['d2', null, ['8.9.3.R01']],
  ]);
});
