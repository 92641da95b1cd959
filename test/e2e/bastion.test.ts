import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBastion, type LabBastion } from '../../electron/lab/bastion/bastion';
import type { DeviceSpec, Fleet } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { runHeadless, type HeadlessResult } from '../support/run-headless';

// One run from the command line over simulated devices behind a bastion on which ssh and telnet are typed.
const specs: readonly DeviceSpec[] = [
  ...Array.from({ length: 10 }, (_, index) => ({ name: `sw-${index}`, personality: 'os6860-aos8' })),
  { name: 'fw-0', personality: 'ngfw-telnet' },
  { name: 'refused', personality: 'os6860-aos8', fault: 'wrong-password', password: 'Another-0ne' },
];
const hostOf = (index: number) => `192.0.2.${11 + index}`;
let fleet: Fleet;
let bastion: LabBastion;
let folder: string;
let result: HeadlessResult;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-bastion-'));
  fleet = await startFleet(specs);
  bastion = await startBastion({
    kind: 'linux',
    maxTerminals: 3,
    assets: fleet.devices.map(({ name, host, port, protocol }, index) => {
      return { name, address: hostOf(index), host, port, protocol };
    }),
  });
  const hop = {
    name: 'bastion',
    host: bastion.host,
    port: bastion.port,
    protocol: 'ssh',
    platform: 'linux',
    username: bastion.username,
    password: bastion.password,
    bastion: 'linux\n!sessions 3',
    skipped: true,
  };
  const devices = fleet.devices.map(({ name, protocol, platform, username, password }, index) => {
    return { name, host: hostOf(index), protocol, platform, username, password, jump: 'bastion' };
  });
  const inventory = join(folder, 'inventory.json');
  writeFileSync(inventory, JSON.stringify([hop, ...devices]), { mode: 0o600 });
  const out = join(folder, 'out');
  result = await runHeadless(['run', '--inventory', inventory, '--out', out, '--accept-new-host-keys', '--json']);
}, 180_000);

afterAll(async () => {
  await bastion.close();
  await fleet.close();
  rmSync(folder, { recursive: true, force: true });
});

test('every device behind the bastion is inspected, with its configuration from the command line', () => {
  const finished = result.events.filter(({ event }) => event === 'device-finished');
  const read = finished.filter(({ device }) => /^(sw|fw)-/.test(String(device)));

  expect(read.filter(({ code }) => code !== null).map(({ device, code }) => [device, code])).toEqual([]);
  expect(read).toHaveLength(11);
  const switches = read.filter(({ device }) => String(device).startsWith('sw-'));
  expect(switches.map(({ files }) => (files as readonly unknown[]).length)).toEqual(switches.map(() => 1));
  expect(fleet.device('sw-0').record.filesRead).toEqual([]);
});

test('a refused password is tried once, and the bastion is not blamed for it', () => {
  const refused = result.events.find(({ event, device }) => event === 'device-finished' && device === 'refused');

  expect(refused).toMatchObject({ code: 'ssh.auth-failed', phase: 'auth' });
  expect(fleet.device('refused').record.logins).toHaveLength(1);
});

test('no more sessions than allowed were open, none is left, and nothing but the steps was typed on the bastion', () => {
  const steps = /^(ssh -p 22 \S+@192\.0\.2\.\d+|telnet 192\.0\.2\.\d+ 23|exit)$/;

  expect(bastion.count()).toMatchObject({ open: 0, connections: 12 });
  expect(bastion.count().mostOpen).toBeLessThanOrEqual(3);
  expect(bastion.typed.filter((line) => !steps.test(line))).toEqual([]);
  expect(fleet.stats()).toMatchObject({ openConnections: 0, dropped: 0 });
});

test('no password is in what the run printed or wrote', () => {
  const report = readFileSync(join(folder, 'out', 'report.json'), 'utf8');
  const texts = [report, result.stderr, JSON.stringify(result.events)].join('\n');

  for (const secret of [bastion.password, fleet.device('sw-0').password, fleet.device('refused').password])
    expect(texts).not.toContain(secret);
});
