import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../electron/node-clock';

const longestTimerMs = 2 ** 31 - 1;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

test.each([0, 1, longestTimerMs - 1, longestTimerMs, longestTimerMs + 1, 2 * longestTimerMs + 5])(
  'a wait of %d ms ends then, neither before nor after',
  (ms) => {
    const rung: number[] = [];
    systemClock.after(ms, () => rung.push(ms));

    vi.advanceTimersByTime(Math.max(0, ms - 1));
    expect(rung).toEqual(ms === 0 ? [0] : []);
    vi.advanceTimersByTime(1);

    expect(rung).toEqual([ms]);
  },
);

test('a long wait is taken back in each of its parts', () => {
  for (const passed of [0, longestTimerMs + 1]) {
    const cancel = systemClock.after(3 * longestTimerMs, () => expect.unreachable());
    vi.advanceTimersByTime(passed);

    cancel();

    expect(vi.getTimerCount()).toBe(0);
  }
});
