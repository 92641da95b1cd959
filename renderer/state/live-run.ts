import type { LiveDevice, RunSnapshot } from '../../shared/contract/runs';
import { deviceAfter } from '../../shared/model/live-device';
import type { Run, RunEvent } from '../../shared/model/run';
import type { Verdict, VerdictCounts } from '../../shared/model/verdict';

/** A device with how many characters it has sent since it came into view, so that a terminal writes only the new ones. */
export type LiveEntry = LiveDevice & { readonly outputEnd: number };

/** A run as the window follows it. */
export type LiveRun = {
  readonly run: Run;
  readonly devices: readonly LiveEntry[];
  /** Sequence number of the last event taken in. */
  readonly seq: number;
  /** True when numbers may be missing without a loss: outputs were joined into one event on their way here. */
  readonly mayHide: boolean;
  /** The reports being written; null before and when that is not known. */
  readonly report: { readonly step: string; readonly done: number; readonly total: number } | null;
};

/** What became of a batch of events: the new state, and whether a new snapshot must be asked for. */
export type Followed = { readonly live: LiveRun; readonly isBehind: boolean };

/** The state a snapshot stands for. */
export function fromSnapshot(snapshot: RunSnapshot): LiveRun {
  return {
    run: snapshot.run,
    devices: snapshot.devices.map((device) => ({ ...device, outputEnd: device.output.length })),
    seq: snapshot.seq,
    mayHide: true,
    report: null,
  };
}

/**
 * Takes in a batch of events; what was already seen is dropped. A number that is missing although no output was
 * joined around it, a device that is not known, and an event of a newer run mean that the window is behind and needs
 * a snapshot. Until that comes, what can be taken in is.
 */
export function follow(live: LiveRun, events: readonly RunEvent[]): Followed {
  const mayHide = events.some((event) => event.kind === 'device-output');
  const known = new Set<string>(live.devices.map(({ device }) => device.id));
  const taken: RunEvent[] = [];
  let seq = live.seq;
  let isBehind = false;
  for (const event of events) {
    if (event.runId !== live.run.id) {
      // Run ids sort by their start.
      isBehind ||= event.runId > live.run.id;
      continue;
    }
    if (event.seq <= seq) continue;
    if (event.seq > seq + 1 && !mayHide && !live.mayHide) isBehind = true;
    if ('deviceId' in event && !known.has(event.deviceId)) isBehind = true;
    seq = event.seq;
    taken.push(event);
  }
  return { live: taken.length === 0 ? live : take({ ...live, seq, mayHide }, taken), isBehind };
}

/** How many devices are finished, and how they ended. */
export function progressOf(live: LiveRun): {
  readonly done: number;
  readonly total: number;
  readonly counts: VerdictCounts;
} {
  const counts: Record<Verdict, number> = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  let done = 0;
  for (const device of live.devices) {
    if (device.state !== 'finished') continue;
    done += 1;
    if (device.verdict !== null) counts[device.verdict] += 1;
  }
  return { done, total: Math.max(live.run.devices, live.devices.length), counts };
}

function take(live: LiveRun, events: readonly RunEvent[]): LiveRun {
  const devices = [...live.devices];
  const places = new Map(devices.map((device, place) => [device.device.id, place]));
  let next: LiveRun = { ...live, devices };
  for (const event of events) {
    if ('deviceId' in event) {
      const place = places.get(event.deviceId);
      const device = place === undefined ? undefined : devices[place];
      if (place !== undefined && device !== undefined) devices[place] = changed(device, event);
    } else next = changedRun(next, event);
  }
  return next;
}

function changed(device: LiveEntry, event: Extract<RunEvent, { deviceId: unknown }>): LiveEntry {
  const sent = event.kind === 'device-output' ? event.text.length : 0;
  return { ...deviceAfter(device, event), outputEnd: device.outputEnd + sent };
}

function changedRun(live: LiveRun, event: Exclude<RunEvent, { deviceId: unknown }>): LiveRun {
  switch (event.kind) {
    // The messages of a run are shown from the outbox, which knows them after the run as well.
    case 'message':
    case 'run-started':
      return live;
    case 'report':
      return { ...live, report: { step: event.step, done: event.done, total: event.total } };
    case 'run-finished':
      return {
        ...live,
        report: null,
        run: { ...live.run, state: event.state, counts: event.counts, endedAt: live.run.startedAt + event.ms },
      };
  }
}
