import type { AppState } from '../../shared/contract/app';
import type { Services } from '../ipc/services';

/** Messages refused longer ago than this no longer colour the tray. */
const dayMs = 24 * 60 * 60 * 1000;
/** How many of the newest messages are looked at. */
const newest = 200;

/** What the tray and the window's header show. */
export function appState({ runner, ledger, settings, scheduler, clock }: Services): AppState {
  const entries = ledger.outbox.list(newest);
  const now = clock.now();
  // A time later than tomorrow was written by a clock that was ahead.
  const isFresh = (at: number) => at > now - dayMs && at < now + dayMs;
  return {
    running: runner.current(),
    lastRun: ledger.runs.list(1)[0]?.id ?? null,
    isPaused: settings.get().schedulePaused,
    nextRunAt: scheduler.nextAt(),
    messagesWaiting: entries.filter(({ state }) => state === 'queued' || state === 'sending').length,
    messagesRefused: entries.filter(
      ({ state, settledAt }) => (state === 'refused' || state === 'uncertain') && isFresh(settledAt ?? 0),
    ).length,
  };
}
