import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import type { Phase } from '../../../shared/model/run';
import { SessionError, type SessionOptions, type Target } from './session';

/** Makes the error of a session that did not open; its words may need any of the common parameters. */
export function sessionError(
  { host, port, username }: Target,
  { budgets }: Pick<SessionOptions, 'budgets'>,
  at: { readonly code: ErrorCode; readonly phase: Phase; readonly hostKey: string | null },
  more: { readonly params?: ErrorParams; readonly cause?: unknown } = {},
): SessionError {
  const seconds = Math.round(budgets.connectMs / 100) / 10;
  const params = { host, port, username, seconds, ...more.params };
  return new SessionError(at.code, params, at.phase, at.hostKey, { cause: more.cause });
}

const socketCodes: Readonly<Record<string, ErrorCode>> = {
  ECONNREFUSED: 'net.refused',
  ETIMEDOUT: 'net.timeout',
  EHOSTUNREACH: 'net.unreachable',
  EHOSTDOWN: 'net.unreachable',
  ENETUNREACH: 'net.unreachable',
  ENETDOWN: 'net.unreachable',
  EADDRNOTAVAIL: 'net.unreachable',
  EACCES: 'net.unreachable',
  EINVAL: 'net.unreachable',
  ENOTFOUND: 'net.dns',
  EAI_AGAIN: 'net.dns',
  EAI_NODATA: 'net.dns',
  ECONNRESET: 'net.closed',
  EPIPE: 'net.closed',
};

/** Our code for an error of the operating system's sockets; undefined for any other error. */
export function socketErrorCode(error: unknown): ErrorCode | undefined {
  if (error instanceof AggregateError) {
    const [first] = error.errors.map(socketErrorCode).filter((code) => code !== undefined);
    if (first !== undefined) return first;
  }
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return socketCodes[error.code];
}
