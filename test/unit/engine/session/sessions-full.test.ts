import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import { saysSessionsFull } from '../../../../electron/engine/session/sessions-full';
import { loginErrorCode } from '../../../../electron/engine/ssh/login-errors';
import type { DeviceSpec } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, targetOf } from '../access/lab-session';

test.each([
  'All user interfaces are used, please try later!',
  'Too many active sessions.',
  'Sorry, no more telnet sessions are available.',
  'Maximum number of SSH sessions has been reached',
  'Session limit exceeded. Try again later.',
  'No free VTY',
  '当前登录用户数已达上限，请稍后再试。',
  'welcome\r\nToo many users\r\n',
])('the device is full: %s', (text) => {
  expect(saysSessionsFull(text)).toBe(true);
});

test.each([
  'Info: The max number of VTY users is 10, and the number of current VTY users on line is 1.',
  'Every session is recorded. Maximum idle time of a session: 10 minutes.',
  'Connection closed by foreign host.',
  'Too many failed login attempts',
  '本系统用户须知：会话将被记录。',
  '',
])('words of a device that is not full: %s', (text) => {
  expect(saysSessionsFull(text)).toBe(false);
});

test.each([
  ['os6450-aos6', 'ssh'],
  ['os6860-aos8', 'telnet'],
] as const)('%s over %s: its own error, and nothing is left open', (personality, protocol) => {
  const spec: DeviceSpec = { name: 'SW-1', personality, protocol, fault: 'sessions-full' };
  return withFleet([spec], async (fleet) => {
    const device = fleet.device('SW-1');

    await expect(openSession(targetOf(device), labOptions())).rejects.toMatchObject({ code: 'cli.sessions-full' });

    await expect.poll(() => device.record.openConnections).toBe(0);
  });
});

test('a device that says so instead of speaking SSH', async () => {
  const server = createServer((socket) => socket.resume().end('Sorry, too many sessions\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // an address of the internet, since it listens on one

  await withFleet([{ name: 'SW-1', personality: 'os6450-aos6' }], async (fleet) => {
    const target = { ...targetOf(fleet.device('SW-1')), port };
    await expect(openSession(target, labOptions())).rejects.toMatchObject({ code: 'cli.sessions-full' });
  });
  await new Promise((resolve) => server.close(resolve));
});

test('a good-bye of SSH for that reason', () => {
  const error = Object.assign(new Error('bye'), { code: 12 });

  expect(loginErrorCode(error, { phase: 'auth', hasSpoken: true })).toEqual({ code: 'cli.sessions-full' });
});
