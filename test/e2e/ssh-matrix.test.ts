import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Target } from '../../electron/engine/session/session';
import { startFleet } from '../../electron/lab/fleet';
import type { DeviceSpec } from '../../electron/lab/device-spec';
import type { Attempt, Attempted } from '../support/ssh-matrix/attempt';
import { algorithmCases, labAlgorithms, labCases, openSshLines } from '../support/ssh-matrix/cases';
import { makeKeys, passphrase, type HostKeyKind, type LabKeys, type UserKey } from '../support/ssh-matrix/keys';
import { account, realServers, type RealServers } from '../support/ssh-matrix/real-servers';
import { buildClient, runClient, type Runtime } from '../support/ssh-matrix/run-client';

// Every algorithm and every way to log in, against real servers and the simulated ones, from plain Node and from the
// main process of the real Electron. The rows of the table are the attempts, each is one test.
const limitMs = 2000;
const runtimes: readonly Runtime[] = ['node', 'electron'];

type Row = Attempt & { readonly server: string; readonly what: string; readonly isWeak: boolean };

let folder: string;
let rows: readonly Row[];
let results: ReadonlyMap<Runtime, ReadonlyMap<string, Attempted>>;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-ssh-'));
  const keys = makeKeys(folder);
  const servers = realServers(folder, keys);
  const agent = await servers.agent();
  closers.push(agent.close);
  rows = [
    ...(await openSshRows(servers)),
    ...(await dropbearRows(servers)),
    ...(await labRows(keys)),
    ...(await loginRows(servers, keys)),
  ];
  const app = await buildClient(folder);
  const env = { SSH_AUTH_SOCK: agent.place };
  const byNode = await runClient('node', app, rows, env);
  const byElectron = await runClient('electron', app, rows, env);
  results = new Map([
    ['node', byNode],
    ['electron', byElectron],
  ]);
  process.stdout.write(`${table(rows, results)}\n`);
}, 300_000);

afterAll(async () => {
  await Promise.all(closers.map((close) => close()));
  rmSync(folder, { recursive: true, force: true });
});

function targetAt(port: number, more: Partial<Target> = {}): Target {
  return { host: '127.0.0.1', port, protocol: 'ssh', ...account, enableSecret: undefined, ...more };
}

const echo = 'echo matrix-ok';

async function openSshRows(servers: RealServers): Promise<Row[]> {
  const made: Row[] = [];
  for (const each of algorithmCases) {
    const lines = openSshLines(each);
    const { port, close } = await servers.openSsh({ lines, ...(each.hostKey && { hostKey: each.hostKey }) });
    closers.push(close);
    const what = `${each.kind} ${each.name}${each.hostKey === 'rsa1024' ? ' (1024 bit)' : ''}`;
    const isWeak = each.isWeak === true;
    made.push({ id: `openssh ${what}`, server: 'openssh', what, isWeak, target: targetAt(port), command: echo });
  }
  return made;
}

async function dropbearRows(servers: RealServers): Promise<Row[]> {
  const kinds: readonly HostKeyKind[] = ['ed25519', 'ecdsa256', 'rsa3072'];
  return Promise.all(
    kinds.map(async (kind) => {
      const { port, close } = await servers.dropbear(kind);
      closers.push(close);
      const what = `host key ${kind}`;
      return { id: `dropbear ${what}`, server: 'dropbear', what, isWeak: false, target: targetAt(port), command: echo };
    }),
  );
}

async function labRows(keys: LabKeys): Promise<Row[]> {
  const specs = labCases.map((each, index): DeviceSpec => ({
    name: `lab-${index}`,
    personality: 'os6860-aos8',
    algorithms: labAlgorithms(each),
    hostKey: readFileSync(keys.hostKey(each.hostKey ?? 'ed25519'), 'utf8'),
    ...account,
  }));
  const fleet = await startFleet(specs);
  closers.push(fleet.close);
  return fleet.devices.map(({ port }, index) => {
    const each = labCases[index];
    const what = `${each?.kind} ${each?.name}${each?.hostKey === 'rsa1024' ? ' (1024 bit)' : ''}`;
    const isWeak = each?.isWeak === true;
    return { id: `lab ${what}`, server: 'lab', what, isWeak, target: targetAt(port), command: 'show system' };
  });
}

