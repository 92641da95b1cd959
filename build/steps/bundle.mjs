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
import { compileAhead } from './compile-ahead.mjs';
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
const libraries = ['basic-ftp', 'docx', 'exceljs', 'nodemailer'];

/** Leaves the libraries to their own files. */
const apart = {
  name: 'libraries-apart',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^(?:${libraries.join('|')})$`) }, ({ path }) => ({
      path: `./libraries/${path}.cjs`,
      external: true,
    }));
  },
};

/**
 * Escapes what is left of other characters than ASCII, in patterns and comments: a single one makes Node hold the whole
 * program in two bytes a character, and read it ten times as slowly.
 */
function plain(text) {
  return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Beside and renamed: what another process starts at this moment is the old program or the new one. */
function writeWhole(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}.part`, content);
  renameSync(`${path}.${process.pid}.part`, path);
}

/** Main process, preload and command line as CommonJS files that Node 18 and newer run. */
async function bundleNode() {
  const esbuild = requireHere('esbuild');
  const build = async (options) => {
    const { outputFiles } = await esbuild.build({ ...options, write: false });
    for (const { path, text } of outputFiles) writeWhole(path, path.endsWith('.cjs') ? plain(text) : text);
  };
  // Never beside another program than its own: V8 tells two of the same length not apart.
  rmSync(join(root, 'dist', 'headless-program.v8'), { force: true });
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    sourcemap: true,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    mainFields: ['module', 'main'],
    logLevel: 'warning',
    legalComments: 'none',
    external: ['electron', '@photostructure/sqlite', 'cpu-features', '*.node'],
  };
  const packageVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;
  await build({
    ...common,
    entryPoints: {
      main: 'electron/main.ts',
      worker: 'electron/worker.ts',
      'headless-program': 'electron/headless.ts',
      lab: 'electron/lab.ts',
      bench: 'electron/bench.ts',
    },
    plugins: [apart],
    banner: { js: importMetaUrl },
    define: {
      'import.meta.url': 'importMetaUrl',
      'process.env.XUNJIAN_VERSION': JSON.stringify(packageVersion),
      'process.env.XUNJIAN_WORKER': JSON.stringify('worker.cjs'),
    },
  });
  await build({ ...common, entryPoints: Object.fromEntries(libraries.map((name) => [`libraries/${name}`, name])) });
  await build({ ...common, entryPoints: ['electron/preload.ts'] });
  for (const [from, to] of [
    ['electron/lab/personalities', 'dist/lab/personalities'],
    ['build/icons', 'dist/icons'],
  ]) {
    rmSync(join(root, to), { recursive: true, force: true });
    cpSync(join(root, from), join(root, to), { recursive: true });
  }
  writeWhole(
    join(root, 'dist', 'headless.cjs'),
    readFileSync(join(root, 'build', 'steps', 'start-compiled.cjs'), 'utf8'),
  );
  await compileAhead();
}

async function bundleWindow() {
  const { build } = await import(pathToFileURL(join(root, 'node_modules', 'vite', 'dist', 'node', 'index.js')));
  await build({ configFile: join(root, 'build', 'vite.config.ts'), logLevel: 'warn' });
}

/** Builds what is out of date of the command line, the main process and (unless told not to) the window. */
export async function bundle({ withWindow = true } = {}) {
  const shared = ['shared', 'package-lock.json'];
  await whenChanged('engine', ['electron', 'build/steps', 'build/icons', ...shared], 'dist/headless.cjs', bundleNode);
  if (withWindow)
    await whenChanged(
      'window',
      ['renderer', 'build/vite.config.ts', ...shared],
      'dist/renderer/index.html',
      bundleWindow,
    );
}
