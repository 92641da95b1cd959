import { vi } from 'vitest';

/**
 * Waits until `check` throws no more: what happens a moment later, on a busy machine a long moment. Fails with the last
 * error of `check` after eight seconds.
 */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(check, { timeout: 8000, interval: 1 });
