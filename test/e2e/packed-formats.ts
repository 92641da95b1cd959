import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ended } from '../support/command-line';

/** The formats that are built without a network. */
export const formats = ['dir', 'tar.gz', 'zip'] as const;
export type Format = (typeof formats)[number];

export type PackedFormats = {
  /** A folder that goes with them. */
  readonly folder: string;
  /** Where the program of a format lies when it is unpacked. */
  placeOf(format: Format): string;
  end(): void;
};

/** Builds all formats by the command that people use, around the Electron that the tests run on, and unpacks them. */
export async function buildFormats(): Promise<PackedFormats> {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-packed-'));
  const out = join(folder, 'release');
  const words = ['run', 'package', '--', ...formats, '--store', `--out=${out}`];
  const { code, stdout, stderr } = await ended('npm', words, { XUNJIAN_ELECTRON_DIST: 'cached' });
  if (code !== 0) throw new Error(`npm run package ended with ${code}:\n${stdout}\n${stderr}`);
  const unpack = (ending: string, program: string, wordsOf: (archive: string, into: string) => string[]): string => {
    const name = readdirSync(out).find((each) => each.endsWith(ending)) ?? '';
    const into = mkdtempSync(join(folder, 'unpacked-'));
    execFileSync(program, wordsOf(join(out, name), into), { stdio: 'ignore' });
    return dirname(join(into, filesBelow(into).find((path) => /(?:^|\/)xunjian$/.test(path)) ?? ''));
  };
  const places = {
    dir: join(out, 'linux-unpacked'),
    'tar.gz': unpack('.tar.gz', 'tar', (archive, into) => ['xzf', archive, '-C', into]),
    zip: unpack('.zip', '7za', (archive, into) => ['x', '-bd', `-o${into}`, archive]),
  };
  return {
    folder,
    placeOf: (format) => places[format],
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Files below a folder, relative to it, each with whether it may be started and the hash of its content. */
export function contentOf(place: string): readonly string[] {
  return filesBelow(place).map((path) => {
    const full = join(place, path);
    const hash = createHash('sha256').update(readFileSync(full)).digest('hex');
    return `${path} ${(statSync(full).mode & 0o111) === 0 ? '' : 'runs '}${hash}`;
  });
}

function filesBelow(place: string): readonly string[] {
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
    .toSorted();
}
