import * as fc from 'fast-check';
import { createScheduler } from '../../../../electron/engine/run/scheduler';
import { ScheduleId } from '../../../../shared/model/ids';
import type { Schedule } from '../../../../shared/model/schedule';
import { manualClock } from '../../../support/manual-clock';
import { silentLog } from '../../../support/silent-log';

export const start = new Date(2026, 10, 22, 8, 0, 0).getTime();
export const hour = 3_600_000;
export const day = 24 * hour;
export const daily: Schedule = {
  id: ScheduleId.parse('daily'),
  name: '每天',
  isEnabled: true,
  when: { kind: 'cron', expression: '30 8 * * *' },
  deviceIds: [],
};
export const hourly: Schedule = { ...daily, when: { kind: 'interval', minutes: 60 } };

/** A scheduler with a clock of its own, and what it did. */
export function setUp(schedule: Schedule, fired = new Map<string, number>()) {
  const clock = manualClock(start);
  const fires: { at: number; isCatchUp: boolean }[] = [];
  const told: number[] = [];
  const facts = { isBusy: false, isPaused: false, schedule };
  const scheduler = createScheduler({
    clock,
    log: silentLog,
    state: { lastFiredAt: (key) => fired.get(key), setFired: (key, at) => void fired.set(key, at) },
    schedules: () => [facts.schedule],
    isPaused: () => facts.isPaused,
    fire: (_schedule, isCatchUp) => {
      if (facts.isBusy) return false;
      fires.push({ at: clock.now(), isCatchUp });
      return true;
    },
    onClockBack: ({ byMs }) => void told.push(byMs),
  });
  return { clock, fires, facts, scheduler, fired, told };
}

/** Whole minutes, in milliseconds. */
export const minutes = (max: number) => fc.integer({ min: 1, max }).map((count) => count * 60_000);
