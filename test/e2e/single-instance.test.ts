import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { electronProgram, type DrivenApp } from '../../build/app-driver';
import { lockFolder } from '../../electron/engine/store/folder-lock';
import { setScene, until, type Scene } from './scene';

let scene: Scene;
let app: DrivenApp;

beforeAll(async () => {
  scene = await setScene([]);
  app = await scene.start();
});

afterAll(async () => {
  await app.quit();
  await scene.end();
});

const isVisible = () =>
  app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

test('a second start ends at once and shows the window of the first', async () => {
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const before = await isVisible();
  const isRoot = process.getuid?.() === 0;
  const args = [...(isRoot ? ['--no-sandbox'] : []), process.cwd(), `--user-data-dir=${scene.data}`];
  const second = spawn(electronProgram(), args, { stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve) => second.on('close', resolve));
  await until('the window of the first', async () => ((await isVisible())[0] === true ? true : undefined));

  expect(before).toEqual([false]);
  expect(code).toBe(0);
});

test('a start on a folder that another program uses says who does, and changes nothing in it', async () => {
  const held = join(scene.folder, 'held');
  const release = lockFolder(held, 'another program');
  const before = readdirSync(held);
  const isRoot = process.getuid?.() === 0;
  const args = [...(isRoot ? ['--no-sandbox'] : []), process.cwd(), `--user-data-dir=${held}`];
  const start = spawn(electronProgram(), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  // It also shows a box, which waits for a person.
  await new Promise<void>((resolve) => {
    start.on('close', () => resolve());
    start.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(String(process.pid))) resolve();
    });
  });
  start.kill('SIGKILL');
  const after = readdirSync(held);
  release();

  expect(said).toContain('another program');
  expect(said).toContain(held);
  expect(before.filter((name) => !after.includes(name))).toEqual([]);
  expect(after).not.toContain('ledger.sqlite');
});

test('the window has no Node, is sandboxed, and reaches main through the contract only', async () => {
  const powers = await app.page.evaluate(() => ({
    node: typeof (globalThis as { process?: unknown }).process,
    require: typeof (globalThis as { require?: unknown }).require,
    api: Object.keys((globalThis as unknown as { api: object }).api),
  }));
  const unknown = await app.page
    .evaluate(() => (globalThis as unknown as { api: { call(name: string): Promise<unknown> } }).api.call('shell.run'))
    .catch((error: unknown) => String(error));
  const preferences = await app.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration };
  });

  expect(powers).toEqual({ node: 'undefined', require: 'undefined', api: ['call', 'on'] });
  expect(unknown).toContain('no such call');
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});
