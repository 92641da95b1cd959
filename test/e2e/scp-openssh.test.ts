import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '../../electron/engine/access/open-session';
import type { DeviceSession } from '../../electron/engine/session/session';
import { linux } from '../../electron/engine/vendors/linux/linux';
import { makeKeys } from '../support/ssh-matrix/keys';
import { account, realServers, type RealServer } from '../support/ssh-matrix/real-servers';
import { labOptions } from '../unit/engine/access/lab-session';

const folder = mkdtempSync(join(tmpdir(), 'scp-'));
let server: RealServer;
let session: DeviceSession;

beforeAll(async () => {
  // OpenSSH without its SFTP subsystem, as a hardened server has it.
  const servers = realServers(folder, makeKeys(folder));
  server = await servers.openSsh({ lines: ['ForceCommand none'] });
  const target = {
    ...account,
    host: '127.0.0.1',
    port: server.port,
    protocol: 'ssh',
    enableSecret: undefined,
  } as const;
  session = await openSession(target, labOptions({ traits: linux.traits }));
});

afterAll(async () => {
  await session.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

test.each([0, 1, 20_480, 3_000_001])('OpenSSH gives a file of %i bytes by SCP', async (size) => {
  const path = join(folder, `file-${size}.cfg`);
  const content = Buffer.alloc(size, 'config line 中文\n');
  writeFileSync(path, content);

  const file = await session.fetch(path);

  expect([file.way, file.bytes.length]).toEqual(['scp', size]);
  expect(file.bytes.equals(content)).toBe(true);
});

test('a path with a blank and a quote is one path', async () => {
  const path = join(folder, "it's a file.cfg");
  writeFileSync(path, 'x\n');
  expect((await session.fetch(path)).bytes.toString()).toBe('x\n');
});

test('what is not there, and what is a folder, are told apart from a refusal', async () => {
  await expect(session.fetch(join(folder, 'nope.cfg'))).rejects.toMatchObject({ code: 'files.not-found' });
  await expect(session.fetch(folder)).rejects.toMatchObject({ code: 'files.failed' });
});
