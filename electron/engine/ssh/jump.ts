import type { Duplex } from 'node:stream';
import type { ErrorCode } from '../../../shared/errors';
import { sessionError } from '../session/failure';
import { SessionError, type SessionOptions, type Target } from '../session/session';
import { openSocket } from '../session/tcp';
import type { Way } from '../session/way';
import type { ConnectSsh, SshLink } from './link';
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

/**
 * Asks the jump host for a connection to the device. No answer may be the device's fault or the jump host's own; one that
 * answers nothing at all any more is given up for all devices behind it, so that they need not find out one by one.
 */
function forward(via: SshLink, target: Target, options: SessionOptions): Promise<Duplex> {
  const { clock, budgets, signal } = options;
  return new Promise((resolve, reject) => {
    const pulse = watchPulse(via);
    const settle = (): void => {
      cancelProbe();
      cancel();
      pulse.stop();
      signal.removeEventListener('abort', onAbort);
      via.client.off('close', onClose);
    };
    const fail = (code: ErrorCode, reason: ErrorCode = 'ssh.no-shell', cause?: unknown): void => {
      settle();
      const params = { reason, jump: target.jump?.host ?? '' };
      reject(sessionError(target, options, { code, phase: 'tcp', hostKey: null }, { params, cause }));
    };
    const onAbort = (): void => fail('device.cancelled');
    const onClose = (): void => fail('ssh.jump-failed', 'ssh.lost');
    const cancelProbe = clock.after(budgets.connectMs / 2, () => pulse.probe());
    const cancel = clock.after(budgets.connectMs, () => {
      if (pulse.isFelt()) return fail('net.timeout');
      fail('ssh.jump-failed', 'net.timeout');
      via.stream.destroy();
    });
    signal.addEventListener('abort', onAbort, { once: true });
    via.client.on('close', onClose);
    if (signal.aborted) return onAbort();
    via.client.forwardOut('127.0.0.1', 0, target.host, target.port, (error, channel) => {
      if (error) return fail(forwardCode(error), undefined, error);
      settle();
      resolve(channel);
    });
  });
}

type Pulse = { readonly probe: () => void; readonly isFelt: () => boolean; readonly stop: () => void };

/** Tells whether a jump host still says anything after it was asked something that every SSH server answers. */
function watchPulse({ client, stream }: SshLink): Pulse {
  let isFelt = true;
  const onData = (): void => {
    isFelt = true;
  };
  return {
    probe: () => {
      isFelt = false;
      stream.on('data', onData);
      try {
        // There is no such forwarding, and saying so changes nothing.
        client.unforwardIn('127.0.0.1', 1, () => undefined);
      } catch {
        // The library throws when the connection is gone; its close event tells the rest.
        isFelt = true;
      }
    },
    isFelt: () => isFelt,
    stop: () => stream.off('data', onData),
  };
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
