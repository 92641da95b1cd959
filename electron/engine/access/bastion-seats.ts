import { createHash } from 'node:crypto';
import type { ErrorCode } from '../../../shared/errors';
import { sessionError } from '../session/failure';
import { SessionError, type HostKeys, type SessionOptions, type Target } from '../session/session';

/** A seat on a bastion; given back once. */
export type Seat = {
  readonly release: () => void;
  /** Tells those who wait for a seat that the bastion itself cannot be entered: they need not find out one by one. */
  readonly failed: (error: SessionError) => void;
};

type Waiting = { readonly seated: () => void; readonly failed: (error: SessionError) => void };
type Seats = { taken: number; readonly waiting: Waiting[] };

/** Scoped by the host keys, of which a program has one set. */
const rooms = new WeakMap<HostKeys, Map<string, Seats>>();

/** Failures that the next one to try would meet as well. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  'net.refused',
  'net.timeout',
  'net.unreachable',
  'net.dns',
  'ssh.auth-failed',
  'ssh.auth-timeout',
  'ssh.host-key-changed',
  'ssh.host-key-new',
  'ssh.jump-failed',
]);

/**
 * Waits until one more session on a bastion is allowed: they let one account in only so often.
 *
 * @throws SessionError `device.cancelled`, or what kept another one out of the bastion meanwhile
 */
export async function takeSeat(bastion: Target, limit: number, options: SessionOptions): Promise<Seat> {
  const { hostKeys, signal } = options;
  const room = rooms.get(hostKeys) ?? new Map<string, Seats>();
  rooms.set(hostKeys, room);
  const name = createHash('sha256').update(`${bastion.username}\0${bastion.host}\0${bastion.port}`).digest('base64');
  const seats = room.get(name) ?? { taken: 0, waiting: [] };
  room.set(name, seats);
  if (seats.taken < limit) seats.taken += 1;
  else {
    const goOn = options.onWait?.();
    await turnOf(seats, signal, () => cancelled(bastion, options)).finally(goOn);
  }
  let isHeld = true;
  return {
    release: () => {
      if (!isHeld) return;
      isHeld = false;
      const next = seats.waiting.shift();
      if (next !== undefined) return next.seated();
      seats.taken -= 1;
      if (seats.taken === 0) room.delete(name);
    },
    failed: (error) => {
      if (!lasting.has(error.code)) return;
      for (const each of seats.waiting.splice(0)) each.failed(error);
    },
  };
}

/** Waits in line; the seat is handed over, so it stays taken. */
function turnOf(seats: Seats, signal: AbortSignal, cancelledBy: () => SessionError): Promise<void> {
  if (signal.aborted) return Promise.reject(cancelledBy());
  return new Promise((resolve, reject) => {
    const leave = (): void => signal.removeEventListener('abort', onAbort);
    const mine: Waiting = {
      seated: () => {
        leave();
        resolve();
      },
      failed: (error) => {
        leave();
        reject(error);
      },
    };
    const onAbort = (): void => {
      const at = seats.waiting.indexOf(mine);
      if (at >= 0) seats.waiting.splice(at, 1);
      mine.failed(cancelledBy());
    };
    signal.addEventListener('abort', onAbort, { once: true });
    seats.waiting.push(mine);
  });
}

function cancelled(bastion: Target, options: SessionOptions): SessionError {
  return sessionError(bastion, options, { code: 'device.cancelled', phase: 'tcp', hostKey: null });
}
