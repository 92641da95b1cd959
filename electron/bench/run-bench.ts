import { access, constants, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { BenchArguments } from './arguments';
import { measure } from './child';
import { startFleetProcess, type FleetProcess } from './fleet-process';
import {
  deviceTimes,
  measurementOf,
  medianOf,
  ratioOf,
  type Ratio,
  type DeviceTimes,
  type FinishedDevice,
  type Measurement,
} from './summary';
import { commands, fleetSpecs, isReadable } from './work';

/** Where the programs are that are run in processes of their own. */
export type BenchPrograms = {
  /** Module URLs of this benchmark's entry and of the command line under test. */
  readonly bench: string;
  readonly headless: string;
  /** Options for Node itself, such as a loader. */
  readonly nodeOptions: readonly string[];
};

/** The result as written to disk. */
export type BenchResult = {
  readonly schema: 1;
  readonly at: string;
  readonly machine: { readonly cpus: number; readonly model: string; readonly memoryMb: number; readonly node: string };
  readonly order: Pick<
    BenchArguments,
    'devices' | 'concurrency' | 'hungPercent' | 'slowPercent' | 'thinkMs' | 'fileBytes' | 'rounds'
  > & {
    readonly commands: number;
    readonly formats: string | null;
  };
  readonly ours: Measurement & DeviceTimes;
  /** The same fleet with the hung devices left out; null where none hangs. Shows whether anybody waits for them. */
  readonly withoutHung: DeviceTimes | null;
  /** The product told to write no report: logged in, asked, fetched, written, with verdicts and history. Null without `--compare`. */
  readonly bare: Measurement | null;
  /** Null without `--compare`. */
  readonly least: Measurement | null;
  /** With reports and zip, against the least code. */
  readonly ratio: Ratio | null;
  /** The same work as the least code does, against it: both from the start of the process to its end. */
  readonly sameWorkRatio: Ratio | null;
  readonly rounds: readonly Pick<Round, 'ours' | 'bare' | 'least'>[];
};

/** Starts the fleet, measures the product and (when asked) the least code in turn, and writes the result. */
export async function runBench(args: BenchArguments, programs: BenchPrograms): Promise<BenchResult> {
  const folder =
    args.keepDir === undefined ? await mkdtemp(join(await fastFolder(), 'xunjian-bench-')) : resolve(args.keepDir);
  await mkdir(folder, { recursive: true });
  const fleet = await startFleetProcess(fleetSpecs(args), {
    module: programs.bench,
    nodeOptions: programs.nodeOptions,
  });
  try {
    const rounds: Round[] = [];
    for (let round = 1; round <= args.rounds; round += 1) rounds.push(await oneRound(args, programs, fleet, folder));
    const result = resultOf(args, rounds);
    await writeResult(resolve(args.jsonOut), result);
    return result;
  } finally {
    await fleet.stop();
    if (args.keepDir === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Where both programs write, unless the folder is to be kept: in memory where the system offers it. A thousand new files a
 * second cost a disk's file system anything from 0.1 to 4 ms each, which would be measured instead of the programs.
 */
async function fastFolder(): Promise<string> {
  const inMemory = '/dev/shm';
  return access(inMemory, constants.W_OK).then(
    () => inMemory,
    () => tmpdir(),
  );
}

type Round = {
  readonly ours: Measurement;
  readonly times: DeviceTimes;
  readonly withoutHung: DeviceTimes | null;
  readonly bare: Measurement | null;
  readonly least: Measurement | null;
};

async function oneRound(
  args: BenchArguments,
  programs: BenchPrograms,
  fleet: FleetProcess,
  folder: string,
): Promise<Round> {
  const product = (isWanted: (entry: Entry) => boolean, ...flags: readonly string[]) =>
    measureProduct(args, programs, fleet, folder, { isWanted, flags });
  const { ours, times } = await product(() => true);
  const calm = args.hungPercent === 0 ? null : await product(isReadable);
  const bare = args.isCompared ? (await product(isReadable, '--no-report')).ours : null;
  const least = args.isCompared ? await measureLeast(args, programs, fleet, folder) : null;
  return { ours, times, withoutHung: calm?.times ?? null, bare, least };
}

async function measureProduct(
  args: BenchArguments,
  programs: BenchPrograms,
  fleet: FleetProcess,
  folder: string,
  order: { readonly isWanted: (entry: Entry) => boolean; readonly flags: readonly string[] },
) {
  const { isWanted } = order;
  const devices = fleet.devices.filter(isWanted);
  const inventory = await writeInventory(fleet, folder, 'inventory.json', isWanted);
  const out = await freshFolder(folder, 'product');
  const finished: FinishedDevice[] = [];
  let runMs: number | null = null;
  const words = ['run', '--inventory', inventory, '--out', out, '--concurrency', String(args.concurrency)];
  const flags = ['--accept-new-host-keys', '--full-configs', '--json', '--no-messages'];
  const usage = await measure({
    module: programs.headless,
    name: 'headless',
    words: [...words, ...flags, ...order.flags, ...(args.formats === undefined ? [] : ['--formats', args.formats])],
    nodeOptions: nodeOptionsOf(args, programs),
    onLine: (line, atMs) => {
      const event = JSON.parse(line) as RunLine; // the command line's own promise
      if (event.event === 'run-finished') runMs = event.ms;
      if (event.event === 'device-finished') finished.push({ ...event, totalMs: event.ms.total, atMs });
    },
  });
  const names = (isMeant: (device: Entry) => boolean) => new Set(devices.filter(isMeant).map(({ name }) => name));
  const times = deviceTimes(finished, {
    faulty: names(({ fault }) => fault === 'slow'),
    unreadable: names((device) => !isReadable(device)),
  });
  return { ours: measurementOf(devices.length, usage, runMs, await fleet.check(out)), times };
}

type RunLine =
  | {
      readonly event: 'device-finished';
      readonly device: string;
      readonly verdict: string;
      readonly ms: { readonly total: number };
    }
  | { readonly event: 'run-finished'; readonly ms: number }
  | { readonly event: 'run-started' | 'message' };

/** The least code has no budgets: it is given the devices that answer. */
async function measureLeast(args: BenchArguments, programs: BenchPrograms, fleet: FleetProcess, folder: string) {
  const inventory = await writeInventory(fleet, folder, 'readable.json', isReadable);
  const out = await freshFolder(folder, 'least');
  const usage = await measure({
    module: programs.bench,
    name: 'bench',
    words: ['least-client', inventory, out, String(args.concurrency)],
    nodeOptions: nodeOptionsOf(args, programs),
  });
  return measurementOf(fleet.devices.filter(isReadable).length, usage, null, await fleet.check(out));
}

function nodeOptionsOf({ profileDir }: BenchArguments, { nodeOptions }: BenchPrograms): readonly string[] {
  return profileDir === undefined ? nodeOptions : [...nodeOptions, '--cpu-prof', '--cpu-prof-dir', resolve(profileDir)];
}

async function freshFolder(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await rm(path, { recursive: true, force: true });
  return path;
}

type Entry = FleetProcess['devices'][number];

async function writeInventory(
  fleet: FleetProcess,
  folder: string,
  name: string,
  isWanted: (entry: Entry) => boolean,
): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(fleet.devices.filter(isWanted).map((entry) => ({ ...entry, commands }))), {
    mode: 0o600,
  });
  return path;
}

function resultOf(args: BenchArguments, rounds: readonly Round[]): BenchResult {
  const ours = medianOf(rounds.map((round) => round.ours));
  const medianOfAll = (name: 'bare' | 'least') => {
    const measured = rounds.map((round) => round[name]).filter((each) => each !== null);
    return measured.length === 0 ? null : medianOf(measured);
  };
  const bare = medianOfAll('bare');
  const least = medianOfAll('least');
  const { devices, concurrency, hungPercent, slowPercent, thinkMs, fileBytes } = args;
  const processors = cpus();
  return {
    schema: 1,
    at: new Date().toISOString(),
    machine: {
      cpus: processors.length,
      model: processors[0]?.model ?? '',
      memoryMb: Math.round(totalmem() / 1024 / 1024),
      node: process.version,
    },
    order: {
      ...{ devices, concurrency, hungPercent, slowPercent, thinkMs, fileBytes },
      ...{ commands: commands.length, formats: args.formats ?? null, rounds: args.rounds },
    },
    ours: { ...ours, ...lastTimes(rounds) },
    withoutHung: rounds.at(-1)?.withoutHung ?? null,
    bare,
    least,
    ratio: least === null ? null : ratioOf(ours, least),
    sameWorkRatio: bare === null || least === null ? null : ratioOf(bare, least),
    rounds: rounds.map((round) => ({ ours: round.ours, bare: round.bare, least: round.least })),
  };
}

/** Times of the last round, with the false greens of all. */
function lastTimes(rounds: readonly Round[]): DeviceTimes {
  const last = rounds.at(-1)?.times ?? deviceTimes([], { faulty: new Set(), unreadable: new Set() });
  return { ...last, falseGreens: rounds.reduce((sum, { times }) => sum + times.falseGreens, 0) };
}

async function writeResult(path: string, result: BenchResult): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, `${JSON.stringify(result, null, 2)}\n`);
  await rename(`${path}.part`, path);
}
