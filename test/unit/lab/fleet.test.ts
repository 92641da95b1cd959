import { createServer } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoWorkbook, startDemoFleet } from '../../../electron/lab/demo-fleet';
import { startFleet } from '../../../electron/lab/fleet';
import { hostKeyStore } from '../../../electron/lab/host-keys';
import { withFleet } from '../../support/lab';
import { connect, openShell } from './ssh-terminal';

const many = Array.from({ length: 200 }, (_, index) => ({ name: `sw${index}`, personality: 'os6860-aos8' }));

test('200 devices start on ports of their own, answer, and free their ports when closed', async () => {
  const fleet = await startFleet(many);
  const ports = fleet.devices.map(({ port }) => port);
  const shell = await openShell(await connect(fleet.device('sw199')));
  await shell.until('HQ-B2-OS6860-> ');

  await fleet.close();
  await shell.ended;

  expect(new Set(ports).size).toBe(200);
  await Promise.all(ports.slice(0, 20).map(bindAndFree));
});

test('a name that stands twice starts nothing', async () => {
  await expect(startFleet([...many.slice(0, 2), ...many.slice(0, 1)])).rejects.toThrow('the same name');
});

test('a port that is taken stops the start, and what had started is closed', () =>
  withFleet([{ name: 'a', personality: 'os6860-aos8' }], async (fleet) => {
    const taken = fleet.device('a').port;
    const before = process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSERVERWRAP').length;

    const start = startFleet([
      { name: 'b', personality: 'os6860-aos8' },
      { name: 'c', personality: 'os6860-aos8', port: taken },
    ]);

    await expect(start).rejects.toThrow('EADDRINUSE');
    await expect
      .poll(() => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSERVERWRAP').length)
      .toBe(before);
  }));

test('kept host keys are the same at the next start; devices may have keys of their own', async () => {
  const hostKeyDir = await mkdtemp(join(tmpdir(), 'lab-keys-'));
  const keyOf = (name: string, hostKeys: 'per-device' | 'per-personality') =>
    withFleet(
      many.slice(0, 2),
      (fleet) =>
        new Promise<string>((resolve, reject) => {
          connect(fleet.device(name), { hostVerifier: (key: Buffer) => (resolve(key.toString('hex')), true) }).catch(
            reject,
          );
        }),
      { hostKeyDir, hostKeys },
    );

  const first = await keyOf('sw0', 'per-personality');
  const again = await keyOf('sw1', 'per-personality');
  const own = [await keyOf('sw0', 'per-device'), await keyOf('sw1', 'per-device')];
  await rm(hostKeyDir, { recursive: true });

  expect(again).toBe(first);
  expect(new Set([first, ...own]).size).toBe(3);
});

test('host keys can always be read back', () => {
  const keys = hostKeyStore(undefined);

  const made = Array.from({ length: 50 }, () => keys.makeNew('ed25519'));

  expect(new Set(made).size).toBe(50);
});

test('the demo has four devices with passwords of their own, and a workbook that names them', async () => {
  const fleet = await startDemoFleet();
  const { rows, commandsByType } = demoWorkbook(fleet.devices);
  await fleet.close();

  expect(fleet.devices.map(({ personality, fault }) => [personality, fault])).toEqual([
    ['os6860-aos8', undefined],
    ['os6900-hot-aos8', undefined],
    ['os6450-aos6', 'cut-mid-output'],
    ['ngfw-renewing-telnet', undefined],
  ]);
  expect(new Set(fleet.devices.map(({ password }) => password)).size).toBe(4);
  expect(rows.map(({ protocol }) => protocol)).toEqual(['SSH', 'SSH', 'SSH', 'TELNET']);
  expect(rows.every(({ deviceType }) => commandsByType[deviceType] !== undefined)).toBe(true);
});

async function bindAndFree(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
