import { performance } from 'node:perf_hooks';
import type { Clock } from './engine/ports';

/** The machine's own time. Its timers keep the process alive, so every wait ends. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
