import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bastionBefore, bastionName, type FleetBastion } from '../../electron/lab/bastion/fleet';
import type { Fleet } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { runHeadless, type HeadlessResult } from '../support/run-headless';

// One run over devices behind a bastion with a menu that lets one in at a time. The bastion is not marked as skipped.
const count = 6;
/** More than one device needs, less than the last one waits. */
const deviceMs = 8000;
let fleet: Fleet;
let before: FleetBastion;
let folder: string;
let result: HeadlessResult;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-bastion-'));
  fleet = await startFleet(
    Array.from({ length: count }, (_, index) => {
      return { name: `sw-${index}`, personality: 'os6860-aos8', thinkMs: 200 };
    }),
  );
  before = await bastionBefore(fleet.devices, 'menu');
  const entries = JSON.parse(inventoryFile(fleet.devices, before)) as readonly { name: string }[];
  const asked = entries.map((entry) =>
    entry.name === bastionName
      ? { ...entry, bastion: 'jumpserver\n!sessions 1', skipped: false }
      : { ...entry, commands: ['show system', 'show health'] },
  );
  const inventory = join(folder, 'inventory.json');
  writeFileSync(inventory, JSON.stringify(asked), { mode: 0o600 });
  const places = ['--inventory', inventory, '--out', join(folder, 'out'), '--device-timeout-ms', String(deviceMs)];
  result = await runHeadless(['run', ...places, '--accept-new-host-keys', '--json', '--lang', 'zh-CN']);
}, 120_000);

afterAll(async () => {
  await before.bastion.close();
  await fleet.close();
  rmSync(folder, { recursive: true, force: true });
});

type Finished = { readonly device: string; readonly code: string | null; readonly ms: { readonly total: number } };

function finished(): readonly Finished[] {
  return result.events.filter(({ event }) => event === 'device-finished') as unknown as readonly Finished[];
}

test('the last ones wait longer than a device may take, and are inspected like the first', () => {
  const devices = finished().filter(({ device }) => device !== bastionName);
  const totals = devices.map(({ ms }) => ms.total);

  expect(devices.map(({ code }) => code)).toEqual(devices.map(() => null));
  expect(devices).toHaveLength(count);
  expect(Math.max(...totals)).toBeGreaterThan(deviceMs);
});

test('the bastion is passed over as skipped, and none of its commands is typed on the menu', () => {
  const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as {
    readonly devices: readonly { readonly name: string; readonly findings: readonly object[] }[];
  };
  const itself = report.devices.find(({ name }) => name === bastionName);

  expect(finished().find(({ device }) => device === bastionName)).toMatchObject({ code: 'device.is-bastion' });
  expect(itself?.findings).toEqual([expect.objectContaining({ reason: 'skipped', code: 'device.is-bastion' })]);
  expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain(
    '菜单式堡垒机，没有可执行命令的命令行，已跳过',
  );
  expect(before.bastion.count().connections).toBe(count);
  expect([...new Set(before.bastion.typed)].sort()).toEqual(
    [...fleet.devices.map((device) => before.addressOf(device)), 'q'].sort(),
  );
});

test('nothing is warned of on the way', () => {
  expect(result.stderr).not.toMatch(/Warning/);
});
