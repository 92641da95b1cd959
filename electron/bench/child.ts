import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Runs `export` of a module in a process of its own and ends with its exit code. It loads nothing else, so that the
 * process costs what the program costs; at the end it tells what the system and the event loop say about it.
 */
const program = `
const [, url, name, ...words] = process.argv;
const delay = require('node:perf_hooks').monitorEventLoopDelay({ resolution: 10 });
delay.enable();
// What is built is loaded as its users load it; only sources need the slower way.
const loaded = url.endsWith('.cjs') ? Promise.resolve(require(require('node:url').fileURLToPath(url))) : import(url);
loaded
  .then((module) => (module[name] ?? module.default[name])(words))
  .then((code) => {
    delay.disable();
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const [p50, p99, max] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => Math.max(0, ns / 1e6 - 10));
    process.exitCode = code;
    process.send({ userMs: userCPUTime / 1e3, systemMs: systemCPUTime / 1e3, peakRssMb: maxRSS / 1024, loopDelayMs: { p50, p99, max } });
    process.disconnect();
  })
  .catch((error) => {
    console.error(error);
    process.exit(70);
  });
`;

export type ChildOrder = {
  /** URL of the module. */
  readonly module: string;
  /** Name of an exported function that takes words and promises an exit code. */
  readonly name: string;
  readonly words: readonly string[];
  /** Options for Node itself, such as a loader. */
  readonly nodeOptions: readonly string[];
  /** @param atMs since the start of the process */
  readonly onLine?: (line: string, atMs: number) => void;
};

/** Delays of an event loop, milliseconds. */
export type LoopDelay = { readonly p50: number; readonly p99: number; readonly max: number };

/** What a finished process used. */
export type Usage = {
  readonly exitCode: number;
  /** From the start of the process to its end. */
  readonly wallMs: number;
  readonly userMs: number;
  readonly systemMs: number;
  readonly peakRssMb: number;
  /** How late the event loop of the main thread was, above the 10 ms it was asked in. */
  readonly loopDelayMs: LoopDelay;
};

type OwnUsage = Omit<Usage, 'exitCode' | 'wallMs'>;

/** Runs a program to its end and measures it. @throws Error when it ended without telling its usage */
export async function measure(order: ChildOrder): Promise<Usage> {
  const startedAt = performance.now();
  const child = startChild(order, ['ignore', 'pipe', 'pipe', 'ipc']);
  let usage: OwnUsage | undefined;
  let errors = '';
  child.on('message', (message) => (usage = isUsage(message) ? message : usage));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(-4000)));
  eachLine(child, (line) => order.onLine?.(line, performance.now() - startedAt));
  const exitCode = await ended(child);
  const wallMs = performance.now() - startedAt;
  if (usage === undefined) throw new Error(`the measured program ended with ${exitCode}:\n${errors}`);
  return { ...usage, exitCode, wallMs };
}

/** Starts a program that is talked to by messages. */
export function startChild(order: ChildOrder, stdio: ('ignore' | 'inherit' | 'pipe' | 'ipc')[]): ChildProcess {
  const { module, name, words, nodeOptions } = order;
  return spawn(process.execPath, [...nodeOptions, '-e', program, module, name, ...words], { stdio });
}

/** Resolves with the exit code; a signal counts as 70. */
export function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 70));
  });
}

function eachLine(child: ChildProcess, tell: (line: string) => void): void {
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(tell);
  });
}

function isUsage(message: unknown): message is OwnUsage {
  return typeof message === 'object' && message !== null && 'userMs' in message;
}
