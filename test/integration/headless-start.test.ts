import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHeadless } from '../support/run-headless';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-start-'));
  // Builds the program where it is not there yet.
  await runHeadless([]);
  for (const name of ['headless.cjs', 'headless-program.cjs']) copyFileSync(join('dist', name), join(folder, name));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program in the folder without a word; tells its exit code and whether compiled code was taken. */
function start(): { readonly code: number; readonly isCompiledBefore: boolean } {
  const program = `
    const { headless, isCompiledBefore } = require(process.argv[1]);
    headless([]).then((code) => console.log(JSON.stringify({ code, isCompiledBefore })));`;
  const env = { ...process.env, NODE_PATH: resolve('node_modules') };
  const words = ['-e', program, join(folder, 'headless.cjs')];
  return JSON.parse(execFileSync(process.execPath, words, { env, encoding: 'utf8', stdio: 'pipe' })) as ReturnType<
    typeof start
  >;
}

const compiled = 'headless-program.v8';

test('the build leaves code that this Node takes over', () => {
  expect(existsSync(join('dist', compiled))).toBe(true);
  copyFileSync(join('dist', compiled), join(folder, compiled));

  expect(start()).toEqual({ code: 64, isCompiledBefore: true });
});

test.each([
  ['none', undefined],
  ['an empty file', Buffer.alloc(0)],
  ['something else', Buffer.from('no compiled code at all'.repeat(100))],
])('with %s for compiled code the program is compiled as usual', (_name, content) => {
  rmSync(join(folder, compiled), { force: true });
  if (content !== undefined) writeFileSync(join(folder, compiled), content);

  expect(start()).toEqual({ code: 64, isCompiledBefore: false });
});
