import { generateKeyPairSync } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { Server, type Connection } from 'ssh2';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import { SessionError, type Target } from '../../../../electron/engine/session/session';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, targetOf } from '../access/lab-session';
import { eventually } from '../../../support/eventually';

const hostKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;
const account = { username: 'jumper', password: 'Jump-Secret-1' } as const;

type JumpHost = { readonly target: Target; readonly open: () => number; readonly asked: string[] };

/** Runs a jump host for one test; `prohibits` refuses every onward connection. */
async function withJump<T>(use: (jump: JumpHost) => Promise<T>, { prohibits = false, ignores = '' } = {}): Promise<T> {
  const connections = new Set<Connection>();
  const asked: string[] = [];
  const server = new Server({ hostKeys: [hostKey] }, (connection) => {
    connections.add(connection);
    connection.on('error', () => undefined).on('close', () => connections.delete(connection));
    connection.on('authentication', (context) => {
      const isRight = context.method === 'password' && context.password === account.password;
      if (isRight) context.accept();
      else context.reject(['password']);
    });
    connection.on('tcpip', (accept, reject, { destIP, destPort }) => {
      asked.push(`${destIP}:${destPort}`);
      if (prohibits) return reject();
      // As one that waits for a device which drops what is sent to it.
      if (destIP === ignores) return;
      const onward = connect({ host: destIP, port: destPort });
      onward.once('error', () => reject());
      onward.once('connect', () => {
        const channel = accept();
        channel.on('error', () => onward.destroy()).on('close', () => onward.destroy());
        onward.on('error', () => undefined).on('close', () => channel.end());
        channel.pipe(onward).pipe(channel);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  const place = { host: '127.0.0.1', port, protocol: 'ssh', enableSecret: undefined } as const;
  try {
    return await use({ target: { ...place, ...account }, open: () => connections.size, asked });
  } finally {
    for (const connection of connections) connection.end();
    server.close();
  }
}

const switchSpec: DeviceSpec = { name: 'sw', personality: 'os6860-aos8' };
const firewallSpec: DeviceSpec = { name: 'fw', personality: 'ngfw-telnet' };
const onDevice = <T>(spec: DeviceSpec, use: (device: LabDevice) => Promise<T>): Promise<T> =>
  withFleet([spec], (fleet) => use(fleet.device(spec.name)));

test.each([
  { spec: switchSpec, command: 'show health' },
  { spec: firewallSpec, command: 'show version' },
])('a device is worked on through a jump host ($spec.name), and both connections are closed', ({ spec, command }) =>
  withJump((jump) =>
    onDevice(spec, async (device) => {
      const session = await openSession({ ...targetOf(device), jump: jump.target }, labOptions());
      const output = await session.run(command);
      await session.close();

      expect(output.text).toBe(device.expected.transcript(command));
      expect(jump.asked).toEqual([`127.0.0.1:${device.port}`]);
      await eventually(() => expect([jump.open(), device.record.openConnections]).toEqual([0, 0]));
    }),
  ),
);

test('devices behind one jump host share one connection to it, which the last one ends', () =>
  withJump((jump) =>
    onDevice(switchSpec, async (device) => {
      const options = labOptions();
      const target = { ...targetOf(device), jump: jump.target };
      const sessions = await Promise.all([1, 2, 3].map(() => openSession(target, options)));
      const open = jump.open();
      await sessions[0]?.close();
      const output = await sessions[1]?.run('show health');
      await Promise.all(sessions.map((session) => session.close()));

      expect(open).toBe(1);
      expect(output?.text).toBe(device.expected.transcript('show health'));
      await eventually(() => expect([jump.open(), device.record.openConnections]).toEqual([0, 0]));
    }),
  ));

test.each([
  ['that answer', undefined],
  ['that do not answer', '192.0.2.77'],
])('many devices %s behind one jump host are no leak of listeners', (_, ignores) =>
  withJump(
    (jump) =>
      onDevice(switchSpec, async (device) => {
        const warnings: string[] = [];
        const onWarning = ({ message }: Error) => warnings.push(message);
        process.on('warning', onWarning);
        const options = labOptions({ budgets: { connectMs: ignores === undefined ? 20_000 : 2500 } });
        const target = { ...targetOf(device), host: ignores ?? device.host, jump: jump.target };
        const opening = Array.from({ length: 15 }, () => openSession(target, options));
        const opened = (await Promise.allSettled(opening)).flatMap((each) =>
          each.status === 'fulfilled' ? [each.value] : [],
        );
        await Promise.all(opened.map((session) => session.close()));
        process.off('warning', onWarning);

        expect([jump.asked.length, opened.length]).toEqual([15, ignores === undefined ? 15 : 0]);
        expect(warnings).toEqual([]);
      }),
    { ignores: ignores ?? '' },
  ),
);

test('who waits for the log-in of another one on a jump host says so, and when it is over', () =>
  withJump((jump) =>
    onDevice(switchSpec, async (device) => {
      const said: string[] = [];
      const optionsOf = (name: string) =>
        labOptions({
          hostKeys,
          onWait: () => {
            said.push(`${name} waits`);
            return () => void said.push(`${name} goes on`);
          },
        });
      const { hostKeys } = labOptions();
      const target = { ...targetOf(device), jump: jump.target };
      const names = ['first', 'second', 'third'];
      const sessions = await Promise.all(names.map((name) => openSession(target, optionsOf(name))));
      await Promise.all(sessions.map((session) => session.close()));

      expect(said).toEqual(['second waits', 'third waits', 'second goes on', 'third goes on']);
    }),
  ));

test('one who stops waiting for a jump host does not stop the others', () =>
  withJump((jump) =>
    onDevice(switchSpec, async (device) => {
      const options = labOptions();
      const stop = new AbortController();
      const target = { ...targetOf(device), jump: jump.target };
      const first = openSession(target, { ...options, signal: stop.signal }).catch((error: unknown) => error);
      const second = openSession(target, options);
      stop.abort();

      expect(await first).toMatchObject({ code: 'device.cancelled' });
      const session = await second;
      await session.close();
      expect(session.prompt).not.toBe('');
      await eventually(() => expect(jump.open()).toBe(0));
    }),
  ));

test('files are fetched through a jump host', () =>
  withJump((jump) =>
    onDevice(switchSpec, async (device) => {
      const session = await openSession({ ...targetOf(device), jump: jump.target }, labOptions());
      const [path = '', bytes] = [...device.expected.files][0] ?? [];
      const file = await session.fetch(path);
      await session.close();

      expect(file.bytes.equals(bytes ?? Buffer.alloc(0))).toBe(true);
    }),
  ));

test('the guard is asked for the jump host first, then for the device', () =>
  withJump((jump) =>
    onDevice(switchSpec, async (device) => {
      const asked: string[] = [];
      const beforeLogin = (target: Target): Promise<void> => {
        asked.push(target.username);
        return Promise.resolve();
      };
      const session = await openSession({ ...targetOf(device), jump: jump.target }, labOptions({ beforeLogin }));
      await session.close();

      expect(asked).toEqual(['jumper', device.username]);
    }),
  ));

test('a jump host that refuses us is named as what failed, with its own error behind it', () =>
  withJump((jump) =>
    onDevice(switchSpec, async (device) => {
      const wrong = { ...targetOf(device), jump: { ...jump.target, password: 'other' } };
      const failure: unknown = await openSession(wrong, labOptions()).catch((error: unknown) => error);

      expect(failure).toMatchObject({ code: 'ssh.jump-failed', phase: 'tcp', cause: { code: 'ssh.auth-failed' } });
      expect(device.record.connections).toBe(0);
      await eventually(() => expect(jump.open()).toBe(0));
    }),
  ));

test('a jump host that forwards nothing is what failed', () =>
  withJump(
    (jump) =>
      onDevice(switchSpec, async (device) => {
        const failure: unknown = await openSession({ ...targetOf(device), jump: jump.target }, labOptions()).catch(
          (error: unknown) => error,
        );

        expect(failure).toBeInstanceOf(SessionError);
        expect(failure).toMatchObject({ phase: 'tcp' });
        await eventually(() => expect(jump.open()).toBe(0));
      }),
    { prohibits: true },
  ));

test('a device that does not answer behind its jump host ends within the budget', () =>
  withJump(async (jump) => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const target = { ...jump.target, port, jump: jump.target };

    const failure: unknown = await openSession(target, labOptions({ budgets: { connectMs: 2500 } })).catch(
      (error: unknown) => error,
    );

    silent.close();
    expect(failure).toMatchObject({ code: 'net.timeout', phase: 'banner' });
    await eventually(() => expect(jump.open()).toBe(0));
  }));

/** A way to a server that can be frozen: what is open then stays open, and carries nothing any more. */
async function withFreezer<T>(
  port: number,
  use: (freezer: {
    readonly port: number;
    readonly freeze: () => void;
    readonly connections: () => number;
  }) => Promise<T>,
): Promise<T> {
  const pairs: Socket[][] = [];
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port });
    pairs.push([near, far]);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk: Buffer) => to.write(chunk));
      from.on('error', () => undefined).on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const own = server.address() as AddressInfo;
  const freeze = (): void => pairs.flat().forEach((socket) => socket.pause());
  try {
    return await use({ port: own.port, freeze, connections: () => pairs.length });
  } finally {
    pairs.flat().forEach((socket) => socket.destroy());
    server.close();
  }
}

test('a jump host that hangs is given up for all devices behind it at once, and connected to anew', () =>
  withJump((jump) =>
    withFreezer(jump.target.port, ({ port, freeze, connections }) =>
      onDevice(switchSpec, async (device) => {
        const options = labOptions({ budgets: { connectMs: 800 } });
        const patient = { ...options, budgets: { ...options.budgets, connectMs: 10_000 } };
        const target = { ...targetOf(device), jump: { ...jump.target, port } };
        const first = await openSession(target, patient);
        freeze();
        const startedAt = performance.now();
        const failures = await Promise.all(
          [options, patient].map((each) => openSession(target, each).catch((error: unknown) => error)),
        );

        expect(performance.now() - startedAt).toBeLessThan(8000);
        expect(failures).toMatchObject([
          { code: 'ssh.jump-failed', params: { reason: 'net.timeout' } },
          { code: 'ssh.jump-failed', params: { reason: 'ssh.lost' } },
        ]);
        await first.close();
        const again = await openSession(target, patient);
        await again.close();
        expect(connections()).toBe(2);
      }),
    ),
  ));

test('a device that cannot be reached does not cost the others their jump host', () =>
  withJump(
    (jump) =>
      onDevice(switchSpec, async (device) => {
        const first = await openSession({ ...targetOf(device), jump: jump.target }, labOptions());
        const options = labOptions({ budgets: { connectMs: 800 } });
        const nowhere = { ...targetOf(device), host: '192.0.2.77', jump: jump.target };
        const failure: unknown = await openSession(nowhere, options).catch((error: unknown) => error);

        expect(failure).toMatchObject({ code: 'net.timeout' });
        expect((await first.run('show fan')).end).toBe('complete');
        await first.close();
      }),
    { ignores: '192.0.2.77' },
  ));
