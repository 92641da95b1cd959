import { createHash } from 'node:crypto';
import type { Clock } from '../ports';

/** Two refusals of the same credential stop it for the run: the third might lock the account. */
const refusalsAllowed = 2;
/** A device that says nothing to a credential for so long, milliseconds, gives its place to one other. */
const noAnswerMs = 5000;
/** Late refusals count as well, and accounts are locked after three at the least: only one place is given away. */
const placesGiven = 1;

/** One log-in that is tried; told once how it ended. */
export type LoginTry = {
  accepted(): void;
  refused(): void;
  /** It ended without an answer (time-out, lost): it counts as neither. */
  abandoned(): void;
};

/**
 * Keeps one run from locking an account. A credential that has not yet been accepted anywhere is tried on at most two
 * devices at a time; after two refusals it is not tried again.
 */
export type LockoutGuard = {
  /** Resolves when the credential may be tried, or with undefined when it is stopped. */
  mayTry(username: string, password: string): Promise<LoginTry | undefined>;
};

type State = { refusals: number; inFlight: number; given: number; isProven: boolean; waiting: (() => void)[] };

/** A guard for one run. Passwords are kept as hashes only. */
export function createLockoutGuard(clock: Clock): LockoutGuard {
  const states = new Map<string, State>();
  const stateOf = (username: string, password: string): State => {
    const key = createHash('sha256').update(`${username}\0${password}`).digest('base64');
    const found = states.get(key) ?? { refusals: 0, inFlight: 0, given: 0, isProven: false, waiting: [] };
    states.set(key, found);
    return found;
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
      return state.refusals >= refusalsAllowed ? undefined : beginTry(state, clock);
    },
  };
}

function beginTry(state: State, clock: Clock): LoginTry {
  state.inFlight += 1;
  let hasGiven = false;
  const wakeAll = () => {
    for (const wake of state.waiting.splice(0)) wake();
  };
  const cancel = clock.after(noAnswerMs, () => {
    if (state.given >= placesGiven) return;
    hasGiven = true;
    state.given += 1;
    state.inFlight -= 1;
    wakeAll();
  });
  const leave = () => {
    cancel();
    if (hasGiven) state.given -= 1;
    else state.inFlight -= 1;
    wakeAll();
  };
  return {
    accepted() {
      state.isProven = true;
      leave();
    },
    refused() {
      state.refusals += 1;
      leave();
    },
    abandoned: leave,
  };
}
