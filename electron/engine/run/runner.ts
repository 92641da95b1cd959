import { setMaxListeners } from 'node:events';
import { AppError } from '../../../shared/errors';
import { showsMenu } from '../../../shared/model/bastion';
import type { Device } from '../../../shared/model/device';
import { RunId, type DeviceId } from '../../../shared/model/ids';
import type { Outcome, Run, RunTrigger } from '../../../shared/model/run';
import type { Settings } from '../../../shared/model/settings';
import { countVerdicts } from '../../../shared/model/verdict';
import { releaseOf, type FleetRelease } from '../judge/fleet-releases';
import type { Random } from '../ports';
import type { Ledger } from '../store/ledger/ledger';
import type { RunFolder } from '../store/run-folder';
import { inspectDevice, outcomeDevice, passOver, type JobPorts } from './device-job';
import type { RunBus, RunStream } from './events';
import { createLanes } from './lanes';
import { createLockoutGuard } from '../access/lockout-guard';

export type StartOrder = {
  readonly devices: readonly Device[];
  readonly trigger: RunTrigger;
  readonly settings: Settings;
  readonly fullConfigs: boolean;
  /** Devices marked as skipped are inspected too: the user named them. */
  readonly withSkipped: boolean;
};

export type RunnerPorts = JobPorts & {
  readonly ledger: Pick<Ledger, 'outcomes' | 'runs'>;
  readonly random: Random;
  readonly bus: RunBus;
  /** The folder of a new run. */
  readonly folderFor: (runId: RunId, devices: readonly Device[]) => RunFolder;
  /** Report and messages, once all devices are done; the run is finished when it resolves. */
  readonly afterRun: (ended: EndedRun) => Promise<void>;
};

/** A run whose devices are done, with their outcomes in the order in which the ledger gives them. */
export type EndedRun = {
  readonly run: Run;
  readonly order: StartOrder;
  readonly stream: RunStream;
  readonly outcomes: readonly Outcome[];
};

/**
 * A run that was started; `done` resolves with the finished run after its reports are written. It fails where the run
 * came to its end and something around it did not: its messages were not queued, or its end is not in the ledger.
 */
export type StartedRun = { readonly run: Run; readonly done: Promise<Run> };

export type Runner = {
  /** @throws AppError `run.already-running`, `run.no-devices` */
  start(order: StartOrder): StartedRun;
  /** Takes effect at once; `done` of the run then resolves with state `cancelled`. */
  cancel(runId: RunId): void;
  current(): RunId | null;
};

/** Many devices, one run at a time, bounded concurrency. */
export function createRunner(ports: RunnerPorts): Runner {
  let current: { readonly id: RunId; readonly abort: AbortController } | undefined;
  return {
    start(order) {
      if (current !== undefined) throw new AppError('run.already-running');
      if (order.devices.length === 0) throw new AppError('run.no-devices');
      const id = newRunId(ports);
      const folder = ports.folderFor(id, order.devices);
      const run = newRun(id, folder, order, ports);
      const abort = new AbortController();
      // Every device listens to it, hundreds at a time: no leak.
      setMaxListeners(0, abort.signal);
      ports.ledger.runs.begin(run);
      current = { id: run.id, abort };
      const stream = ports.bus.open(run.id);
      stream.emit({ kind: 'run-started', trigger: run.trigger, devices: order.devices.map(outcomeDevice) });
      const done = carryOut({ run, folder, order, stream, signal: abort.signal }, ports).finally(() => {
        current = undefined;
      });
      return { run, done };
    },
    cancel(runId) {
      if (current?.id === runId) current.abort.abort();
    },
    current: () => current?.id ?? null,
  };
}

function newRunId(ports: RunnerPorts): RunId {
  const stamp = new Date(ports.clock.now()).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  return RunId.parse(`${stamp}-${ports.random.id(4)}`);
}

function newRun(id: RunId, folder: RunFolder, order: StartOrder, ports: RunnerPorts): Run {
  return {
    id,
    trigger: order.trigger,
    state: 'running',
    startedAt: ports.clock.now(),
    endedAt: null,
    devices: order.devices.length,
    counts: { pass: 0, warn: 0, fail: 0, unknown: 0 },
    folder: folder.path,
  };
}

