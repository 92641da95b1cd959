import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { addDemoChannels, demoSecrets } from '../../build/demo-channels';
import { launchApp, type DrivenApp } from '../../build/app-driver';
import { writePredecessorWorkbook } from '../../electron/engine/inventory/predecessor-workbook';
import { demoWorkbook } from '../../electron/lab/demo-fleet';
import type { DeviceSpec, Fleet } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { startSinks, type Sinks } from '../../electron/lab/sinks/start-sinks';

/** Master password of the tests' vaults. */
export const masterPassword = 'e2e-master-password';

/** What an end-to-end test plays on: devices, services, a folder, and the app, which may be started more than once. */
export type Scene = {
  readonly fleet: Fleet;
  readonly sinks: Sinks;
  readonly folder: string;
  /** The user-data folder of the app. */
  readonly data: string;
  start(env?: Readonly<Record<string, string>>): Promise<DrivenApp>;
  addChannels(app: DrivenApp): Promise<void>;
  /** Writes a workbook of the predecessor with the fleet's addresses filled in. */
  writeWorkbook(): Promise<string>;
  end(): Promise<void>;
};

/** Sets the scene; nothing of the app is started yet. */
export async function setScene(specs: readonly DeviceSpec[]): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-e2e-'));
  const data = join(folder, 'data');
  const fleet = await startFleet(specs);
  const sinks = await startSinks({
    smtp: { login: { username: 'noc@example.com', password: demoSecrets.smtp } },
    wxpusher: { appToken: demoSecrets.wxpusher },
    wecom: { corpSecret: demoSecrets.wecom },
  });
  return {
    fleet,
    sinks,
    folder,
    data,
    start: (env) => launchApp(data, env),
    addChannels: (app) => addDemoChannels(app, sinks),
    async writeWorkbook() {
      const { rows, commandsByType } = demoWorkbook(fleet.devices);
      const path = join(folder, '设备清单.xlsx');
      writeFileSync(path, writePredecessorWorkbook(rows, commandsByType, 'predecessor-en'));
      return path;
    },
    async end() {
      await Promise.all([fleet.close(), sinks.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Notifications that the desktop's own daemon shows now or has shown, newest first. */
export function desktopNotifications(): { readonly summary: string; readonly body: string }[] {
  // The history holds what is no longer on the screen.
  execFileSync('dunstctl', ['close-all']);
  const history = JSON.parse(execFileSync('dunstctl', ['history'], { encoding: 'utf8' })) as DunstHistory;
  return (history.data[0] ?? []).map(({ summary, body }) => ({ summary: summary.data, body: body.data }));
}

type DunstHistory = { readonly data: { readonly summary: { data: string }; readonly body: { data: string } }[][] };

/** Polls until `get` gives something; the app's own work is what is waited for. */
export async function until<T>(
  what: string,
  get: () => Promise<T | undefined> | T | undefined,
  limitMs = 45_000,
): Promise<T> {
  const endsAt = performance.now() + limitMs;
  for (;;) {
    const value = await get();
    if (value !== undefined) return value;
    if (performance.now() > endsAt) throw new Error(`not seen within ${limitMs / 1000} s: ${what}`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Files below a folder, and files inside its zips and Word files, that hold one of the texts, as `file: text`. */
export function filesHolding(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => contentsOf(join(entry.parentPath, entry.name)))
    .flatMap(([name, content]) => texts.filter((text) => content.includes(text)).map((text) => `${name}: ${text}`));
}

/** A file's bytes, and for an archive those of all it holds, however deep. */
function contentsOf(name: string, content: Buffer = readFileSync(name)): [string, Buffer][] {
  if (!/\.(zip|docx|xlsx)$/.test(name)) return [[name, content]];
  const inside = Object.entries(unzipSync(content));
  return [[name, content], ...inside.flatMap(([path, bytes]) => contentsOf(`${name}!${path}`, Buffer.from(bytes)))];
}
