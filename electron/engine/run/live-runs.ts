import type { RunId } from '../../../shared/model/ids';
import { applyEvent, waitingDevice, type LiveDevice, type RunSnapshot } from '../../../shared/model/live-run';
import type { Outcome, Run, RunEvent } from '../../../shared/model/run';
import type { Ledger } from '../store/ledger/ledger';
import type { RunBus } from './events';

/** Runs as a window opened late needs them: the one going on as it stands, older ones from the ledger. */
export type LiveRuns = {
  snapshot(runId: RunId | null): RunSnapshot | null;
};

/** Follows the bus and keeps the run that is going on. */
export function createLiveRuns(bus: RunBus, ledger: Pick<Ledger, 'runs' | 'outcomes'>): LiveRuns {
  let current: RunSnapshot | undefined;
  bus.subscribe((event) => {
    current = event.kind === 'run-started' ? opened(event, ledger) : current && applyEvent(current, event);
  });
  return {
    snapshot(runId) {
      if (current !== undefined && (runId === null || runId === current.run.id)) return current;
      const run = runId === null ? ledger.runs.list(1)[0] : ledger.runs.find(runId);
      if (run === undefined) return null;
      return { run, devices: ledger.outcomes.ofRun(run.id).map(finishedDevice), seq: Number.MAX_SAFE_INTEGER };
    },
  };
}

function opened(
  event: Extract<RunEvent, { kind: 'run-started' }>,
  ledger: Pick<Ledger, 'runs'>,
): RunSnapshot | undefined {
  const run: Run | undefined = ledger.runs.find(event.runId);
  return run && { run, devices: event.devices.map(waitingDevice), seq: event.seq };
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
