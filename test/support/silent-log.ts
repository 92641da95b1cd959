import type { Log } from '../../electron/engine/ports';

/** For tests that look at what happens, not at what is logged. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
