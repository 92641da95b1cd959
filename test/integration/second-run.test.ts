import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fleet } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { runHeadless } from '../support/run-headless';

// Two runs on the same healthy devices with one history: the second compares with the first.
type Said = {
  readonly verdict: string;
  readonly findings: readonly { check: string; subject: string; level: string }[];
};

let fleet: Fleet;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-second-'));
  fleet = await startFleet([
    { name: 'access-8', personality: 'os6860-aos8', password: 'Second.Run-8' },
    { name: 'access-6', personality: 'os6450-aos6', password: 'Second.Run-6' },
  ]);
  const devices: unknown[] = JSON.parse(inventoryFile(fleet.devices));
  // A workbook names one command for the whole family; each release gets its own spelling.
  const commands = ['show system', 'show chassis', 'show powersupply', 'show ntp client'];
  const asked = devices.map((device) => Object.assign({}, device, { commands }));
  writeFileSync(join(folder, 'inventory.json'), JSON.stringify(asked));
});

afterAll(async () => {
  await fleet.close();
  rmSync(folder, { recursive: true, force: true });
});

async function run(name: string): Promise<ReadonlyMap<string, Said>> {
  const out = join(folder, name);
  const places = ['--inventory', join(folder, 'inventory.json'), '--out', out, '--data', join(folder, 'data')];
  const { code } = await runHeadless(['run', ...places, '--accept-new-host-keys', '--json', '--formats', '']);
  expect(code).toBe(0);
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { devices: (Said & { name: string })[] };
  return new Map(report.devices.map((device) => [device.name, device]));
}

test('a second run is 正常 again and proves that nothing restarted since the first', async () => {
  const comparing = (said: Said | undefined) =>
    said?.findings.filter(({ check }) => check === 'restart-since-last-run' || check === 'reset-count') ?? [];

  const first = await run('first');
  const second = await run('second');

  for (const name of ['access-8', 'access-6']) {
    expect([name, comparing(first.get(name))]).toEqual([name, []]);
    expect([name, second.get(name)?.verdict]).toEqual([name, 'pass']);
    expect(comparing(second.get(name)).map(({ check, level }) => [check, level])).toEqual([
      ['restart-since-last-run', 'pass'],
      ['reset-count', 'pass'],
    ]);
    expect(second.get(name)?.findings.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['clock-step', 'ntp-sync', 'power-supply']),
    );
  }
}, 60_000);

test('a switch of AOS 6 was asked for its power in its own words', () => {
  const asked = (name: string) => fleet.device(name).record.sessions.flatMap(({ commands }) => commands);

  expect(asked('access-6')).toContain('show power');
  expect(asked('access-6')).not.toContain('show powersupply');
  expect(asked('access-8')).toContain('show powersupply');
});
