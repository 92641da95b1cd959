import type { BrowserWindow } from 'electron';
import type { Log } from '../engine/ports';

/** So many times in `withinMs` the page is loaded again; a page that ends more often is given up. */
const mostTries = 3;
const withinMs = 60_000;
/** A page that answers nothing for so long is ended, and comes back as one that ended by itself. */
const hungMs = 30_000;

export type RecoveryOptions = {
  readonly log: Log;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
  /** Calls once after `ms`; the returned function takes the call back. */
  readonly after: (ms: number, call: () => void) => () => void;
  /** Tells the user that the window came back, or that it did not. */
  readonly tell: (isBack: boolean) => void;
};

/** Brings the window's page back after its process ended. What runs in main goes on meanwhile and is shown again. */
export function recoverWindow(window: BrowserWindow, { log, elapsed, after, tell }: RecoveryOptions): void {
  const { webContents } = window;
  let tries: readonly number[] = [];
  let cancel = (): void => undefined;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    cancel();
    log.error('window process ended', { reason, exitCode });
    if (reason === 'clean-exit') return;
    tries = [...tries.filter((at) => at > elapsed() - withinMs), elapsed()];
    const isBack = tries.length <= mostTries;
    // A window that is gone is made anew when the user asks for it in the tray.
    if (isBack) webContents.reload();
    else window.destroy();
    tell(isBack);
  });
  window.on('unresponsive', () => {
    log.warn('window does not answer');
    cancel = after(hungMs, () => webContents.forcefullyCrashRenderer());
  });
  window.on('responsive', () => cancel());
  window.on('closed', () => cancel());
}
