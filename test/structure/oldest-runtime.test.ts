import { join } from 'node:path';
import { expect, test } from 'vitest';
import ts from 'typescript';

const folder = join(import.meta.dirname, '..', '..', 'build', 'oldest-runtime');

/** Messages of the compiler about `text`, read as a file of the shipped program. */
function complaints(config: string, text: string): readonly string[] {
  const path = join(folder, config);
  const { config: json } = ts.readConfigFile(path, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(json, ts.sys, folder, { incremental: false }, path);
  const name = join(folder, 'sample.ts');
  const host = ts.createCompilerHost(options);
  const files = { fileExists: host.fileExists, readFile: host.readFile };
  host.fileExists = (file) => file === name || files.fileExists(file);
  host.readFile = (file) => (file === name ? text : files.readFile(file));
  const known = config.startsWith('node') ? [join(folder, 'node-18.d.ts')] : [];
  const program = ts.createProgram([name, ...known], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '');
}

test('what the main process may not use on Electron 25 does not compile', () => {
  const refused = complaints(
    'node.tsconfig.json',
    `import { readdir } from 'node:fs/promises';
import { safeStorage, webUtils } from 'electron';
export const all = [
  Promise.withResolvers<void>(),
  Object.groupBy([1], String),
  AbortSignal.any([]),
  URL.canParse('about:blank'),
  new File([], 'name'),
  safeStorage.getSelectedStorageBackend(),
  webUtils,
  readdir('.', { recursive: true }),
];
`,
  );

  expect(refused).toEqual([
    expect.stringContaining("'webUtils'"),
    expect.stringContaining("'withResolvers'"),
    expect.stringContaining("'groupBy'"),
    expect.stringContaining("'any'"),
    expect.stringContaining("'canParse'"),
    expect.stringContaining("'File'"),
    expect.stringContaining("'getSelectedStorageBackend'"),
    expect.stringContaining('No overload matches'),
  ]);
});

test('what the main process has on Electron 25 compiles', () => {
  const refused = complaints(
    'node.tsconfig.json',
    `import { app } from 'electron';
export const all = [
  [2, 1].toSorted().findLast(Boolean),
  structuredClone({}),
  AbortSignal.timeout(1),
  fetch('about:blank').then((reply: Response) => reply.headers),
  Buffer.concat([Buffer.from('text'), new Uint8Array(1)]),
  app.getPath('userData'),
];
`,
  );

  expect(refused).toEqual([]);
});

test('what the window may not use on Chromium 114 does not compile', () => {
  const refused = complaints(
    'window.tsconfig.json',
    `export const all = [
  AbortSignal.any([]),
  URL.canParse('about:blank'),
  Promise.withResolvers<void>(),
  document.querySelector('p')?.checkVisibility(),
  AbortSignal.timeout(1),
];
`,
  );

  expect(refused).toEqual([
    expect.stringContaining("'any'"),
    expect.stringContaining("'canParse'"),
    expect.stringContaining("'withResolvers'"),
  ]);
});
