import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { AppCall, AppContract } from '../shared/contract/index';
import type { InputOf, OutputOf } from '../shared/contract/define';
import type { Reply } from '../shared/errors';

/** The real app, driven from outside as a person would: the demo and the end-to-end tests share it. */
export type DrivenApp = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Asks main through the window's own contract. Rejects with the error's code. */
  call<K extends AppCall>(name: K, input: InputOf<AppContract, K>): Promise<OutputOf<AppContract, K>>;
  /** The next file dialog answers with this path. */
  chooseFile(path: string): Promise<void>;
  /** Opens the tray's menu by a right click on the real icon and chooses the entry that stands `down` steps down. */
  chooseFromTray(down: number): void;
  pid(): number;
  /** Quits as the tray's entry does. */
  quit(): Promise<void>;
};

/** Folder of the Electron runtime that setup found or fetched. */
export function electronProgram(): string {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'xunjian', 'electron-33.2.1');
  const folders = [process.env.ELECTRON_OVERRIDE_DIST_PATH, join('node_modules', 'electron', 'dist'), cache];
  const folder = folders.find((each) => each !== undefined && existsSync(join(each, 'electron')));
  if (folder === undefined) throw new Error('no Electron runtime: run node build/setup.mjs');
  return join(folder, 'electron');
}

/** Starts the built app with a data folder of its own and waits for its window. */
export async function launchApp(dataFolder: string, env: Readonly<Record<string, string>> = {}): Promise<DrivenApp> {
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath: electronProgram(),
    args: [...(isRoot ? ['--no-sandbox'] : []), process.cwd(), `--user-data-dir=${dataFolder}`],
    env: { ...definedEnv(), XUNJIAN_KEY_STORE: 'none', ...env },
    timeout: 60_000,
  });
  const page = await app.firstWindow({ timeout: 60_000 });
  await page.waitForLoadState('domcontentloaded');
  // A dialog that still moves takes the press of a button and misses its release.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  return {
    app,
    page,
    call: (name, input) => callContract(page, name, input),
    chooseFile: (path) =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
      }, path),
    chooseFromTray: (down) => chooseFromTray(down),
    pid: () => app.process().pid ?? 0,
    async quit() {
      const closed = app.waitForEvent('close', { timeout: 30_000 });
      await app.evaluate(({ app: main }) => main.quit());
      await closed;
    },
  };
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function callContract<K extends AppCall>(
  page: Page,
  name: K,
  input: InputOf<AppContract, K>,
): Promise<OutputOf<AppContract, K>> {
  const asked = { name: name as string, input: input as unknown };
  const reply = (await page.evaluate(
    ({ name: call, input: value }) =>
      (globalThis as unknown as { api: { call(name: string, input: unknown): Promise<unknown> } }).api.call(
        call,
        value,
      ),
    asked,
  )) as Reply<OutputOf<AppContract, K>>;
  if (!reply.ok) throw new Error(`${name}: ${reply.code} ${JSON.stringify(reply.params)}`);
  return reply.value;
}

/** Place of our icon in the tray: the smallest square child of the panel that carries the program's name. */
function trayIconPlace(): { readonly x: number; readonly y: number } | undefined {
  const tree = execFileSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' });
  const places = tree.split('\n').flatMap((line) => {
    const match = /"(?:electron|xunjian|Xunjian|巡检台)".* (\d+)x(\d+)\+-?\d+\+-?\d+ {2}\+(-?\d+)\+(-?\d+)/.exec(line);
    if (match === null) return [];
    const [width = 0, height = 0, x = 0, y = 0] = match.slice(1).map(Number);
    return width >= 16 && width <= 64 && height >= 16 && height <= 64 ? [{ x: x + width / 2, y: y + height / 2 }] : [];
  });
  return places[0];
}

/** Ids of the windows that are open now, menus among them. */
function openWindows(): Set<string> {
  const tree = execFileSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' });
  return new Set(tree.split('\n').flatMap((line) => /^\s+(0x[0-9a-f]+) /.exec(line)?.[1] ?? []));
}

/** Opens the tray's menu and chooses the entry that stands `down` steps down; entries that cannot be chosen do not count. */
export function chooseFromTray(down: number): void {
  const place = trayIconPlace();
  if (place === undefined) throw new Error('the icon is not in the tray');
  const xdotool = (...words: string[]) => execFileSync('xdotool', words);
  const before = openWindows();
  xdotool('mousemove', String(Math.round(place.x)), String(Math.round(place.y)), 'click', '3');
  // The menu is a window of its own; keys sent before it is there are lost.
  for (let tries = 0; [...openWindows()].every((id) => before.has(id)); tries += 1) {
    if (tries > 100) throw new Error('the tray menu did not open');
    xdotool('sleep', '0.1');
  }
  const keys = Array.from({ length: down }, () => 'Down');
  xdotool('sleep', '0.3', 'key', '--delay', '60', ...keys, 'Return');
}
