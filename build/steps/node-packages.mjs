import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notes, root } from './paths.mjs';
import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

/** Installs the packages of a folder's lock file, unless exactly these are there already. */
async function installLocked({ folder, noteName, announcement, options = [] }) {
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const note = join(notes, noteName);
  const isThere = existsSync(join(folder, 'node_modules', '.package-lock.json'));
  if (isThere && existsSync(note) && readFileSync(note, 'utf8') === lock) return;
  say(announcement);
  const { code, output } = await runProcess('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...options], {
    cwd: folder,
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

/** Installs the packages that building and running need. */
export async function installNodePackages() {
  await installLocked({
    folder: root,
    noteName: 'node-packages',
    announcement: '· Node packages: npm ci (about a minute the first time)',
  });
}

/** Installs the types of the oldest runtime, which only the type check against it reads. No program of theirs may run. */
export async function installOldestTypes() {
  await installLocked({
    folder: join(root, 'build', 'oldest-runtime'),
    noteName: 'oldest-runtime',
    announcement: '· Types of the oldest runtime: npm ci',
    options: ['--ignore-scripts', '--no-bin-links'],
  });
}
