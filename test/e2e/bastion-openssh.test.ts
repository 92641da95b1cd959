import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSession } from '../../electron/engine/access/open-session';
import { SessionError, type Target } from '../../electron/engine/session/session';
import type { Fleet } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { bastionScript } from '../../shared/model/bastion-presets';
import { readBastionText } from '../../shared/model/bastion-text';
import { makeKeys } from '../support/ssh-matrix/keys';
import { account, realServers } from '../support/ssh-matrix/real-servers';
import { aosTraits, labOptions } from '../unit/engine/access/lab-session';

// A real OpenSSH server with a real shell as the bastion, on which OpenSSH's own client is typed.
let fleet: Fleet;
let folder: string;
let port: number;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-bastion-'));
  const server = await realServers(folder, makeKeys(folder)).openSsh();
  port = server.port;
  fleet = await startFleet([
    { name: 'sw', personality: 'os6860-aos8' },
    { name: 'refused', personality: 'os6860-aos8', fault: 'wrong-password' },
  ]);
  closers.push(server.close, fleet.close);
});

afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
  rmSync(folder, { recursive: true, force: true });
});

function targetOf(name: string, knownHosts: string, options = ''): Target {
  const device = fleet.device(name);
  const ssh = `ssh -F /dev/null -o UserKnownHostsFile=${join(folder, knownHosts)} -p {port} {user}@{host}`;
  const read = readBastionText(`lab-sw# => ${ssh}\n? password: => {password}\n!leave exit\n${options}`);
  if (read.kind === 'bad') throw new Error(read.problem);
  const script = bastionScript(read.bastion, 'ssh');
  const jump = { host: '127.0.0.1', port, protocol: 'ssh', ...account, enableSecret: undefined, script } as const;
  const { host, username, password } = device;
  return { host, port: device.port, protocol: 'ssh', username, password, enableSecret: undefined, jump };
}

const quick = () => labOptions({ budgets: { connectMs: 8000 }, traits: aosTraits });
const failureOf = (target: Target) =>
  openSession(target, quick()).then(
    async (session) => session.close(),
    (error: unknown) => error,
  );

test('a device that the bastion does not know is not entered, and no password is sent', async () => {
  const failure = await failureOf(targetOf('sw', 'nobody'));

  expect(failure).toBeInstanceOf(SessionError);
  expect(failure).toMatchObject({ code: 'bastion.host-key-new', phase: 'tcp' });
  expect(failure instanceof SessionError && failure.params['offered']).toMatch(/^SHA256:[\w+/]{43}$/);
  expect(fleet.device('sw').record.logins.filter(({ method }) => method !== 'none')).toEqual([]);
});

test('a device is worked on, known ones without a question, and device and bastion are left', async () => {
  for (const options of ['!accept-new-host-keys', '']) {
    const session = await openSession(targetOf('sw', 'known', options), quick());
    const answer = await session.run('show fan');
    await session.close();

    expect(answer.text).toBe(fleet.device('sw').expected.transcript('show fan'));
    expect(fleet.device('sw').record.sessions.at(-1)?.end).toBe('logged-out');
  }
});

test('a refused password is sent once', async () => {
  const failure = await failureOf(targetOf('refused', 'known', '!accept-new-host-keys'));

  expect(failure).toMatchObject({ code: 'ssh.auth-failed', phase: 'auth' });
  const tries = fleet.device('refused').record.logins.filter(({ method }) => method !== 'none');
  expect(tries).toHaveLength(1);
});

test('another host key than the one that the bastion knows stops us before the password', async () => {
  const before = fleet.device('sw').record.logins.length;
  fleet.device('sw').changeHostKey();

  expect(await failureOf(targetOf('sw', 'known'))).toMatchObject({ code: 'bastion.host-key-changed', phase: 'tcp' });
  expect(fleet.device('sw').record.logins).toHaveLength(before);
});
