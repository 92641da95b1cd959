import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noteBundled } from './bundled-packages.mjs';
import { notes, root } from './paths.mjs';
import { say } from './say.mjs';

const requireHere = createRequire(join(root, 'package.json'));

/** One hash over names, sizes and times of a folder's files: cheap enough to ask before each start. */
function fingerprint(folders) {
  const hash = createHash('sha256');
  const walk = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (!stat.isDirectory()) hash.update(`${path}:${stat.size}:${stat.mtimeMs}\n`);
    else for (const name of readdirSync(path).sort()) walk(join(path, name));
  };
  for (const folder of folders) walk(join(root, folder));
  return hash.digest('hex');
}

/** Runs `make` unless the sources are as they were when it ran last and its result is still there. */
async function whenChanged(name, sources, result, make) {
  const note = join(notes, `bundle-${name}`);
  const now = fingerprint(sources);
  if (existsSync(join(root, result)) && existsSync(note) && readFileSync(note, 'utf8') === now) return;
  say(`· Building ${name}`);
  await make();
  mkdirSync(notes, { recursive: true });
  writeFileSync(note, now);
}

const importMetaUrl = "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;";

/**
 * Big libraries that few starts of a program use. Each is a file of its own, so that a program reads it when it needs it:
 * reading all of them costs every start 50 ms.
 */
const libraries = ['@e965/xlsx', 'basic-ftp', 'docx', 'nodemailer', 'undici'];

const fileOf = (library) => `libraries/${library.split('/').at(-1)}`;

/** Leaves the libraries to their own files. */
const apart = {
  name: 'libraries-apart',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(?:${libraries.join('|')})$`) }, ({ path }) => ({
      path: `./${fileOf(path)}.cjs`,
      external: true,
    }));
  },
};

/** Beside and renamed: what another process starts at this moment is the old program or the new one. */
function writeWhole(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}.part`, content);
  renameSync(`${path}.${process.pid}.part`, path);
}

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // A library that is read when it is needed is read by `require`, as all others: its names are then there as it gives them.
  supported: { 'dynamic-import': false },
  sourcemap: true,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  external: ['electron', '@photostructure/sqlite', 'cpu-features', '*.node'],
};

/** Options of a program: it leaves the libraries apart, and knows its version and whether it may be debugged. */
function programs(entryPoints, isDebuggable) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    ...common,
    entryPoints,
    plugins: [apart],
    banner: { js: importMetaUrl },
    define: {
      'import.meta.url': 'importMetaUrl',
      'process.env.XUNJIAN_VERSION': JSON.stringify(version),
      'process.env.XUNJIAN_WORKER': JSON.stringify('worker.cjs'),
      'process.env.XUNJIAN_DEBUGGABLE': JSON.stringify(String(isDebuggable)),
    },
  };
}

/** Builds and writes. Returns the names of the files that something was taken from. */
async function build(options) {
  const { outputFiles, metafile } = await requireHere('esbuild').build({ ...options, write: false });
  for (const { path, contents } of outputFiles) writeWhole(path, contents);
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

/** Main process, preload and command line as CommonJS files that the oldest Electron and Node run. */
async function bundleNode() {
  const inputs = [
    ...(await build(
      programs(
        {
          main: 'electron/main.ts',
          worker: 'electron/worker.ts',
          headless: 'electron/headless.ts',
          lab: 'electron/lab.ts',
        },
        true,
      ),
    )),
    ...(await build({
      ...common,
      entryPoints: Object.fromEntries(libraries.map((name) => [fileOf(name), name])),
    })),
    ...(await build({ ...common, entryPoints: ['electron/preload.ts'] })),
  ];
  await build(programs({ bench: 'electron/bench.ts' }, true));
  noteBundled('engine', inputs);
  for (const [from, to] of [
    ['electron/lab/personalities', 'dist/lab/personalities'],
    ['build/icons', 'dist/icons'],
  ]) {
    rmSync(join(root, to), { recursive: true, force: true });
    cpSync(join(root, from), join(root, to), { recursive: true });
  }
}

/** The main process as it is handed out: it takes no debugger. Beside the other one, which the tests drive. */
async function bundleRelease() {
  await build(programs({ 'main-release': 'electron/main.ts' }, false));
}

async function bundleWindow() {
  const vite = await import(pathToFileURL(join(root, 'node_modules', 'vite', 'dist', 'node', 'index.js')));
  const note = {
    name: 'note-bundled',
    generateBundle() {
      noteBundled('window', [...this.getModuleIds()]);
    },
  };
  await vite.build({ configFile: join(root, 'build', 'vite.config.mts'), logLevel: 'warn', plugins: [note] });
}

/**
 * Builds what is out of date of the command line, the main process and (unless told not to) the window.
 *
 * @param forRelease the main process for handing out too
 */
export async function bundle({ withWindow = true, forRelease = false } = {}) {
  const shared = ['shared', 'package-lock.json'];
  const engine = ['electron', 'build/steps', 'build/icons', ...shared];
  await whenChanged('engine', engine, 'dist/headless.cjs', bundleNode);
  if (forRelease) await whenChanged('release', engine, 'dist/main-release.cjs', bundleRelease);
  if (withWindow)
    await whenChanged(
      'window',
      ['renderer', 'build/vite.config.mts', ...shared],
      'dist/renderer/index.html',
      bundleWindow,
    );
}
