import { SessionError, type SessionOptions, type Target } from '../session/session';
import type { LockoutGuard, LoginTry } from './lockout-guard';

/** One way in, with the lock-out guard told of each credential that is sent on it. */
export type GuardedLogin = {
  /** Asked before each log-in on the way: of the jump hosts, then of the device. */
  readonly beforeLogin: (target: Target) => Promise<void>;
  readonly succeeded: () => void;
  readonly failed: (error: SessionError) => void;
};

/**
 * Watches one device's way in. Coming to the next log-in means that the one before was accepted.
 *
 * @param onWait as in the session's options: what the guard takes is the time of other devices
 */
export function guardedLogin(guard: LockoutGuard, onWait?: SessionOptions['onWait']): GuardedLogin {
  let open: LoginTry | undefined;
  const settle = (how: keyof LoginTry) => {
    open?.[how]();
    open = undefined;
  };
  return {
    async beforeLogin(target) {
      settle('accepted');
      const goOn = onWait?.();
      open = await guard.mayTry(target.username, secretOf(target)).finally(goOn);
      if (open !== undefined) return;
      const { host, username } = target;
      throw new SessionError('device.credential-stopped', { host, username }, 'auth', null);
    },
    succeeded: () => settle('accepted'),
    failed: (error) => settle(isLoginRefusal(error) ? 'refused' : 'abandoned'),
  };
}

/** What tells two credentials of one user apart; the guard keeps a hash of it only. */
function secretOf({ auth = 'password', password, privateKey }: Target): string {
  if (auth === 'agent') return 'agent';
  return (auth === 'key' ? privateKey : password) ?? '';
}

/** A refusal by the device, or by a jump host on the way. */
function isLoginRefusal(error: unknown): boolean {
  if (!(error instanceof SessionError)) return false;
  if (error.code === 'ssh.jump-failed') return isLoginRefusal(error.cause);
  return error.code === 'ssh.auth-failed' || error.code === 'telnet.auth-failed';
}
