import type { Clock } from '../../../electron/engine/ports';

/** A clock that jumps to whatever is due next, so that minutes of waiting cost nothing. */
export type VirtualClock = Clock & {
  /** Lets everybody react, then calls what is due next; false when nothing waits. */
  step(): Promise<boolean>;
};

type Waiting = { readonly dueMs: number; readonly call: () => void; isCancelled: boolean };

/** Makes a virtual clock; equal times are called in the order in which they were asked for. */
export function virtualClock(): VirtualClock {
  let elapsedMs = 0;
  let waiting: Waiting[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    now: () => elapsedMs,
    elapsed: () => elapsedMs,
    after(ms, call) {
      const entry: Waiting = { dueMs: elapsedMs + ms, call, isCancelled: false };
      const at = waiting.findLastIndex(({ dueMs }) => dueMs <= entry.dueMs);
      waiting.splice(at + 1, 0, entry);
      return () => {
        entry.isCancelled = true;
        waiting = waiting.filter((each) => each !== entry);
      };
    },
    async step() {
      await settle();
      const next = waiting.shift();
      if (next === undefined) return false;
      elapsedMs = Math.max(elapsedMs, next.dueMs);
      next.call();
      return true;
    },
  };
}