type RunWork = {
  readonly run: Run;
  readonly folder: RunFolder;
  readonly order: StartOrder;
  readonly stream: RunStream;
  readonly signal: AbortSignal;
};

async function carryOut({ run, folder, order, stream, signal }: RunWork, ports: RunnerPorts): Promise<Run> {
  const startedElapsed = ports.clock.elapsed();
  const lanes = createLanes(order.settings.concurrency, ports.clock);
  const guard = createLockoutGuard(ports.clock);
  const { settings, fullConfigs } = order;
  const known = devicesInHistory(ports);
  const releases = known.size === 0 ? [] : fleetReleases(order.devices, ports);
  const outcomes: Outcome[] = [];
  await Promise.all(
    order.devices.map((device) =>
      lanes.run(async (alive) => {
        const hasHistory = known.has(device.id);
        const world = { settings, folder, fullConfigs, signal, stream, guard, releases };
        const job = { ...world, runId: run.id, device, hasHistory, alive };
        const passed = signal.aborted ? 'device.cancelled' : reasonToPass(device, order);
        outcomes.push(await (passed === undefined ? inspectDevice(job, ports) : passOver(job, ports, passed)));
      }),
    ),
  );
  const state = signal.aborted ? 'cancelled' : 'finished';
  const ended: Run = {
    ...run,
    state,
    endedAt: ports.clock.now(),
    counts: countVerdicts(outcomes.map(({ verdict }) => verdict)),
  };
  try {
    // The messages are queued before the run counts as ended: killed in between, it is taken up again as cut off.
    await ports.afterRun({ run: ended, order, stream, outcomes: outcomes.sort(asInLedger) });
  } finally {
    try {
      finishInLedger(ended, ports);
    } finally {
      stream.emit({ kind: 'run-finished', state, counts: ended.counts, ms: ports.clock.elapsed() - startedElapsed });
    }
  }
  return ended;
}

/** How often the end of a run is tried again that the ledger does not take. */
const finishAgainMs = 30_000;

/** Writes the end of a run; where the disk is full it is tried again until it is written, or the next start does it. */
function finishInLedger({ id, state, endedAt, counts }: Run, ports: RunnerPorts): void {
  const finish = () => ports.ledger.runs.finish(id, { state, endedAt, counts });
  const again = () => {
    ports.clock.after(finishAgainMs, () => {
      try {
        finish();
      } catch (cause) {
        ports.log.error('end of a run not recorded', { runId: id }, cause);
        again();
      }
    });
  };
  try {
    finish();
  } catch (cause) {
    again();
    throw cause;
  }
}

/** Why a device is not worked on at all. */
function reasonToPass(
  { isSkipped, bastion }: Device,
  { withSkipped }: StartOrder,
): 'device.skipped' | 'device.is-bastion' | undefined {
  if (isSkipped && !withSkipped) return 'device.skipped';
  return showsMenu(bastion) ? 'device.is-bastion' : undefined;
}

/** By start, then by the code units of the device's id, as SQLite compares them for the ASCII of an id. */
function asInLedger(a: Outcome, b: Outcome): number {
  return a.startedAt - b.startedAt || (a.device.id < b.device.id ? -1 : 1);
}

/** Devices of which the history holds anything: a first run asks it once, and not once a device. */
function devicesInHistory({ ledger, log }: RunnerPorts): ReadonlySet<DeviceId> {
  try {
    return new Set(ledger.outcomes.devices());
  } catch (cause) {
    // The devices are inspected all the same; only what compares with the past is left out.
    log.error('earlier inspections not readable', {}, cause);
    return new Set();
  }
}

/** What the devices of the inventory ran at their last inspection; a device that is no longer in it does not count. */
function fleetReleases(devices: readonly Device[], { ledger, log }: RunnerPorts): readonly FleetRelease[] {
  const ids = new Set(devices.map(({ id }) => id));
  try {
    return ledger.outcomes
      .equipment()
      .filter(({ deviceId }) => ids.has(deviceId))
      .flatMap(({ deviceId, member, readings }) => releaseOf(deviceId, member, readings) ?? []);
  } catch (cause) {
    // The devices are inspected all the same; only the comparison is left out.
    log.error('earlier inspections not readable', {}, cause);
    return [];
  }
}
