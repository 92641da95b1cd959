import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { electronProgram } from '../../../build/app-driver';
import type { Attempt, Attempted } from './attempt';

export type Runtime = 'node' | 'electron';

/** Bundles the client as the product is bundled; the result is a folder that both runtimes start. */
export async function buildClient(folder: string): Promise<string> {
  const app = join(folder, 'client');
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'ssh-matrix', version: '1.0.0', main: 'main.cjs' }));
  await build({
    entryPoints: ['test/support/ssh-matrix/client.ts'],
    outfile: join(app, 'main.cjs'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    external: ['electron', 'cpu-features', '*.node'],
  });
  return app;
}

/** Tries all log-ins, one after the other, in plain Node or in the main process of the real Electron. */
export async function runClient(
  runtime: Runtime,
  app: string,
  attempts: readonly Attempt[],
  env: NodeJS.ProcessEnv,
): Promise<ReadonlyMap<string, Attempted>> {
  const file = join(app, `${runtime}.attempts.json`);
  writeFileSync(file, JSON.stringify(attempts), { mode: 0o600 });
  const isRoot = process.getuid?.() === 0;
  const switches = [...(isRoot ? ['--no-sandbox'] : []), `--user-data-dir=${join(app, 'user-data')}`];
  const [program, words] =
    runtime === 'node'
      ? [process.execPath, [join(app, 'main.cjs'), file]]
      : [electronProgram(), [...switches, app, file]];
  const { code, stdout, stderr } = await output(program, words, { ...process.env, ...env });
  if (code !== 0) throw new Error(`the client in ${runtime} ended with ${code}: ${stderr.slice(-2000)}`);
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'));
  // The client's own lines.
  const results = lines.map((line) => JSON.parse(line) as Attempted);
  return new Map(results.map((result) => [result.id, result]));
}

function output(program: string, words: readonly string[], env: NodeJS.ProcessEnv) {
  return new Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>((resolve, reject) => {
    const child = spawn(program, words, { env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject).once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}
