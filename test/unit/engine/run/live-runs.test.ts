import { expect, test } from 'vitest';
import { createRunBus } from '../../../../electron/engine/run/events';
import { createLiveRuns } from '../../../../electron/engine/run/live-runs';
import { openLedger } from '../../../../electron/engine/store/ledger/open-ledger';
import { DeviceId, RunId } from '../../../../shared/model/ids';
import { applyEvent, waitingDevice, type RunSnapshot } from '../../../../shared/model/live-run';
import type { OutcomeDevice, Run } from '../../../../shared/model/run';
import { manualClock } from '../../../support/manual-clock';

const id = RunId.parse('20261122-090300-k3f9');
const run: Run = {
  id,
  trigger: 'manual',
  state: 'running',
  startedAt: 0,
  endedAt: null,
  devices: 3,
  counts: { pass: 0, warn: 0, fail: 0, unknown: 0 },
  folder: '/runs/one',
};
const devices = ['a', 'b', 'c'].map((name): OutcomeDevice => {
  const place = { host: '192.0.2.1', port: 22, protocol: 'ssh', platform: 'alcatel_aos', group: '' } as const;
  return { id: DeviceId.parse(name), name, ...place };
});

test('the snapshot is what a window makes of the same events, devices in their order', () => {
  const { ledger } = openLedger(':memory:');
  ledger.runs.begin(run);
  const bus = createRunBus(manualClock());
  const live = createLiveRuns(bus, ledger);
  let window: RunSnapshot | undefined;
  bus.subscribe((event) => {
    if (event.kind === 'run-started') window = { run, seq: event.seq, devices: event.devices.map(waitingDevice) };
    else window = window && applyEvent(window, event);
  });
  const stream = bus.open(id);
  const [first, second] = devices.map((device) => device.id);
  stream.emit({ kind: 'run-started', trigger: 'manual', devices });
  for (const deviceId of [second, first].filter((each) => each !== undefined)) {
    stream.emit({ kind: 'device-started', deviceId });
    stream.emit({ kind: 'device-progress', deviceId, phase: 'command', what: 'show fan', done: 1, total: 7 });
    stream.emit({ kind: 'device-output', deviceId, text: 'Chassis/Tray\n' });
    stream.emit({ kind: 'device-output', deviceId: DeviceId.parse('nobody'), text: 'lost' });
  }

  expect(live.snapshot(null)).toEqual(window);
  expect(live.snapshot(id)?.devices.map(({ state }) => state)).toEqual(['running', 'running', 'waiting']);

  stream.emit({ kind: 'run-finished', state: 'finished', counts: { ...run.counts, pass: 3 }, ms: 12 });

  expect(live.snapshot(id)).toEqual(window);
  expect(live.snapshot(id)?.run).toMatchObject({ state: 'finished', counts: { pass: 3 } });
  ledger.close();
});
