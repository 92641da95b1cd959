import { createServer, type Socket } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import type { Target } from '../../../../electron/engine/session/session';
import { flood } from '../../../../electron/lab/flood';
import type { Protocol } from '../../../../shared/model/device';
import { withFleet } from '../../../support/lab';
import { labOptions, withSession } from '../access/lab-session';
import { scriptedDevice, startCommand } from './scripted-device';

const loginBytes = 1_048_576;

test('whatever a device says and however it comes, no more is kept than was allowed, and the rest has to wait', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 5000 }),
      fc.array(fc.nat(3000), { minLength: 1 }),
      async (most, sizes) => {
        const device = scriptedDevice();
        device.conversation.allow(most);

        for (const size of sizes) await device.say(Buffer.alloc(size));

        const said = sizes.reduce((sum, size) => sum + size, 0);
        expect(device.conversation.tape.length).toBe(Math.min(most, said));
        expect(device.isPaused()).toBe(said >= most);
      },
    ),
  );
});

test('a full tape ends each wait at once; once it is cut, reading goes on', async () => {
  const { conversation, say, isPaused, clock } = scriptedDevice();

  await say(Buffer.alloc(3 * loginBytes));

  expect(conversation.tape.length).toBe(loginBytes);
  expect(await conversation.wait(1000)).toBe('full');
  conversation.tape.clear();
  const turn = conversation.wait(1000);
  expect(isPaused()).toBe(false);
  clock.advance(0);
  expect(await turn).toBe('data');
});

test('a wait that is going on ends when the tape becomes full', async () => {
  const { conversation, say } = scriptedDevice();
  conversation.allow(10);
  const turn = conversation.wait(1000);

  await say('0123456789abc');

  expect(await turn).toBe('full');
});

test('an output past its limit is told as partial, with its beginning', async () => {
  const device = scriptedDevice();
  device.conversation.allow(10_000);
  const running = startCommand(device);

  await device.say('show fan\r\n');
  await device.say('Fan 1: OK\r\n'.repeat(2000));

  const result = await running;
  expect(result).toMatchObject({ end: 'partial', code: 'cli.output-too-long', isReady: false });
  expect(result.text.startsWith('Fan 1: OK\nFan 1: OK\n')).toBe(true);
  expect(result.text.length).toBeLessThanOrEqual(10_000);
});

test('a device that stops when it is told to goes on with the next command', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8', fault: 'endless-output' }], (fleet) =>
    withSession(
      fleet.device('SW-1'),
      async (session) => {
        const commands = ['show fan', 'show health', 'show temperature', 'show health'];
        const outputs = await Promise.all(commands.map((command) => session.run(command)));

        const [, , endless, next] = outputs;
        expect(endless).toMatchObject({ end: 'partial', code: 'cli.output-too-long' });
        expect(endless?.text.length).toBeGreaterThan(900_000);
        expect(endless?.text.length).toBeLessThanOrEqual(1_048_576);
        expect(next?.end).toBe('complete');
        expect(session.isOpen()).toBe(true);
      },
      labOptions({ budgets: { outputMegabytes: 1 } }),
    ),
  ));

/** A server that does to each connection what it is told. */
async function withServer(serve: (socket: Socket) => void, use: (port: number) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => socket.destroy()));
    serve(socket);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
  try {
    await use(port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

const at = (port: number, protocol: Protocol): Target => ({
  host: '127.0.0.1',
  port,
  protocol,
  username: 'inspector',
  password: 'Lab-0nly.Passw0rd',
  enableSecret: undefined,
});

test.each([
  { what: 'words', protocol: 'telnet', piece: 'Welcome. ', code: 'cli.login-too-long' },
  { what: 'empty lines', protocol: 'telnet', piece: '\r\n', code: 'cli.login-too-long' },
  { what: 'NULs', protocol: 'telnet', piece: '\0', code: 'cli.login-too-long' },
  { what: 'lines', protocol: 'ssh', piece: 'Welcome to this system.\r\n', code: 'ssh.banner-too-long' },
  { what: 'long lines', protocol: 'ssh', piece: `${'-'.repeat(8000)}\r\n`, code: 'ssh.banner-too-long' },
  { what: 'a line', protocol: 'ssh', piece: '-', code: 'ssh.banner-too-long' },
  // IAC DO 1, IAC WONT 3, and a subnegotiation that never ends.
  { what: 'options', protocol: 'telnet', piece: Buffer.from([255, 253, 1, 255, 252, 3]), code: 'cli.login-too-long' },
  { what: 'an option', protocol: 'telnet', piece: Buffer.from([255, 250, 24]), code: 'cli.login-too-long' },
] as const)('$protocol: $what without end at the login end it as $code', ({ protocol, piece, code }) =>
  withServer(
    (socket) => void flood(socket.resume(), piece),
    async (port) => {
      await expect(openSession(at(port, protocol), labOptions())).rejects.toMatchObject({ code });
    },
  ),
);
