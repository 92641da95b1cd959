import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Small notes of the build scripts: what was installed, what was bundled. */
export const notes = join(root, '.cache');
/** Things kept across checkouts; outside the repository. */
export const userCache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'xunjian');
