import type { LiveDevice, RunSnapshot } from '../../shared/contract/runs';
import type { Run, RunEvent } from '../../shared/model/run';
import type { Verdict, VerdictCounts } from '../../shared/model/verdict';

/** Most characters of output kept per device; the transcript on disk has all of it. */
export const outputLimit = 200_000;

/** A device with how many characters it has sent since it came into view, so that a terminal writes only the new ones. */
export type LiveEntry = LiveDevice & { readonly outputEnd: number };

/** One message of the run, newest word a channel. */
export type LiveMessage = Extract<RunEvent, { kind: 'message' }>;

/** A run as the window follows it. */
export type LiveRun = {
  readonly run: Run;
  readonly devices: readonly LiveEntry[];
  /** Sequence number of the last event taken in. */
  readonly seq: number;
  readonly messages: readonly LiveMessage[];
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
    messages: [],
    report: null,
  };
}

/**
 * Takes in events. What was already seen is dropped; at a gap it stops and says that the window is behind. Events
 * of other runs are passed over, but a newer run that begins also means that a snapshot is needed.
 */
export function follow(live: LiveRun, events: readonly RunEvent[]): Followed {
  let seq = live.seq;
  const taken: RunEvent[] = [];
  for (const event of events) {
    if (event.runId !== live.run.id) {
      if (event.kind === 'run-started') return { live: take(live, taken, seq), isBehind: true };
      continue;
    }
    if (event.seq <= seq) continue;
    if (event.seq !== seq + 1) return { live: take(live, taken, seq), isBehind: true };
    seq = event.seq;
    taken.push(event);
  }
  return { live: take(live, taken, seq), isBehind: false };
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

function take(live: LiveRun, events: readonly RunEvent[], seq: number): LiveRun {
  if (events.length === 0) return live;
  const devices = [...live.devices];
  const places = new Map(devices.map((device, place) => [device.device.id, place]));
  let next: LiveRun = { ...live, devices, seq };
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
  switch (event.kind) {
    case 'device-started':
      return { ...device, state: 'running' };
    case 'device-progress':
      return {
        ...device,
        state: 'running',
        phase: event.phase,
        what: event.what,
        done: event.done,
        total: event.total,
      };
    case 'device-output':
      return {
        ...device,
        output: keepNewest(device.output + event.text),
        outputEnd: device.outputEnd + event.text.length,
      };
    case 'device-finished':
      return {
        ...device,
        state: 'finished',
        verdict: event.verdict,
        phase: event.phase,
        code: event.code,
        totalMs: event.totalMs,
        what: null,
      };
  }
}

function changedRun(live: LiveRun, event: Exclude<RunEvent, { deviceId: unknown }>): LiveRun {
  switch (event.kind) {
    case 'run-started':
      return live;
    case 'report':
      return { ...live, report: { step: event.step, done: event.done, total: event.total } };
    case 'message': {
      const others = live.messages.filter((message) => message.channel !== event.channel);
      return { ...live, messages: [...others, event] };
    }
    case 'run-finished':
      return {
        ...live,
        run: { ...live.run, state: event.state, counts: event.counts, endedAt: live.run.startedAt + event.ms },
      };
  }
}

/** Cut with some slack, at a line's beginning, so that a long output is not copied for every piece. */
function keepNewest(text: string): string {
  if (text.length <= outputLimit * 1.25) return text;
  const tail = text.slice(-outputLimit);
  return tail.slice(tail.indexOf('\n') + 1);
}
