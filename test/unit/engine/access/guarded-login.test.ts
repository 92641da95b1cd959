import { expect, test } from 'vitest';
import { guardedLogin } from '../../../../electron/engine/access/guarded-login';
import { createLockoutGuard } from '../../../../electron/engine/access/lockout-guard';
import { SessionError, type Target } from '../../../../electron/engine/session/session';
import { manualClock } from '../../../support/manual-clock';

const target = (username: string, more: Partial<Target> = {}): Target => ({
  host: '192.0.2.20',
  port: 22,
  protocol: 'ssh',
  username,
  password: 'secret',
  enableSecret: undefined,
  ...more,
});
const refused = new SessionError('ssh.auth-failed', {}, 'auth', null);
const jumpRefused = new SessionError('ssh.jump-failed', {}, 'tcp', null, { cause: refused });
const stopped = expect.objectContaining({ code: 'device.credential-stopped' });

test('two refusals of a credential stop it for the third device', async () => {
  const guard = createLockoutGuard(manualClock());
  for (let device = 0; device < 2; device += 1) {
    const login = guardedLogin(guard);
    await login.beforeLogin(target('inspector'));
    login.failed(refused);
  }

  await expect(guardedLogin(guard).beforeLogin(target('inspector'))).rejects.toThrow(stopped);
});

test('refusals of a jump host stop its credential, and not that of the devices', async () => {
  const guard = createLockoutGuard(manualClock());
  for (let device = 0; device < 2; device += 1) {
    const login = guardedLogin(guard);
    await login.beforeLogin(target('hop'));
    login.failed(jumpRefused);
  }

  await expect(guardedLogin(guard).beforeLogin(target('hop'))).rejects.toThrow(stopped);
  await expect(guardedLogin(guard).beforeLogin(target('inspector'))).resolves.toBeUndefined();
});

test('a jump host that let us in is not blamed for what the device refuses', async () => {
  const guard = createLockoutGuard(manualClock());
  for (let device = 0; device < 2; device += 1) {
    const login = guardedLogin(guard);
    await login.beforeLogin(target('hop'));
    await login.beforeLogin(target('inspector'));
    login.failed(refused);
  }

  await expect(guardedLogin(guard).beforeLogin(target('hop'))).resolves.toBeUndefined();
  await expect(guardedLogin(guard).beforeLogin(target('inspector'))).rejects.toThrow(stopped);
});

test('a time-out counts as no refusal, and another key as another credential', async () => {
  const guard = createLockoutGuard(manualClock());
  const late = new SessionError('net.timeout', {}, 'auth', null);
  for (const error of [late, refused, refused]) {
    const login = guardedLogin(guard);
    await login.beforeLogin(target('inspector', { auth: 'key', privateKey: 'one' }));
    login.failed(error);
  }

  const other = target('inspector', { auth: 'key', privateKey: 'two' });
  await expect(guardedLogin(guard).beforeLogin(other)).resolves.toBeUndefined();
});
