import { pathToFileURL } from 'node:url';
import { bundle } from './steps/bundle.mjs';
import { installElectron } from './steps/electron-runtime.mjs';
import { installNodePackages, installOldestTypes } from './steps/node-packages.mjs';
import { runMain, say, SetupError } from './steps/say.mjs';
import { installSystemPackages } from './steps/system-packages.mjs';

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 11)) {
    throw new SetupError(`Node ${process.versions.node} is too old: version 20.11 or newer is needed.`);
  }
}

/**
 * Installs and builds what is missing; quick when nothing is.
 *
 * @param withWindow what Electron and a display need too
 * @param forTests what only the tests need too
 * @returns the Electron runtime to start, undefined when `withWindow` is false
 */
export async function setup({ withWindow = true, forTests = false } = {}) {
  checkNode();
  await installNodePackages();
  if (forTests) await installOldestTypes();
  if (withWindow) await installSystemPackages({ forTests });
  const electron = withWindow ? await installElectron() : undefined;
  await bundle({ withWindow });
  return electron;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runMain(async () => {
    const electron = await setup();
    say(`Ready. Electron: ${electron.folder}${electron.isFallback ? ' (fallback, not the version users get)' : ''}`);
  });
}
