import { expect, test } from 'vitest';
import { DeviceId, RunId } from '../../../shared/model/ids';
import { liveOutputLimit } from '../../../shared/model/live-device';
import { applyEvent, waitingDevice, type RunSnapshot } from '../../../shared/model/live-run';
import type { OutcomeDevice, Run, RunEvent } from '../../../shared/model/run';

const runId = RunId.parse('r1');
const deviceId = DeviceId.parse('d1');
const device: OutcomeDevice = {
  id: deviceId,
  name: '核心',
  host: '192.0.2.1',
  port: 22,
  protocol: 'ssh',
  platform: 'alcatel_aos',
  group: '',
};
const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };
const run: Run = {
  id: runId,
  trigger: 'manual',
  state: 'running',
  startedAt: 0,
  endedAt: null,
  devices: 1,
  counts,
  folder: '/tmp/r1',
};
const snapshot: RunSnapshot = { run, devices: [waitingDevice(device)], seq: 0 };
const output = (seq: number, text: string): RunEvent => ({ kind: 'device-output', seq, runId, at: 0, deviceId, text });

test('output is added once, even when the event comes twice', () => {
  const after = [output(1, 'a'), output(1, 'a'), output(2, 'b')].reduce(applyEvent, snapshot);

  expect(after.devices[0]?.output).toBe('ab');
  expect(after.seq).toBe(2);
});

test('events of another run change nothing', () => {
  const after = applyEvent(snapshot, { ...output(1, 'x'), runId: RunId.parse('r2') });

  expect(after).toBe(snapshot);
});

test('the live output keeps its newest lines', () => {
  const lines = 'x'.repeat(99) + '\n';
  const after = [output(1, lines.repeat((liveOutputLimit / 100) * 2)), output(2, 'end')].reduce(applyEvent, snapshot);
  const kept = after.devices[0]?.output ?? '';

  expect(kept.length).toBeLessThanOrEqual(liveOutputLimit);
  expect(kept.startsWith('xx')).toBe(true);
  expect(kept.endsWith('\nend')).toBe(true);
});

test('the end of a device and of the run are in the snapshot', () => {
  const findings = { ...counts, notApplicable: 0 };
  const events: RunEvent[] = [
    { kind: 'device-started', seq: 1, runId, at: 1, deviceId },
    { kind: 'device-progress', seq: 2, runId, at: 2, deviceId, phase: 'command', what: 'show fan', done: 3, total: 8 },
    {
      kind: 'device-finished',
      seq: 3,
      runId,
      at: 3,
      deviceId,
      verdict: 'fail',
      phase: null,
      code: null,
      findings,
      totalMs: 12,
    },
    { kind: 'run-finished', seq: 4, runId, at: 4, state: 'finished', counts: { ...counts, fail: 1 }, ms: 20 },
  ];

  const after = events.reduce(applyEvent, snapshot);

  expect(after.devices[0]).toMatchObject({
    state: 'finished',
    verdict: 'fail',
    done: 3,
    total: 8,
    what: null,
    totalMs: 12,
  });
  expect(after.run).toMatchObject({ state: 'finished', endedAt: 4, counts: { fail: 1 } });
});
