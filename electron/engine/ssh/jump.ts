import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../../shared/errors';
import { sessionError } from '../session/failure';
import { SessionError, type SessionOptions, type Target } from '../session/session';
import { openSocket } from '../session/tcp';
import type { ConnectSsh, SshLink, Way } from './link';
import { leaseLink, type Lease } from './shared-links';

/**
 * Opens the way to a device: a socket, or a channel through its jump host.
 *
 * @throws SessionError in phase `tcp`; `ssh.jump-failed` when the jump host itself is what failed, with its own error
 *   as cause. Nothing is left open then
 */
export async function openWay(target: Target, options: SessionOptions, connect: ConnectSsh): Promise<Way> {
  const { jump } = target;
  if (jump === undefined) return { stream: await openSocket(target, options), release: undefined };
  options.onPhase('tcp');
  const { link, release } = await connectJump(jump, target, options, connect);
  try {
    return { stream: await forward(link, target, options), release };
  } catch (error) {
    await release();
    throw error;
  }
}

async function connectJump(jump: Target, target: Target, options: SessionOptions, connect: ConnectSsh): Promise<Lease> {
  try {
    return await leaseLink(jump, jumpOptions(jump, options), connect);
  } catch (cause) {
    if (!(cause instanceof SessionError) || cause.code === 'device.cancelled') throw cause;
    if (cause.code === 'device.credential-stopped') throw cause;
    throw jumpFailed(jump, target, options, cause);
  }
}

/** The options for a log-in on the way: the steps that are told are those to the device. */
export function jumpOptions(jump: Target, options: SessionOptions): SessionOptions {
  const { beforeLogin } = options;
  return { ...options, onPhase: () => undefined, ...(beforeLogin && { beforeLogin: () => beforeLogin(jump) }) };
}

/** The error of a device whose jump host was not entered: that one's own error is its cause. */
export function jumpFailed(jump: Target, target: Target, options: SessionOptions, cause: Error): SessionError {
  const reason = cause instanceof SessionError && cause.code !== 'ssh.jump-failed' ? cause.code : 'ssh.handshake';
  const params = { jump: `${jump.username}@${jump.host}:${jump.port}`, reason };
  return sessionError(target, options, { code: 'ssh.jump-failed', phase: 'tcp', hostKey: null }, { params, cause });
}

/** Asks the jump host for a connection to the device. */
function forward(via: SshLink, target: Target, options: SessionOptions): Promise<Duplex> {
  const { clock, budgets, signal } = options;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      cancel();
      signal.removeEventListener('abort', onAbort);
      via.client.off('close', onClose);
    };
    const fail = (code: ErrorCode, cause?: unknown): void => {
      settle();
      const params = { reason: 'ssh.no-shell', jump: target.jump?.host ?? '' };
      reject(sessionError(target, options, { code, phase: 'tcp', hostKey: null }, { params, cause }));
    };
    const onAbort = (): void => fail('device.cancelled');
    const onClose = (): void => fail('ssh.jump-failed');
    const cancel = clock.after(budgets.connectMs, () => fail('net.timeout'));
    signal.addEventListener('abort', onAbort, { once: true });
    via.client.on('close', onClose);
    if (signal.aborted) return onAbort();
    via.client.forwardOut('127.0.0.1', 0, target.host, target.port, (error, channel) => {
      if (error) return fail(forwardCode(error), error);
      settle();
      resolve(channel);
    });
  });
}

/** Why the jump host did not connect us, out of its words (RFC 4254 section 5.1 has only numbers for it). */
function forwardCode(error: Error & { readonly reason?: unknown }): ErrorCode {
  const { message } = error;
  if (/prohibited|not allowed|denied/i.test(message) || error.reason === 1) return 'ssh.jump-failed';
  if (/refused/i.test(message)) return 'net.refused';
  if (/timed? ?out/i.test(message)) return 'net.timeout';
  if (/resol|unknown host|not known/i.test(message)) return 'net.dns';
  return 'net.unreachable';
}
