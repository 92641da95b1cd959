import type { OutputCheck } from './check-outputs';
import type { LoopDelay, Usage } from './child';

/** One program measured once. */
export type Measurement = {
  readonly devices: number;
  readonly exitCode: number;
  /** Start of the process to its end. */
  readonly wallSeconds: number;
  /** As the program tells it; null where it tells nothing. */
  readonly runSeconds: number | null;
  readonly devicesPerSecond: number;
  readonly cpuSeconds: number;
  readonly cpuMsPerDevice: number;
  readonly peakRssMb: number;
  /** Of the main thread. */
  readonly loopDelayMs: LoopDelay;
  readonly wrongOutputs: number;
  readonly comparedOutputs: number;
  /** Connections still open after the process had ended. */
  readonly leftOpen: number;
};

/** How long the devices of a run took and how they ended. */
export type DeviceTimes = {
  readonly verdicts: Readonly<Record<string, number>>;
  /** Milliseconds of a device without fault. */
  readonly healthyP50Ms: number | null;
  readonly healthyP99Ms: number | null;
  /** Start of the process to the end of the last device without fault, its wait for a place included. */
  readonly healthyDoneSeconds: number | null;
  /** Devices that cannot be read to the end and were called 正常 all the same. */
  readonly falseGreens: number;
};

/** Sums up one measured process. */
export function measurementOf(
  devices: number,
  usage: Usage,
  runMs: number | null,
  { check, leftOpen }: { readonly check: OutputCheck; readonly leftOpen: number },
): Measurement {
  const cpuMs = usage.userMs + usage.systemMs;
  return {
    devices,
    exitCode: usage.exitCode,
    wallSeconds: rounded(usage.wallMs / 1000, 2),
    runSeconds: runMs === null ? null : rounded(runMs / 1000, 2),
    devicesPerSecond: rounded((devices * 1000) / usage.wallMs, 1),
    cpuSeconds: rounded(cpuMs / 1000, 2),
    cpuMsPerDevice: rounded(cpuMs / devices, 2),
    peakRssMb: rounded(usage.peakRssMb, 0),
    loopDelayMs: eachDelay((name) => rounded(usage.loopDelayMs[name], 1)),
    wrongOutputs: check.wrong.length,
    comparedOutputs: check.compared,
    leftOpen,
  };
}

/** A device as the run's event stream tells its end. */
export type FinishedDevice = {
  readonly device: string;
  readonly verdict: string;
  readonly totalMs: number;
  readonly atMs: number;
};

/** @param faulty names of devices that are slow, @param unreadable names of devices that hang */
export function deviceTimes(
  finished: readonly FinishedDevice[],
  { faulty, unreadable }: { readonly faulty: ReadonlySet<string>; readonly unreadable: ReadonlySet<string> },
): DeviceTimes {
  const verdicts: Record<string, number> = {};
  for (const { verdict } of finished) verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
  const healthy = finished.filter(({ device }) => !faulty.has(device) && !unreadable.has(device));
  const times = healthy.map(({ totalMs }) => totalMs);
  return {
    verdicts,
    healthyP50Ms: times.length === 0 ? null : rounded(percentile(times, 50), 0),
    healthyP99Ms: times.length === 0 ? null : rounded(percentile(times, 99), 0),
    healthyDoneSeconds: times.length === 0 ? null : rounded(Math.max(...healthy.map(({ atMs }) => atMs)) / 1000, 2),
    falseGreens: finished.filter(({ device, verdict }) => unreadable.has(device) && verdict === 'pass').length,
  };
}

/** Field by field the median; wrong outputs and connections left open are the worst of all rounds. */
export function medianOf(rounds: readonly Measurement[]): Measurement {
  const of = (field: (round: Measurement) => number) => median(rounds.map(field));
  const ofTold = (field: (round: Measurement) => number | null) => {
    const values = rounds.map(field).filter((value) => value !== null);
    return values.length < rounds.length ? null : median(values);
  };
  const worst = (field: (round: Measurement) => number) => Math.max(...rounds.map(field));
  return {
    devices: worst(({ devices }) => devices),
    exitCode: worst(({ exitCode }) => exitCode),
    wallSeconds: of(({ wallSeconds }) => wallSeconds),
    runSeconds: ofTold(({ runSeconds }) => runSeconds),
    devicesPerSecond: of(({ devicesPerSecond }) => devicesPerSecond),
    cpuSeconds: of(({ cpuSeconds }) => cpuSeconds),
    cpuMsPerDevice: of(({ cpuMsPerDevice }) => cpuMsPerDevice),
    peakRssMb: of(({ peakRssMb }) => peakRssMb),
    loopDelayMs: eachDelay((name) => of(({ loopDelayMs }) => loopDelayMs[name])),
    wrongOutputs: worst(({ wrongOutputs }) => wrongOutputs),
    comparedOutputs: worst(({ comparedOutputs }) => comparedOutputs),
    leftOpen: worst(({ leftOpen }) => leftOpen),
  };
}

function eachDelay(of: (name: keyof LoopDelay) => number): LoopDelay {
  return { p50: of('p50'), p99: of('p99'), max: of('max') };
}

/** How many times the time and the CPU of the least code. */
export type Ratio = { readonly wall: number; readonly cpu: number };

/** How much more of each the product takes than the least code. */
export function ratioOf(ours: Measurement, least: Measurement): Ratio {
  return {
    wall: rounded(ours.wallSeconds / least.wallSeconds, 2),
    cpu: rounded(ours.cpuSeconds / least.cpuSeconds, 2),
  };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return rounded((upper + lower) / 2, 3);
}

/** The value that `percent` of all do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
