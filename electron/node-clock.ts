import { performance } from 'node:perf_hooks';
import type { Clock } from './engine/ports';

/** The longest wait of one timer, milliseconds: a longer one rings at once (Node's documentation of `setTimeout`). */
const longestTimerMs = 2 ** 31 - 1;

/** The machine's own time. Its timers keep the process alive, so every wait ends. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, call) {
    let timer: NodeJS.Timeout;
    const wait = (leftMs: number): void => {
      timer =
        leftMs > longestTimerMs
          ? setTimeout(() => wait(leftMs - longestTimerMs), longestTimerMs)
          : setTimeout(call, leftMs);
    };
    wait(ms);
    return () => clearTimeout(timer);
  },
};
