import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fleet } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { runHeadless } from '../support/run-headless';

// Two runs over an old switch, a new one and a telnet firewall, with one memory of host keys.
type Finding = { readonly check: string; readonly level: string; readonly value: string };
type ReportedDevice = { readonly name: string; readonly verdict: string; readonly findings: readonly Finding[] };

let fleet: Fleet;
let folder: string;
let reported: readonly ReportedDevice[];
let connections: readonly number[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-weak-'));
  fleet = await startFleet([
    { name: 'old', personality: 'os6860-aos8', fault: 'legacy-ssh' },
    { name: 'new', personality: 'os6860-aos8' },
    { name: 'fw', personality: 'ngfw-telnet' },
  ]);
  const inventory = join(folder, 'inventory.json');
  writeFileSync(inventory, inventoryFile(fleet.devices));
  const out = join(folder, 'out');
  const words = [
    'run',
    '--inventory',
    inventory,
    '--out',
    out,
    '--data',
    join(folder, 'data'),
    '--accept-new-host-keys',
  ];
  const old = fleet.device('old').record;
  await runHeadless(words);
  const first = old.connections;
  await runHeadless(words);
  connections = [first, old.connections - first];
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { devices: readonly ReportedDevice[] };
  reported = report.devices;
}, 60_000);

afterAll(async () => {
  await fleet.close();
  rmSync(folder, { recursive: true, force: true });
});

const findingOf = (name: string, check: string): Finding | undefined =>
  reported.find((device) => device.name === name)?.findings.find((finding) => finding.check === check);

test('an old switch is 注意, with the algorithms by name', () => {
  expect(reported.find(({ name }) => name === 'old')?.verdict).toBe('warn');
  expect(findingOf('old', 'weak-encryption')).toMatchObject({ level: 'warn' });
  expect(findingOf('old', 'weak-encryption')?.value.split(', ')).toEqual([
    'diffie-hellman-group14-sha1',
    'ssh-rsa',
    'aes128-cbc',
    'hmac-sha1',
  ]);
});

test('telnet is a finding, and a new switch by SSH has neither', () => {
  expect(findingOf('fw', 'telnet-in-use')).toMatchObject({ level: 'warn' });
  expect(reported.find(({ name }) => name === 'new')?.verdict).toBe('pass');
});

test('the second run needs one connection to the old switch, the first one needed two', () => {
  expect(connections).toEqual([2, 1]);
});
