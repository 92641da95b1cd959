import { AppError } from '../../../shared/errors';
import type { Device } from '../../../shared/model/device';
import type { RunId } from '../../../shared/model/ids';
import type { Outcome, OutcomeDevice } from '../../../shared/model/run';
import { countFindings } from '../../../shared/model/run';
import type { Settings } from '../../../shared/model/settings';
import { verdictOf } from '../../../shared/model/verdict';
import { notKeptFinding, unreachableFinding } from '../judge/judge-device';
import { membersFor } from '../judge/platform-lookup';
import type { FleetRelease } from '../judge/fleet-releases';
import type { PastInspection } from '../judge/past-inspection';
import type { SecretReader } from '../ports';
import type { Ledger, SnapshotInput } from '../store/ledger/ledger';
import type { RunFolder } from '../store/run-folder';
import type { TextFilter } from '../text/filter';
import type { InspectedTexts, InspectOrder, TextWork } from '../workers/text-work';
import { collect, nothingCollected, type Collected, type CollectNews, type CollectPorts } from './collect';
import { startBudget } from './device-budget';
import type { RunStream } from './events';
import { inspectWithinBudget } from './inspect-texts';
import { failureOf, keepFiles, type KeptFiles } from './keep-files';
import { liveOutput, type LiveOutput } from './live-output';
import type { LockoutGuard } from '../access/lockout-guard';
import { targetOf } from './target-of';

export type JobOrder = {
  readonly runId: RunId;
  readonly device: Device;
  readonly settings: Pick<Settings, 'budgets' | 'thresholds' | 'locale'>;
  readonly folder: RunFolder;
  /** Configurations are written as they came instead of redacted. */
  readonly fullConfigs: boolean;
  /** The whole run is to stop. */
  readonly signal: AbortSignal;
  readonly stream: RunStream;
  /** Called at each step: a device without one for long gives its place to another. */
  readonly alive: () => void;
  readonly guard: LockoutGuard;
  /** What all devices ran at their last inspection, as known when the run began. */
  readonly releases: readonly FleetRelease[];
  /** False where the history holds nothing of the device. */
  readonly hasHistory: boolean;
};

export type JobPorts = CollectPorts & {
  readonly ledger: Pick<Ledger, 'outcomes'>;
  /** Told of each outcome as soon as it is in the ledger, before the event that the device has finished. */
  readonly onOutcome?: ((outcome: Outcome) => void) | undefined;
  readonly secrets: SecretReader;
  /** The devices that may be named as jump hosts; none when left out. */
  readonly jumpHosts?: () => readonly Device[];
  /**
   * Seals a configuration for the store; `context` binds it to device and path. Undefined where nobody could open it
   * again once the program has ended: then the store keeps none.
   */
  readonly seal: ((bytes: Uint8Array, context: string) => Uint8Array) | undefined;
  /** What is shown live, and what is kept of a device, passes it. */
  readonly filter: TextFilter;
  /** Reads, judges and blanks what a device gave. */
  readonly texts: TextWork;
};

/** What is kept of a device in history. */
export function outcomeDevice(device: Device): OutcomeDevice {
  const { id, name, host, port, protocol, platform, group } = device;
  return { id, name, host, port, protocol, platform, group };
}

/**
 * One device from connect to outcome: collects, judges, keeps, tells. The only place where the errors of a device are
 * caught: one device fails, the run goes on. Resolves with the outcome after it is in the ledger.
 */
export async function inspectDevice(order: JobOrder, ports: JobPorts): Promise<Outcome> {
  const { clock } = ports;
  const startedAt = clock.now();
  const startedElapsed = clock.elapsed();
  order.stream.emit({ kind: 'device-started', deviceId: order.device.id });
  let collected: Collected;
  try {
    collected = await collectInTime(order, ports);
  } catch (cause) {
    ports.log.error('device failed by our mistake', { deviceId: order.device.id, runId: order.runId }, cause);
    collected = nothingCollected({ phase: 'save', code: 'internal', params: {} });
  }
  const totalMs = clock.elapsed() - startedElapsed;
  const outcome = await keep(order, ports, collected, { startedAt, totalMs });
  order.stream.emit({
    kind: 'device-finished',
    deviceId: order.device.id,
    verdict: outcome.verdict,
    phase: outcome.phase,
    code: outcome.code,
    findings: countFindings(outcome.findings),
    totalMs,
  });
  return outcome;
}

