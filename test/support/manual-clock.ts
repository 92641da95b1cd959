import type { Clock } from '../../electron/engine/ports';

type Waiting = { readonly dueMs: number; readonly order: number; readonly call: () => void };

/** A clock that stands still until a test moves it. */
export type ManualClock = Clock & {
  /** Moves time on and makes every call that has become due, in order, with time standing at its moment. */
  advance(ms: number): void;
  /** As `advance`, and lets promises settle after each call. */
  advanceAsync(ms: number): Promise<void>;
  /** Moves the wall clock alone, as sleep or a corrected clock does: no timer runs. */
  jump(ms: number): void;
  /** How many calls are waiting. */
  pending(): number;
};

/** Makes a clock that starts at `startMs` of the epoch. */
export function manualClock(startMs = Date.UTC(2026, 0, 5, 8, 0, 0)): ManualClock {
  let elapsedMs = 0;
  let jumpedMs = 0;
  let order = 0;
  const waiting = new Set<Waiting>();

  const nextDue = (limitMs: number): Waiting | undefined =>
    [...waiting].filter((each) => each.dueMs <= limitMs).sort((a, b) => a.dueMs - b.dueMs || a.order - b.order)[0];
  const fire = (next: Waiting): void => {
    waiting.delete(next);
    elapsedMs = Math.max(elapsedMs, next.dueMs);
    next.call();
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    now: () => startMs + jumpedMs + elapsedMs,
    elapsed: () => elapsedMs,
    after(ms, call) {
      const entry: Waiting = { dueMs: elapsedMs + ms, order: order++, call };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    advance(ms) {
      const endMs = elapsedMs + ms;
      for (let next = nextDue(endMs); next; next = nextDue(endMs)) fire(next);
      elapsedMs = endMs;
    },
    async advanceAsync(ms) {
      const endMs = elapsedMs + ms;
      await settle();
      for (let next = nextDue(endMs); next; next = nextDue(endMs)) {
        fire(next);
        await settle();
      }
      elapsedMs = endMs;
      await settle();
    },
    jump(ms) {
      jumpedMs += ms;
    },
    pending: () => waiting.size,
  };
}
