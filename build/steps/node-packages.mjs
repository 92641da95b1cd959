import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notes, root } from './paths.mjs';
import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

/** Installs the Node packages of the lock file, unless exactly these are there already. */
export async function installNodePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const note = join(notes, 'node-packages');
  const isThere = existsSync(join(root, 'node_modules', '.package-lock.json'));
  if (isThere && existsSync(note) && readFileSync(note, 'utf8') === lock) return;
  say('· Node packages: npm ci (about a minute the first time)');
  const { code, output } = await runProcess('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    capture: true,
  });
  if (code !== 0) {
    throw new SetupError(
      `npm ci failed:\n${output.trim()}\nCheck that this machine reaches a package registry (npm ping), then try again.`,
    );
  }
  mkdirSync(notes, { recursive: true });
  writeFileSync(note, lock);
}
