import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Fleet } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { runHeadless, type HeadlessResult } from '../support/run-headless';
import { makeKeys, passphrase } from '../support/ssh-matrix/keys';
import { account, realServers } from '../support/ssh-matrix/real-servers';

// One run from the command line over simulated devices that are reached only through a real OpenSSH, by an encrypted key.
const count = 30;
let fleet: Fleet;
let folder: string;
let result: HeadlessResult;
let printedKey: string;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-jump-'));
  const keys = makeKeys(folder);
  const jump = await realServers(folder, keys).openSsh();
  closers.push(jump.close);
  const specs = Array.from({ length: count }, (_, index) => ({ name: `sw-${index}`, personality: 'os6860-aos8' }));
  fleet = await startFleet(specs);
  closers.push(fleet.close);
  const key = keys.userKeys.find(({ isEncrypted }) => isEncrypted)?.text ?? '';
  printedKey = key.split('\n')[3] ?? '';
  const hop = {
    name: 'hop',
    host: '127.0.0.1',
    port: jump.port,
    protocol: 'ssh',
    platform: 'alcatel_aos',
    username: account.username,
    privateKey: key,
    passphrase,
    skipped: true,
  };
  const devices = fleet.devices.map(({ name, host, port, protocol, platform, username, password }) => {
    return { name, host, port, protocol, platform, username, password, jump: 'hop' };
  });
  const inventory = join(folder, 'inventory.json');
  writeFileSync(inventory, JSON.stringify([hop, ...devices]), { mode: 0o600 });
  const out = join(folder, 'out');
  result = await runHeadless(['run', '--inventory', inventory, '--out', out, '--accept-new-host-keys', '--json']);
}, 180_000);

afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
  rmSync(folder, { recursive: true, force: true });
});

test('every device behind the jump host is inspected', () => {
  const finished = result.events.filter(({ event, device }) => event === 'device-finished' && device !== 'hop');

  expect(finished.filter(({ verdict }) => verdict !== 'pass').map(({ device, code }) => [device, code])).toEqual([]);
  expect(finished).toHaveLength(count);
  expect(fleet.stats().openConnections).toBe(0);
});

test('neither the key nor its words are in what the run printed or wrote', () => {
  const report = readFileSync(join(folder, 'out', 'report.json'), 'utf8');
  const texts = [report, result.stderr, JSON.stringify(result.events)].join('\n');

  expect(printedKey.length).toBeGreaterThan(40);
  expect(texts).not.toContain(printedKey);
  expect(texts).not.toContain(passphrase);
});