/** An outcome for a device that was not worked on: skipped, no device at all, or the run was stopped before its turn. */
export async function passOver(
  order: JobOrder,
  ports: JobPorts,
  code: 'device.skipped' | 'device.is-bastion' | 'device.cancelled',
): Promise<Outcome> {
  const params = { host: order.device.host };
  const collected = nothingCollected({ phase: 'tcp', code, params });
  const outcome = await keep(order, ports, collected, { startedAt: ports.clock.now(), totalMs: 0 });
  const findings = countFindings(outcome.findings);
  const { verdict, phase } = outcome;
  order.stream.emit({ kind: 'device-finished', deviceId: order.device.id, verdict, phase, code, findings, totalMs: 0 });
  return outcome;
}

/** Collects within the device's whole budget, without what it waits for others; past it, what has come is kept and the rest is `device.timeout`. */
async function collectInTime(order: JobOrder, ports: JobPorts): Promise<Collected> {
  const { device, settings, signal } = order;
  const { host } = device;
  const target = targetOrStop(device, ports);
  if ('stop' in target) return target;
  const own = new AbortController();
  const onRunStop = () => own.abort();
  if (signal.aborted) own.abort();
  signal.addEventListener('abort', onRunStop);
  const { budgets } = settings;
  const budget = startBudget(budgets.deviceMs, ports.clock, () => own.abort());
  const onWait = () => {
    const goOn = budget.pause();
    return () => {
      goOn();
      order.alive();
    };
  };
  const live = liveOf(order, ports);
  try {
    const work = {
      device,
      target,
      budgets,
      signal: own.signal,
      guard: order.guard,
      news: newsOf(order, live),
      onWait,
    };
    const collected = await collect(work, ports);
    if (!budget.isSpent()) return collected;
    const phase = collected.stop?.phase ?? 'command';
    const seconds = Math.round(budgets.deviceMs / 1000);
    return { ...collected, stop: { phase, code: 'device.timeout', params: { host, seconds } } };
  } finally {
    live?.end();
    budget.end();
    signal.removeEventListener('abort', onRunStop);
  }
}

/** A way in that cannot be taken is this device's failure, not the run's. */
function targetOrStop(device: Device, { secrets, jumpHosts }: JobPorts): ReturnType<typeof targetOf> | Collected {
  try {
    return targetOf(device, { secrets, devices: jumpHosts?.() ?? [] });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return nothingCollected({ phase: 'auth', code: error.code, params: error.params });
  }
}

/** Undefined where nobody looks on. */
function liveOf({ stream, device }: JobOrder, ports: JobPorts): LiveOutput | undefined {
  if (!stream.wantsOutput()) return undefined;
  // Which member it is shows only on the way.
  const patterns = new Set(membersFor(device.platform).flatMap(({ secrets }) => secrets));
  const show = (text: string) => stream.emit({ kind: 'device-output', deviceId: device.id, text });
  return liveOutput(ports, [...patterns], show);
}

function newsOf({ stream, device, alive }: JobOrder, live: LiveOutput | undefined): CollectNews {
  const deviceId = device.id;
  const progress: CollectNews['progress'] = (phase, what, done, total) => {
    alive();
    stream.emit({ kind: 'device-progress', deviceId, phase, what, done, total });
  };
  return {
    phase: (phase) => progress(phase, null, 0, 0),
    progress,
    output: live?.push,
  };
}

type Time = { readonly startedAt: number; readonly totalMs: number };

/** Judges and keeps; what stands in the way of keeping is the failure of this device alone. */
async function keep(order: JobOrder, ports: JobPorts, collected: Collected, time: Time): Promise<Outcome> {
  try {
    const inspection = await inspectWithinBudget(inspectOrderOf(order, ports, collected), ports.texts);
    const kept = await keepFiles(order, ports, collected, inspection);
    return record(outcomeOf(order, collected, time, { ...inspection.texts, ...kept }), kept.snapshots, ports);
  } catch (cause) {
    const failure = failureOf(cause, order, ports);
    const nothing = { readings: [], findings: [], commands: [], records: [], failure };
    return record(outcomeOf(order, collected, time, nothing), [], ports);
  }
}

