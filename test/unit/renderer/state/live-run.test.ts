import { expect, test } from 'vitest';
import { liveOutputLimit } from '../../../../shared/model/live-device';
import { follow, fromSnapshot, progressOf, type LiveRun } from '../../../../renderer/state/live-run';
import type { LiveDevice } from '../../../../shared/contract/runs';
import { DeviceId, RunId } from '../../../../shared/model/ids';
import type { RunEvent } from '../../../../shared/model/run';

const runId = RunId.parse('run-1');
const first = DeviceId.parse('d-1');
const second = DeviceId.parse('d-2');
const noCounts = { pass: 0, warn: 0, fail: 0, unknown: 0 };

function device(id: DeviceId): LiveDevice {
  return {
    device: { id, name: id, host: '192.0.2.1', port: 22, protocol: 'ssh', platform: 'alcatel_aos', group: '' },
    state: 'waiting',
    phase: null,
    what: null,
    done: 0,
    total: 0,
    verdict: null,
    code: null,
    totalMs: null,
    output: '',
  };
}

function start(seq = 10): LiveRun {
  return fromSnapshot({
    run: {
      id: runId,
      trigger: 'manual',
      state: 'running',
      startedAt: 1000,
      endedAt: null,
      devices: 2,
      counts: noCounts,
      folder: '',
    },
    devices: [device(first), device(second)],
    seq,
  });
}

const stamp = (seq: number) => ({ seq, runId, at: 2000 });
const output = (seq: number, text: string, deviceId = first): RunEvent => ({
  ...stamp(seq),
  kind: 'device-output',
  deviceId,
  text,
});
const finished = (seq: number, deviceId: DeviceId, verdict: 'pass' | 'fail'): RunEvent => ({
  ...stamp(seq),
  kind: 'device-finished',
  deviceId,
  verdict,
  phase: null,
  code: null,
  findings: { ...noCounts, notApplicable: 0 },
  totalMs: 1500,
});

test('events after the snapshot are taken in, in order', () => {
  const { live, isBehind } = follow(start(), [
    { ...stamp(11), kind: 'device-started', deviceId: first },
    { ...stamp(12), kind: 'device-progress', deviceId: first, phase: 'command', what: 'show fan', done: 2, total: 7 },
    output(13, 'one\n'),
    output(14, 'two\n'),
  ]);

  expect(isBehind).toBe(false);
  expect(live.seq).toBe(14);
  expect(live.devices[0]).toMatchObject({
    state: 'running',
    what: 'show fan',
    done: 2,
    total: 7,
    output: 'one\ntwo\n',
  });
});

test('events the snapshot already holds are dropped', () => {
  const { live, isBehind } = follow(start(), [output(9, 'old'), output(10, 'old'), output(11, 'new')]);

  expect(isBehind).toBe(false);
  expect(live.devices[0]?.output).toBe('new');
});

test('an event that comes twice counts once', () => {
  const once = follow(start(), [output(11, 'a')]).live;
  const twice = follow(once, [output(11, 'a'), output(12, 'b')]).live;

  expect(twice.devices[0]?.output).toBe('ab');
});

test('a missing number that no joined output explains asks for a snapshot, and what came is still shown', () => {
  const quiet = follow(start(), [{ ...stamp(11), kind: 'device-started', deviceId: first }]).live;
  const { live, isBehind } = follow(quiet, [finished(13, first, 'pass')]);

  expect(isBehind).toBe(true);
  expect(live.devices[0]?.verdict).toBe('pass');
});

test('numbers missing around joined outputs are no gap, neither in that batch nor at the start of the next', () => {
  const joined = follow(start(), [output(11, 'a and c'), output(12, 'b', second)]);
  const next = follow(joined.live, [finished(14, first, 'pass')]);
  const later = follow(next.live, [finished(16, second, 'pass')]);

  expect([joined.isBehind, next.isBehind, later.isBehind]).toEqual([false, false, true]);
});

test('a device that the snapshot does not know asks for a snapshot', () => {
  expect(follow(start(), [output(11, 'a', DeviceId.parse('d-9'))]).isBehind).toBe(true);
});

test('any event of a newer run asks for a snapshot, those of older runs are passed over', () => {
  const before = start();

  expect(follow(before, [{ ...output(99, 'x'), runId: RunId.parse('run-0') }])).toEqual({
    live: before,
    isBehind: false,
  });
  expect(follow(before, [{ ...output(0, 'x'), runId: RunId.parse('run-2') }])).toEqual({
    live: before,
    isBehind: true,
  });
});

test('a device that is not touched keeps its object, so its row is not drawn again', () => {
  const before = start();
  const { live } = follow(before, [output(11, 'a')]);

  expect(live.devices[1]).toBe(before.devices[1]);
  expect(live.devices[0]).not.toBe(before.devices[0]);
});

test('output is cut at a line and the count of all characters goes on', () => {
  const line = `${'x'.repeat(99)}\n`;
  const { live } = follow(start(), [output(11, line.repeat(2400)), output(12, line.repeat(600))]);

  expect(live.devices[0]?.outputEnd).toBe(300_000);
  expect(live.devices[0]?.output.length).toBeLessThanOrEqual(liveOutputLimit);
  expect(live.devices[0]?.output.startsWith('x'.repeat(99))).toBe(true);
});

test('progress counts finished devices by verdict', () => {
  const { live } = follow(start(), [finished(11, first, 'pass'), finished(12, second, 'fail')]);

  expect(progressOf(live)).toEqual({ done: 2, total: 2, counts: { ...noCounts, pass: 1, fail: 1 } });
});

test('the end of a run brings its state, counts and time', () => {
  const { live } = follow(start(), [
    { ...stamp(11), kind: 'run-finished', state: 'finished', counts: { ...noCounts, pass: 2 }, ms: 5000 },
  ]);

  expect(live.run).toMatchObject({ state: 'finished', endedAt: 6000, counts: { pass: 2 } });
});

test('the report that was being written is no longer shown once the run has ended', () => {
  const writing = follow(start(), [{ ...stamp(11), kind: 'report', step: 'bundle', done: 2, total: 3 }]).live;
  const counts = { pass: 1, warn: 0, fail: 0, unknown: 0 };
  const ended = follow(writing, [{ ...stamp(12), kind: 'run-finished', state: 'finished', counts, ms: 5 }]).live;

  expect(writing.report).toEqual({ step: 'bundle', done: 2, total: 3 });
  expect(ended.report).toBeNull();
});
