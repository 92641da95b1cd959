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
  const known = config.startsWith('node') ? [join(folder, 'node-buffer.d.ts')] : [];
  const program = ts.createProgram([name, ...known], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0] ?? '');
}

test('what the main process may not use on Electron 33 and Node 20.11 does not compile', () => {
  const refused = complaints(
    'node.tsconfig.json',
    `import { loadEnvFile } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { styleText } from 'node:util';
import { session } from 'electron';
export const all = [
  Promise.withResolvers<void>(),
  Object.groupBy([1], String),
  new WebSocket('wss://localhost'),
  session.defaultSession.registerPreloadScript({ type: 'frame', filePath: '/preload' }),
  loadEnvFile,
  DatabaseSync,
  styleText,
];
`,
  );

  expect(refused).toEqual([
    expect.stringContaining("'loadEnvFile'"),
    expect.stringContaining("'node:sqlite'"),
    expect.stringContaining("'styleText'"),
    expect.stringContaining("'withResolvers'"),
    expect.stringContaining("'groupBy'"),
    expect.stringContaining("'WebSocket'"),
    expect.stringContaining("'registerPreloadScript'"),
  ]);
});

test('what the main process has on Electron 33 and Node 20.11 compiles', () => {
  const refused = complaints(
    'node.tsconfig.json',
    `import { readdir } from 'node:fs/promises';
import { app, safeStorage, webUtils } from 'electron';
export const all = [
  [2, 1].toSorted().findLast(Boolean),
  structuredClone({}),
  AbortSignal.timeout(1),
  URL.canParse('about:blank'),
  fetch('about:blank').then((reply: Response) => reply.headers),
  Buffer.concat([Buffer.from('text'), new Uint8Array(1)]),
  readdir('.', { recursive: true }),
  safeStorage.getSelectedStorageBackend(),
  webUtils,
  app.getPath('userData'),
];
`,
  );

  expect(refused).toEqual([]);
});

test('what the window may not use on Chromium 130 does not compile', () => {
  const refused = complaints(
    'window.tsconfig.json',
    `export const all = [
  document.querySelector('button')?.commandForElement,
  Promise.withResolvers<void>(),
  document.querySelector('p')?.checkVisibility(),
  AbortSignal.any([AbortSignal.timeout(1)]),
  URL.canParse('about:blank'),
];
`,
  );

  expect(refused).toEqual([expect.stringContaining("'commandForElement'"), expect.stringContaining("'withResolvers'")]);
});
