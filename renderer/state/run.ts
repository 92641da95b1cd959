import { useEffect } from 'react';
import type { DeviceId, RunId } from '../../shared/model/ids';
import type { ReportDevice } from '../../shared/model/report';
import type { RunEvent } from '../../shared/model/run';
import { call, on } from '../api';
import { follow, fromSnapshot, type LiveRun } from './live-run';
import { createResource, load, valueOf, type Resource } from './resource';
import { createStore, useStore, type Store } from './store';

/** The newest run, followed live; null when there was none yet. */
const newest = createResource<LiveRun | null>();
/** An older run looked at, and null when the newest one is. */
const looked = createStore<RunId | null>(null);
const older = createResource<LiveRun | null>();
const detail = createStore<{ readonly key: string; readonly store: Store<Resource<ReportDevice>> } | null>(null);
const noDetail = createResource<ReportDevice>();

/** Shortest time between two snapshots, so that a stream with holes cannot become a flood of questions. */
const resyncPauseMs = 500;
let waiting: RunEvent[] = [];
let isResyncing = false;
let lastResyncAt = 0;

/** The run on the page: the newest, unless an older one was chosen. */
export function useShownRun(): Resource<LiveRun | null> {
  const isOlder = useStore(looked) !== null;
  const newestRun = useStore(newest);
  const olderRun = useStore(older);
  return isOlder ? olderRun : newestRun;
}

/** The newest run, for the header. */
export function useNewestRun(): LiveRun | null {
  return valueOf(useStore(newest)) ?? null;
}

/** True while an older run is on the page. */
export function useIsOlderRun(): boolean {
  return useStore(looked) !== null;
}

/** Begins to follow the event stream; returns how to stop. */
export function followRuns(): () => void {
  void resync();
  return on('runs.events', takeIn);
}

/** Reads the newest run again. */
export async function reloadRun(): Promise<void> {
  const runId = looked.get();
  if (runId === null) await resync();
  else await load(older, () => snapshotOf(runId));
}

/** Puts a run on the page; null is the newest. */
export async function lookAtRun(runId: RunId | null): Promise<void> {
  const isNewest = runId === null || valueOf(newest.get())?.run.id === runId;
  looked.set(isNewest ? null : runId);
  if (runId === null || isNewest) return;
  older.set({ kind: 'loading' });
  await load(older, () => snapshotOf(runId));
}

/** Starts a run over these devices (empty: all that are not skipped) and shows it. */
export async function startRun(deviceIds: readonly DeviceId[]): Promise<void> {
  await call('runs.start', { deviceIds: [...deviceIds] });
  looked.set(null);
  await resync();
}

/** Stops a run. */
export async function cancelRun(runId: RunId): Promise<void> {
  await call('runs.cancel', { runId });
}

/** One device of a run with its findings, read anew when `stamp` changes; null means not to read. */
export function useRunDevice(runId: RunId, deviceId: DeviceId | null, stamp: string): Resource<ReportDevice> {
  const key = deviceId === null ? null : `${runId}/${deviceId}/${stamp}`;
  useEffect(() => {
    if (deviceId === null || key === null || detail.get()?.key === key) return;
    const store = createResource<ReportDevice>();
    detail.set({ key, store });
    void load(store, () => call('runs.device', { runId, deviceId }));
  }, [runId, deviceId, key]);
  const current = useStore(detail);
  return useStore(current?.key === key ? current.store : noDetail);
}

/** Reads the device on show again after an error. */
export async function reloadRunDevice(runId: RunId, deviceId: DeviceId): Promise<void> {
  const current = detail.get();
  if (current !== null) await load(current.store, () => call('runs.device', { runId, deviceId }));
}

async function snapshotOf(runId: RunId | null): Promise<LiveRun | null> {
  const snapshot = await call('runs.snapshot', { runId });
  return snapshot === null ? null : fromSnapshot(snapshot);
}

function takeIn(events: readonly RunEvent[]): void {
  if (isResyncing) {
    waiting.push(...events);
    return;
  }
  const live = valueOf(newest.get());
  if (live === undefined || live === null) {
    void resync();
    return;
  }
  const followed = follow(live, events);
  newest.set({ kind: 'ready', value: followed.live, refreshError: null });
  if (followed.isBehind) void resync();
}

async function resync(): Promise<void> {
  if (isResyncing) return;
  isResyncing = true;
  waiting = [];
  const pause = lastResyncAt + resyncPauseMs - performance.now();
  if (lastResyncAt > 0 && pause > 0) {
    await new Promise((done) => setTimeout(done, pause));
  }
  lastResyncAt = performance.now();
  await load(newest, async () => keepReport(await snapshotOf(null)));
  isResyncing = false;
  catchUp();
}

/** A snapshot does not tell how far the reports are; what was heard of the same run stays. */
function keepReport(fresh: LiveRun | null): LiveRun | null {
  const before = valueOf(newest.get());
  return fresh !== null && before?.run.id === fresh.run.id ? { ...fresh, report: before.report } : fresh;
}

/** Events that came while the snapshot was on its way. */
function catchUp(): void {
  const live = valueOf(newest.get());
  const events = waiting;
  waiting = [];
  if (events.length === 0 || live === undefined) return;
  if (live === null) {
    void resync();
    return;
  }
  const followed = follow(live, events);
  newest.set({ kind: 'ready', value: followed.live, refreshError: null });
  if (followed.isBehind) void resync();
}