const byKey = ({ text, isEncrypted }: UserKey): Partial<Target> => ({
  auth: 'key',
  password: undefined,
  privateKey: text,
  ...(isEncrypted && { passphrase }),
});

async function loginRows(servers: RealServers, keys: LabKeys): Promise<Row[]> {
  const open = await servers.openSsh({ lines: ['AuthenticationMethods password publickey'] });
  const both = await servers.openSsh({ lines: ['AuthenticationMethods publickey,password'] });
  const six = await servers.openSsh({ listen: '::1' });
  const bear = await servers.dropbear('ed25519');
  closers.push(open.close, both.close, six.close, bear.close);
  const row = (server: string, what: string, target: Target): Row => {
    return { id: `${server} ${what}`, server, what, isWeak: false, target, command: echo };
  };
  const jump = targetAt(open.port);
  const [first] = keys.userKeys;
  return [
    row('openssh', 'log in by password', targetAt(open.port)),
    ...keys.userKeys.map((key) => row('openssh', `log in by key ${key.name}`, targetAt(open.port, byKey(key)))),
    ...keys.userKeys
      .slice(0, 2)
      .map((key) => row('dropbear', `log in by key ${key.name}`, targetAt(bear.port, byKey(key)))),
    row('openssh', 'log in by agent', targetAt(open.port, { auth: 'agent', password: undefined })),
    row(
      'openssh',
      'log in by key and password',
      targetAt(both.port, { ...(first && byKey(first)), password: account.password }),
    ),
    row('openssh', 'IPv6 address', targetAt(six.port, { host: '::1' })),
    row(
      'openssh',
      'through a jump host',
      targetAt(both.port, { ...(first && byKey(first)), password: account.password, jump }),
    ),
    row('dropbear', 'through a jump host', targetAt(bear.port, { jump })),
    row('openssh', 'through two jump hosts', targetAt(open.port, { jump: targetAt(bear.port, { jump }) })),
  ];
}

function table(all: readonly Row[], by: ReadonlyMap<Runtime, ReadonlyMap<string, Attempted>>): string {
  const cell = (runtime: Runtime, id: string): string => {
    const result = by.get(runtime)?.get(id);
    if (result === undefined) return 'no result';
    return result.error ?? `${result.firstPromptMs} ms, blocked ${result.blockedMs} ms`;
  };
  const lines = all.map(({ server, what, id }) =>
    [server.padEnd(9), what.padEnd(46), ...runtimes.map((runtime) => cell(runtime, id).padEnd(26))].join(''),
  );
  const heading = [
    'server'.padEnd(9),
    'case'.padEnd(46),
    ...runtimes.map((runtime) => `${runtime}: first prompt`.padEnd(26)),
  ];
  return ['', heading.join(''), ...lines, `${all.length} cases in ${runtimes.length} runtimes`].join('\n');
}

test.each(runtimes)('every server lets us in from %s and answers one command', (runtime) => {
  const broken = rows
    .map(({ id }) => ({ id, result: results.get(runtime)?.get(id) }))
    .filter(({ result }) => result?.error !== null || result.end !== 'complete' || result.output === '');

  expect(broken.map(({ id, result }) => `${id}: ${result?.error ?? result?.end ?? 'no result'}`)).toEqual([]);
  expect(rows.length).toBeGreaterThan(90);
});

test.each(runtimes)('the first prompt is there within 2 seconds in %s', (runtime) => {
  const slow = rows.filter(({ id }) => (results.get(runtime)?.get(id)?.firstPromptMs ?? limitMs) >= limitMs);

  expect(slow.map(({ id }) => id)).toEqual([]);
});

test.each(runtimes)('outdated algorithms are named, and only where one was needed, in %s', (runtime) => {
  const wrong = rows.filter(({ id, what, isWeak }) => {
    const weak = results.get(runtime)?.get(id)?.weak ?? [];
    return isWeak ? !weak.some((name) => what.includes(name)) : weak.length > 0;
  });

  expect(wrong.map(({ id }) => id)).toEqual([]);
});
