import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { runProcess } from './run-process.mjs';
import { say } from './say.mjs';

/**
 * Lets the command line inspect a few simulated devices once and keeps the code that V8 compiled for it: every later start
 * takes it over instead of compiling the same again.
 */
export async function compileAhead() {
  const own = fileURLToPath(import.meta.url);
  const { code, output } = await runProcess(process.execPath, [own], { cwd: root, capture: true, timeoutMs: 60_000 });
  // It works all the same, and takes a tenth of a second longer to start.
  if (code !== 0) say(`· The command line is not compiled ahead (${code}): ${output.trim().split('\n').at(-1)}`);
}

const personalities = ['os6860-aos8', 'os6450-aos6', 'os2260-aos5', 'ngfw-telnet'];

async function compileNow() {
  const requireHere = createRequire(import.meta.url);
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-compile-'));
  const fleet = spawn(
    process.execPath,
    ['-e', `require(${JSON.stringify(join(root, 'dist', 'bench.cjs'))}).bench(['fleet-process'])`],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  try {
    fleet.send({ kind: 'start', specs: personalities.map((personality) => ({ name: personality, personality })) });
    const [{ devices }] = await once(fleet, 'message');
    const inventory = join(folder, 'inventory.json');
    writeFileSync(inventory, JSON.stringify(devices), { mode: 0o600 });
    const { compiledBy } = requireHere(join(root, 'dist', 'headless.cjs'));
    const words = ['run', '--inventory', inventory, '--out', join(folder, 'out'), '--accept-new-host-keys', '--json'];
    const compiled = join(root, 'dist', 'headless-program.v8');
    writeFileSync(`${compiled}.${process.pid}.part`, await compiledBy(words));
    renameSync(`${compiled}.${process.pid}.part`, compiled);
  } finally {
    fleet.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await compileNow();
