import * as z from 'zod';
import { DeviceId } from './ids';
import { OutcomeDevice, Phase, Run, type RunEvent } from './run';
import { Verdict } from './verdict';
import { deviceAfter } from './live-device';

/** One device of a running or finished run, as the live page shows it. */
export const LiveDevice = z.object({
  device: OutcomeDevice,
  state: z.enum(['waiting', 'running', 'finished']),
  phase: Phase.nullable(),
  /** The command or file at work. */
  what: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  verdict: Verdict.nullable(),
  code: z.string().nullable(),
  totalMs: z.number().nullable(),
  /** The newest output, at most `liveOutputLimit`. */
  output: z.string(),
});
export type LiveDevice = z.infer<typeof LiveDevice>;

/** A run as it stands; events with a greater `seq` follow. */
export const RunSnapshot = z.object({ run: Run, devices: z.array(LiveDevice), seq: z.int() });
export type RunSnapshot = z.infer<typeof RunSnapshot>;

/** A device that has not been reached yet. */
export function waitingDevice(device: OutcomeDevice): LiveDevice {
  return {
    device,
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

/**
 * The snapshot after one event. Events of another run, and events already in the snapshot, change nothing, so that a
 * window opened late may replay what it has queued.
 */
export function applyEvent(snapshot: RunSnapshot, event: RunEvent): RunSnapshot {
  if (event.runId !== snapshot.run.id || event.seq <= snapshot.seq) return snapshot;
  const next = { ...snapshot, seq: event.seq };
  if (event.kind === 'run-finished') {
    return { ...next, run: { ...snapshot.run, state: event.state, counts: event.counts, endedAt: event.at } };
  }
  if (!('deviceId' in event)) return next;
  const { deviceId } = event;
  return { ...next, devices: replaced(snapshot.devices, deviceId, event) };
}

function replaced(devices: readonly LiveDevice[], id: DeviceId, event: RunEvent): LiveDevice[] {
  const index = devices.findIndex(({ device }) => device.id === id);
  const found = devices[index];
  return found === undefined
    ? [...devices]
    : devices.map((each, at) => (at === index ? deviceAfter(found, event) : each));
}
