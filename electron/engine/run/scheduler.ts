import type { Schedule, ScheduleView } from '../../../shared/model/schedule';
import { clockWatch } from '../clock-watch';
import type { Clock, Log } from '../ports';
import type { Ledger } from '../store/ledger/ledger';
import { nextTimes } from './next-times';

/** The longest the scheduler sleeps without looking at the clock: time may jump, and a laptop may sleep. */
const lookEveryMs = 30_000;
/** A run that starts this late is a catch-up. */
const lateMs = 90_000;

export type SchedulerOptions = {
  readonly clock: Clock;
  readonly log: Log;
  readonly state: Ledger['schedules'];
  readonly schedules: () => readonly Schedule[];
  readonly isPaused: () => boolean;
  /** Starts a run; false when one is going on, then the schedule stays due and is tried again. */
  readonly fire: (schedule: Schedule, isCatchUp: boolean) => boolean;
  /** Told once of each schedule's stored time that lay in the future, and of each step back of the clock. */
  readonly onClockBack: (news: ClockBack) => void;
};

/** The clock was ahead and was put right. */
export type ClockBack = {
  /** By how much, milliseconds. */
  readonly byMs: number;
  /** Epoch milliseconds after it was put right. */
  readonly now: number;
};

export type Scheduler = {
  start(): void;
  stop(): void;
  /** Looks at once: after waking from sleep, after a change of the schedules, after a run has ended. */
  look(): void;
  views(): ScheduleView[];
  /** Epoch milliseconds of the earliest next run; null when nothing will run. */
  nextAt(): number | null;
};

/**
 * Fires runs by the wall clock. However many times were missed while the machine slept or was off, a schedule that is
 * due fires once; what was fired last is kept in the ledger, so a restart neither repeats nor forgets. A stored time
 * later than now was written under a clock that was ahead, and counts as now. After a step back of the clock an
 * interval goes on where it was, and a time of day that has had its run does not get a second one.
 */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { clock, log, state } = options;
  const steppedBackMs = clockWatch(clock);
  let cancel: (() => void) | undefined;
  const tell = (byMs: number) => {
    log.warn('clock was ahead', { byMs });
    options.onClockBack({ byMs, now: clock.now() });
  };
  const baseOf = ({ id, when }: Schedule): number => {
    const last = state.lastFiredAt(id);
    const now = clock.now();
    if (last !== undefined && (last <= now || isNextTime(when, last, now))) return last;
    // Seen for the first time, or stored by a clock that was ahead: it counts from now, it does not fire for the past.
    state.setFired(id, now);
    if (last !== undefined) tell(last - now);
    return now;
  };
  const dueAt = (schedule: Schedule): number | undefined => nextTimes(schedule.when, baseOf(schedule), 1)[0];
  const goOn = () => {
    const byMs = steppedBackMs();
    if (byMs === 0) return;
    tell(byMs);
    for (const { id, when } of options.schedules()) {
      const last = state.lastFiredAt(id);
      if (when.kind === 'interval' && last !== undefined) state.setFired(id, last - byMs);
    }
  };
  const enabled = () => (options.isPaused() ? [] : options.schedules().filter(({ isEnabled }) => isEnabled));
  const look = () => {
    cancel?.();
    goOn();
    const now = clock.now();
    for (const schedule of enabled()) {
      const due = dueAt(schedule);
      if (due === undefined || due > now) continue;
      const isCatchUp = now - due > lateMs;
      if (!options.fire(schedule, isCatchUp)) continue;
      log.info('schedule fired', { schedule: schedule.id, isCatchUp, lateMs: now - due });
      state.setFired(schedule.id, now);
    }
    const next = nextAt();
    const waitMs = next === null ? lookEveryMs : Math.min(lookEveryMs, Math.max(0, next - clock.now()) + 1);
    cancel = clock.after(next !== null && next <= now ? lookEveryMs : waitMs, look);
  };
  const nextAt = (): number | null => {
    const times = enabled().flatMap((schedule) => dueAt(schedule) ?? []);
    return times.length === 0 ? null : Math.min(...times);
  };
  return {
    start: look,
    look,
    stop: () => cancel?.(),
    nextAt,
    views: () =>
      options.schedules().map((schedule) => ({
        ...schedule,
        nextAt: schedule.isEnabled && !options.isPaused() ? (dueAt(schedule) ?? null) : null,
        lastFiredAt: state.lastFiredAt(schedule.id) ?? null,
      })),
  };
}

/** True where the next time of day after `now` is the one that `last` fired for, under a clock that was a little ahead. */
function isNextTime(when: Schedule['when'], last: number, now: number): boolean {
  if (when.kind === 'interval') return false;
  const [next = last, afterNext = last] = nextTimes(when, now, 2);
  return next <= last && last < afterNext;
}
