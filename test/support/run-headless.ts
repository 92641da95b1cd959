import { spawn } from 'node:child_process';

export type HeadlessResult = {
  readonly code: number;
  /** Objects of the lines on stdout. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
  readonly stderr: string;
  readonly ms: number;
};

export type HeadlessOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** Called with each line of stdout and what ends the process. */
  readonly onLine?: (line: string, kill: (signal: NodeJS.Signals) => void) => void;
};

/** Runs the built command line in a process of its own, as cron does, and reads what it prints. */
export function runHeadless(words: readonly string[], options: HeadlessOptions = {}): Promise<HeadlessResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['build/headless.mjs', ...words], { env: { ...process.env, ...options.env } });
  let stdout = '';
  let stderr = '';
  let seen = 0;
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    const lines = stdout.split('\n').slice(0, -1);
    for (const line of lines.slice(seen)) options.onLine?.(line, (signal) => child.kill(signal));
    seen = lines.length;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? -1, events: readEvents(stdout), stderr, ms: performance.now() - startedAt });
    });
  });
}

/** The events on stdout: one object a line is what the command promises. */
export function readEvents(stdout: string): HeadlessResult['events'] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
