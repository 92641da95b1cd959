import { createHash } from 'node:crypto';

/** Two refusals of the same credential stop it for the run: the third might lock the account. */
const refusalsAllowed = 2;

/**
 * Keeps one run from locking an account. A credential that has not yet been accepted anywhere is tried on at most two
 * devices at a time; after two refusals it is not tried again.
 */
export type LockoutGuard = {
  /** Resolves true when the credential may be tried now, false when it is stopped. */
  mayTry(username: string, password: string): Promise<boolean>;
  accepted(username: string, password: string): void;
  refused(username: string, password: string): void;
  /** The try ended without an answer (time-out, lost): it counts as neither. */
  abandoned(username: string, password: string): void;
};

type State = { refusals: number; inFlight: number; isProven: boolean; waiting: (() => void)[] };

/** A guard for one run. Passwords are kept as hashes only. */
export function createLockoutGuard(): LockoutGuard {
  const states = new Map<string, State>();
  const stateOf = (username: string, password: string): State => {
    const key = createHash('sha256').update(`${username}\0${password}`).digest('base64');
    const found = states.get(key) ?? { refusals: 0, inFlight: 0, isProven: false, waiting: [] };
    states.set(key, found);
    return found;
  };
  const settle = (state: State) => {
    state.inFlight = Math.max(0, state.inFlight - 1);
    const waiting = state.waiting;
    state.waiting = [];
    for (const wake of waiting) wake();
  };
  return {
    async mayTry(username, password) {
      const state = stateOf(username, password);
      while (
        !state.isProven &&
        state.refusals + state.inFlight >= refusalsAllowed &&
        state.refusals < refusalsAllowed
      ) {
        await new Promise<void>((wake) => state.waiting.push(wake));
      }
      if (state.refusals >= refusalsAllowed) return false;
      state.inFlight += 1;
      return true;
    },
    accepted(username, password) {
      const state = stateOf(username, password);
      state.isProven = true;
      settle(state);
    },
    refused(username, password) {
      const state = stateOf(username, password);
      state.refusals += 1;
      settle(state);
    },
    abandoned(username, password) {
      settle(stateOf(username, password));
    },
  };
}
