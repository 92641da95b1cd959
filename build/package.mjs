import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { findElectron } from './steps/electron-runtime.mjs';
import { bundle } from './steps/bundle.mjs';
import { shippedPackages } from './steps/bundled-packages.mjs';
import { thirdPartyLicences } from './steps/licences.mjs';
import { installNodePackages } from './steps/node-packages.mjs';
import { notes, root } from './steps/paths.mjs';
import { runMain, say, SetupError } from './steps/say.mjs';

/**
 * Builds installers of this machine's system with electron-builder, into release/ or the folder named.
 *
 *   npm run package                                  all of this system (see electron-builder.yml)
 *   npm run package -- dir tar.gz --out=<folder>     the targets named; with --store hardly compressed
 *
 * XUNJIAN_ELECTRON_DIST=<folder>|cached packs the Electron in that folder, or the one that tests run on, instead of
 * downloading the release of package.json. Such a package is for trying out, not for handing out.
 */
const words = process.argv.slice(2);
const targets = words.filter((each) => !each.startsWith('-'));
const out = words.find((each) => each.startsWith('--out='))?.slice('--out='.length) ?? 'release';

function localElectron() {
  const asked = process.env.XUNJIAN_ELECTRON_DIST;
  if (!asked) return undefined;
  const folder = asked === 'cached' ? findElectron()?.folder : asked;
  if (folder === undefined || !existsSync(join(folder, 'version'))) {
    throw new SetupError(`XUNJIAN_ELECTRON_DIST=${asked}: there is no Electron runtime there.`, 64);
  }
  return {
    electronDist: folder,
    electronVersion: readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, ''),
  };
}

/** electron-builder downloads 7-Zip for archives; one that the system has will do. */
function useSystemSevenZip() {
  if (process.env.ELECTRON_BUILDER_7ZIP_PATH || process.platform === 'win32') return;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => ['7za', '7zz', '7z'].map((name) => join(folder, name))).find(existsSync);
  if (found) process.env.ELECTRON_BUILDER_7ZIP_PATH = found;
}

/** The tools of an installer format come from the network; without it, say which target needs none. */
function plainly(error) {
  if (!/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(`${error?.message} ${error?.code}`)) throw error;
  throw new SetupError(
    'A packaging tool or Electron itself could not be downloaded. `npm run package -- dir` needs no tool; ' +
      'tar.gz and zip need 7-Zip (Debian: p7zip-full).',
  );
}

/** A runtime that starts folders has a default app of its own; a packaged one must not fall back to it. */
async function removeDefaultApp({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : join(appOutDir, 'resources');
  rmSync(join(resources, 'default_app.asar'), { force: true });
}

await runMain(async () => {
  const electron = localElectron();
  if (electron)
    say(`· Packing Electron ${electron.electronVersion} from ${electron.electronDist}: for trying out only`);
  await installNodePackages();
  await bundle({ forRelease: true });
  const packages = shippedPackages().map((folder) => join(root, folder));
  writeFileSync(join(notes, 'THIRD-PARTY-LICENCES.txt'), thirdPartyLicences(packages));
  useSystemSevenZip();
  const { build, Platform } = createRequire(join(root, 'package.json'))('electron-builder');
  const made = await build({
    projectDir: root,
    publish: 'never',
    targets: Platform.current().createTarget(targets.length > 0 ? targets : undefined),
    config: {
      extends: join(root, 'build', 'electron-builder.yml'),
      ...electron,
      afterPack: removeDefaultApp,
      directories: { output: out },
      ...(words.includes('--store') ? { compression: 'store' } : {}),
    },
  }).catch(plainly);
  say(made.length > 0 ? `\nBuilt:\n${made.map((path) => `  ${path}`).join('\n')}` : `\nBuilt: ${resolve(root, out)}`);
});

// electron-builder ends the process with 0 from a hook of its own; the code that was set counts.
process.exit(process.exitCode);