/** What is told of a device beside what was collected. */
type Result = Pick<InspectedTexts, 'readings' | 'findings'> & Pick<KeptFiles, 'commands' | 'records' | 'failure'>;

function outcomeOf({ runId, device }: JobOrder, collected: Collected, time: Time, result: Result): Outcome {
  const { stop, outputs, member, hostKey, times } = collected;
  const { failure } = result;
  const findings = [
    ...(stop !== undefined && outputs.length === 0 ? [unreachableFinding(stop.code, stop.phase)] : []),
    ...(outputs.length > 0 ? result.findings : []),
    ...(failure === undefined ? [] : [notKeptFinding(failure.code)]),
  ];
  const end = stop ?? (failure && { phase: 'save' as const, code: failure.code, params: failure.params });
  return {
    runId,
    device: outcomeDevice(device),
    member: member?.id ?? null,
    verdict: verdictOf(findings.map(({ level }) => level)),
    phase: end?.phase ?? null,
    code: end?.code ?? null,
    params: { ...end?.params },
    startedAt: time.startedAt,
    ms: { ...times, commands: outputs.map(({ ms }) => ms), files: collected.filesMs, total: time.totalMs },
    commands: [...result.commands],
    readings: [...result.readings],
    findings,
    files: [...result.records],
    hostKey,
  };
}

/** Writes the outcome into the ledger and tells it; one that the ledger does not take is told as a failure. */
function record(outcome: Outcome, snapshots: readonly SnapshotInput[], ports: JobPorts): Outcome {
  // These two passed the filter where they were read, in a thread: they are the most by far.
  const { readings, findings: found, ...rest } = outcome;
  const clean: Outcome = { ...ports.filter.all(rest), readings, findings: found };
  try {
    ports.ledger.outcomes.save(clean, snapshots);
    ports.onOutcome?.(clean);
    return clean;
  } catch (cause) {
    const { code, params } = failureOf(cause, outcome, ports);
    const findings = [...clean.findings, notKeptFinding(code)];
    const lost: Outcome = { ...clean, verdict: 'fail', phase: 'save', code, params: { ...params }, findings };
    ports.onOutcome?.(lost);
    return lost;
  }
}

function inspectOrderOf(order: JobOrder, ports: JobPorts, collected: Collected): InspectOrder {
  const { device } = order;
  const { member, outputs, files, fileFailures, weakAlgorithms, formerAlgorithms } = collected;
  return {
    member: member?.id ?? null,
    deviceType: device.platform,
    outputs,
    copies: files.map(({ path, bytes }) => ({ path, bytes })),
    blanksCopies: !order.fullConfigs,
    files: [
      ...files.map(({ path }) => ({ path, isFetched: true, code: undefined })),
      ...fileFailures.map(({ path, code }) => ({ path, isFetched: false, code })),
    ],
    thresholds: order.settings.thresholds,
    now: ports.clock.now(),
    history: outputs.length > 0 && order.hasHistory ? historyOf(order, ports) : [],
    fleet: { deviceId: device.id, releases: order.releases },
    protocol: device.protocol,
    weakAlgorithms,
    formerAlgorithms,
  };
}

/** How far back an inspection is looked for that read what the last one could not. */
const inspectionsCompared = 3;

/** Earlier inspections at the same address: another address under the same entry is another device. */
function historyOf({ device, runId }: JobOrder, { ledger, log }: JobPorts): readonly PastInspection[] {
  try {
    return ledger.outcomes
      .recent(device.id, inspectionsCompared)
      .filter((outcome) => outcome.device.host === device.host && outcome.device.port === device.port)
      .map(({ startedAt, readings, findings }) => ({ at: startedAt, readings, findings }));
  } catch (cause) {
    // What the device says today is judged all the same.
    log.error('earlier inspections not readable', { deviceId: device.id, runId }, cause);
    return [];
  }
}
