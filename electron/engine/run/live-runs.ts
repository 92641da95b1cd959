import type { DeviceId, RunId } from '../../../shared/model/ids';
import { applyEvent, waitingDevice, type LiveDevice, type RunSnapshot } from '../../../shared/model/live-run';
import type { Outcome, Run, RunEvent } from '../../../shared/model/run';
import type { Ledger } from '../store/ledger/ledger';
import type { RunBus } from './events';

/** Runs as a window opened late needs them: the one going on as it stands, older ones from the ledger. */
export type LiveRuns = {
  snapshot(runId: RunId | null): RunSnapshot | null;
};

/** The run that is going on, in pieces: an event changes one of them, and costs the same in a run of any size. */
type Current = { run: Run; seq: number; readonly devices: Map<DeviceId, LiveDevice> };

/** Follows the bus and keeps the run that is going on. */
export function createLiveRuns(bus: RunBus, ledger: Pick<Ledger, 'runs' | 'outcomes'>): LiveRuns {
  let current: Current | undefined;
  bus.subscribe((event) => {
    if (event.kind === 'run-started') current = opened(event, ledger);
    else if (current !== undefined) follow(current, event);
  });
  return {
    snapshot(runId) {
      if (current !== undefined && (runId === null || runId === current.run.id)) {
        return { run: current.run, devices: [...current.devices.values()], seq: current.seq };
      }
      const run = runId === null ? ledger.runs.list(1)[0] : ledger.runs.find(runId);
      if (run === undefined) return null;
      return { run, devices: ledger.outcomes.ofRun(run.id).map(finishedDevice), seq: Number.MAX_SAFE_INTEGER };
    },
  };
}

/** As `applyEvent`, on the one device that the event is about. */
function follow(current: Current, event: RunEvent): void {
  const device = 'deviceId' in event ? current.devices.get(event.deviceId) : undefined;
  const { run, seq } = current;
  const next = applyEvent({ run, seq, devices: device === undefined ? [] : [device] }, event);
  current.run = next.run;
  current.seq = next.seq;
  const [changed] = next.devices;
  if (changed !== undefined) current.devices.set(changed.device.id, changed);
}

function opened(event: Extract<RunEvent, { kind: 'run-started' }>, ledger: Pick<Ledger, 'runs'>): Current | undefined {
  const run = ledger.runs.find(event.runId);
  return run && { run, seq: event.seq, devices: new Map(event.devices.map((each) => [each.id, waitingDevice(each)])) };
}

function finishedDevice(outcome: Outcome): LiveDevice {
  return {
    ...waitingDevice(outcome.device),
    state: 'finished',
    phase: outcome.phase,
    done: outcome.commands.length,
    total: outcome.commands.length,
    verdict: outcome.verdict,
    code: outcome.code,
    totalMs: outcome.ms.total,
  };
}
