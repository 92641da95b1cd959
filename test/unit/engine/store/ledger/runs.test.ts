import { expect, test } from 'vitest';
import { openLedger } from '../../../../../electron/engine/store/ledger/open-ledger';
import { DeviceId, RunId } from '../../../../../shared/model/ids';
import { sampleItem, sampleOutcome, sampleRun } from '../../../../support/sample-history';

const r1 = RunId.parse('r1');
const d1 = DeviceId.parse('d1');
const path = '/flash/working/vcboot.cfg';

function snapshot(run: string, takenAt: number, sha256: string) {
  return {
    deviceId: d1,
    runId: RunId.parse(run),
    path,
    sha256,
    bytes: 3,
    takenAt,
    sealed: Uint8Array.of(1, 2, takenAt),
  };
}

test('a finished run keeps its end and its counts', () => {
  const { ledger } = openLedger(':memory:');
  ledger.runs.begin(sampleRun('r1'));

  ledger.runs.finish(r1, { state: 'finished', endedAt: 4_000, counts: { pass: 1, warn: 0, fail: 1, unknown: 0 } });

  const expected = { state: 'finished', endedAt: 4_000, counts: { pass: 1, warn: 0, fail: 1, unknown: 0 } };
  expect(ledger.runs.find(r1)).toMatchObject(expected);
  expect(ledger.runs.markCutOff(9_000)).toEqual([]);
});

test('finishing a run that is not there is our mistake', () => {
  const { ledger } = openLedger(':memory:');
  const end = { state: 'finished', endedAt: 1, counts: sampleRun('r1').counts } as const;

  expect(() => ledger.runs.finish(r1, end)).toThrow('no run r1');
});

test('runs are listed newest first', () => {
  const { ledger } = openLedger(':memory:');
  ledger.runs.begin(sampleRun('old', { startedAt: 1 }));
  ledger.runs.begin(sampleRun('mid', { startedAt: 3 }));
  ledger.runs.begin(sampleRun('new', { startedAt: 2 }));

  expect(ledger.runs.list(2).map(({ id }) => id)).toEqual(['new', 'mid']);
});

test('a run cut off counts what was saved, and every device that had no turn as unknown', () => {
  const { ledger } = openLedger(':memory:');
  ledger.runs.begin(sampleRun('r1', { devices: 5 }));
  ledger.outcomes.save(sampleOutcome('r1', 'd1'), []);
  ledger.outcomes.save(sampleOutcome('r1', 'd2', { verdict: 'fail' }), []);
  ledger.outcomes.save(sampleOutcome('r1', 'd3', { verdict: 'unknown' }), []);

  const cutOff = ledger.runs.markCutOff(9_000);

  expect(cutOff).toEqual([
    sampleRun('r1', {
      devices: 5,
      state: 'cut-off',
      endedAt: 9_000,
      counts: { pass: 1, warn: 0, fail: 1, unknown: 3 },
    }),
  ]);
  expect(ledger.runs.find(r1)?.state).toBe('cut-off');
});

test('an outcome saved again replaces the first with all its parts', () => {
  const { ledger } = openLedger(':memory:');
  ledger.runs.begin(sampleRun('r1'));
  ledger.outcomes.save(sampleOutcome('r1', 'd1'), []);
  const second = sampleOutcome('r1', 'd1', { verdict: 'unknown', findings: [], readings: [] });

  ledger.outcomes.save(second, []);

  expect(ledger.outcomes.ofRun(r1)).toEqual([second]);
});

test('the latest outcome of each device is the one that was written last, whatever the clock showed', () => {
  const { ledger } = openLedger(':memory:');
  for (const [run, startedAt, verdict] of [
    ['r1', 10, 'pass'],
    ['r2', 30, 'fail'],
    ['r3', 20, 'warn'],
  ] as const) {
    ledger.runs.begin(sampleRun(run));
    ledger.outcomes.save(sampleOutcome(run, 'd1', { startedAt, verdict }), []);
  }
  ledger.outcomes.save(sampleOutcome('r1', 'd2', { startedAt: 11 }), []);

  expect(ledger.outcomes.latest()).toEqual([
    { deviceId: 'd1', runId: 'r3', verdict: 'warn', at: 20 },
    { deviceId: 'd2', runId: 'r1', verdict: 'pass', at: 11 },
  ]);
  expect(ledger.outcomes.devices()).toEqual(['d1', 'd2']);
  expect(ledger.outcomes.recent(d1, 9).map(({ runId }) => runId)).toEqual(['r3', 'r2', 'r1']);
});

test('the newest run and the newest configuration are the last ones, though a clock was in 2030', () => {
  const { ledger } = openLedger(':memory:');
  for (const [run, at, sha256] of [
    ['r1', Date.UTC(2030, 0, 1), 'a'],
    ['r2', Date.UTC(2026, 10, 29), 'b'],
  ] as const) {
    ledger.runs.begin({ ...sampleRun(run), startedAt: at });
    ledger.outcomes.save(sampleOutcome(run, 'd1'), [snapshot(run, at, sha256)]);
  }

  expect(ledger.runs.list(9).map(({ id }) => id)).toEqual(['r2', 'r1']);
  expect(ledger.snapshots.ofDevice(d1).map(({ sha256 }) => sha256)).toEqual(['b', 'a']);
  expect(ledger.snapshots.latest(d1, snapshot('r1', 0, '').path)?.sha256).toBe('b');
});

test('a removed run takes its outcomes and settled messages along, never an open message', () => {
  const { ledger } = openLedger(':memory:');
  ledger.runs.begin(sampleRun('r1'));
  ledger.outcomes.save(sampleOutcome('r1', 'd1'), []);
  ledger.outbox.add([sampleItem('m1/c1'), sampleItem('m1/c2', { state: 'accepted', nextAttemptAt: null })]);

  ledger.runs.remove(r1);

  expect(ledger.runs.find(r1)).toBeUndefined();
  expect(ledger.outcomes.find(r1, d1)).toBeUndefined();
  expect(ledger.outcomes.latest()).toEqual([]);
  expect(ledger.outcomes.devices()).toEqual([]);
  expect(ledger.outbox.list(10).map(({ id }) => id)).toEqual(['m1/c1']);
});

test('a configuration that changed since outlives its run; one that is the same as a newer copy does not', () => {
  const { ledger } = openLedger(':memory:');
  for (const [run, takenAt, sha256] of [
    ['r1', 1, 'a'],
    ['r2', 2, 'b'],
    ['r3', 3, 'b'],
  ] as const) {
    ledger.runs.begin(sampleRun(run));
    ledger.outcomes.save(sampleOutcome(run, 'd1'), [snapshot(run, takenAt, sha256)]);
  }

  for (const run of ['r1', 'r2', 'r3']) ledger.runs.remove(RunId.parse(run));

  expect(ledger.snapshots.ofDevice(d1).map(({ takenAt }) => takenAt)).toEqual([3, 1]);
  expect(ledger.snapshots.latest(d1, path)).toMatchObject({ sha256: 'b', runId: 'r3', bytes: 3 });
  expect(ledger.snapshots.read(d1, path, 1)).toEqual(Uint8Array.of(1, 2, 1));
  expect(ledger.snapshots.read(d1, path, 2)).toBeUndefined();
  expect(ledger.snapshots.latest(d1, '/flash/other.cfg')).toBeUndefined();
});

test('an outcome of no run is refused', () => {
  const { ledger } = openLedger(':memory:');

  expect(() => ledger.outcomes.save(sampleOutcome('r1', 'd1'), [])).toThrow(/FOREIGN KEY/);
});
