import type { ErrorCode } from '../../../shared/errors';
import type { Phase } from '../../../shared/model/run';
import { socketErrorCode } from '../session/failure';
import { PrimeTooLarge } from './crypto/diffie-hellman';

/** RFC 4253 section 11.1. */
const keyExchangeFailed = 3;
const tooManyConnections = 12;
const noMoreAuthMethods = 14;

/** How the library says that a greeting could go on for ever: 1,024 lines, or one of 8,192 bytes. */
const tooMuchGreeting = /^(?:Max greeting lines exceeded|Header line too long)$/;

/** How far the log-in had come when it broke. */
export type LoginState = { readonly phase: Phase; readonly hasSpoken: boolean };

/** Our code for what the SSH library or the device said; `detail` names the algorithms that nobody shares. */
export function loginErrorCode(
  error: Error & { readonly level?: string; readonly code?: unknown },
  { phase, hasSpoken }: LoginState,
): { readonly code: ErrorCode; readonly detail?: string } {
  if (error instanceof PrimeTooLarge) return { code: 'ssh.prime-too-large' };
  if (error.code === tooManyConnections) return { code: 'cli.sessions-full' };
  const detail = /no matching .*/i.exec(error.message)?.[0];
  if (detail !== undefined || (phase === 'kex' && error.code === keyExchangeFailed)) {
    return { code: 'ssh.no-common-algorithm', detail: detail ?? 'key exchange' };
  }
  if (error.level === 'client-authentication' || error.code === noMoreAuthMethods) return { code: 'ssh.auth-failed' };
  if (phase === 'auth' && /authentication/i.test(error.message)) return { code: 'ssh.auth-failed' };
  if (phase === 'banner' && tooMuchGreeting.test(error.message)) return { code: 'ssh.banner-too-long' };
  if (phase === 'banner') return { code: hasSpoken ? 'ssh.not-ssh' : 'net.closed' };
  if (error.level === 'handshake' || error.level === 'protocol') return { code: 'ssh.handshake' };
  return { code: socketErrorCode(error) ?? 'net.closed' };
}
