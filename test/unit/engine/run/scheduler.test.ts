import { expect, test } from 'vitest';
import { createScheduler } from '../../../../electron/engine/run/scheduler';
import { AppError } from '../../../../shared/errors';
import { ScheduleId } from '../../../../shared/model/ids';
import type { Schedule } from '../../../../shared/model/schedule';
import { nextTimes } from '../../../../electron/engine/run/next-times';
import { manualClock } from '../../../support/manual-clock';
import { silentLog } from '../../../support/silent-log';

const start = new Date(2026, 10, 22, 8, 0, 0).getTime();
const hour = 3_600_000;
const id = ScheduleId.parse('daily');
const daily: Schedule = {
  id,
  name: '每天',
  isEnabled: true,
  when: { kind: 'cron', expression: '30 8 * * *' },
  deviceIds: [],
};
const hourly: Schedule = { ...daily, when: { kind: 'interval', minutes: 60 } };

function setUp(schedule: Schedule, fired = new Map<string, number>()) {
  const clock = manualClock(start);
  const fires: { at: number; isCatchUp: boolean }[] = [];
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
  });
  return { clock, fires, facts, scheduler, fired };
}

test('a cron schedule fires at its time, once', () => {
  const { clock, fires, scheduler } = setUp(daily);
  scheduler.start();
  clock.advance(29 * 60_000);
  const before = fires.length;
  clock.advance(2 * 60_000);

  expect(before).toBe(0);
  expect(fires.map(({ isCatchUp }) => isCatchUp)).toEqual([false]);
  expect(fires[0]?.at).toBeLessThan(start + 30 * 60_000 + 1000);
});

test('a new schedule does not fire for the past', () => {
  const { fires, scheduler } = setUp({ ...daily, when: { kind: 'cron', expression: '0 7 * * *' } });
  scheduler.start();

  expect(fires).toEqual([]);
});

test('however many times were slept through, one catch-up runs', () => {
  const fired = new Map([[id as string, start - 5 * 24 * hour]]);
  const { clock, fires, scheduler } = setUp(daily, fired);
  scheduler.start();
  clock.advance(60_000);

  expect(fires.map(({ isCatchUp }) => isCatchUp)).toEqual([true]);
});

test('a schedule that falls due while a run is going on fires when it has ended', () => {
  const { clock, fires, facts, scheduler } = setUp(hourly);
  scheduler.start();
  facts.isBusy = true;
  clock.advance(hour + 60_000);
  const during = fires.length;
  facts.isBusy = false;
  scheduler.look();

  expect(during).toBe(0);
  expect(fires).toHaveLength(1);
});

test('a paused schedule neither fires nor announces a next time', () => {
  const { clock, fires, facts, scheduler } = setUp(hourly);
  facts.isPaused = true;
  scheduler.start();
  clock.advance(5 * hour);

  expect(fires).toEqual([]);
  expect(scheduler.nextAt()).toBeNull();
  expect(scheduler.views()[0]?.nextAt).toBeNull();
});

test('an interval counts from the last firing, across a restart', () => {
  const fired = new Map([[id as string, start - 40 * 60_000]]);
  const { clock, fires, scheduler } = setUp(hourly, fired);
  scheduler.start();
  const next = scheduler.nextAt();
  clock.advance(20 * 60_000 + 1000);

  expect(next).toBe(start + 20 * 60_000);
  expect(fires).toHaveLength(1);
});

test('a clock that jumps over the time is noticed within half a minute', () => {
  const { clock, fires, scheduler } = setUp(daily);
  scheduler.start();
  clock.jump(2 * hour);
  clock.advance(30_000);

  expect(fires.map(({ isCatchUp }) => isCatchUp)).toEqual([true]);
});

test.each(['30 8 * *', '61 8 * * *', 'every day', '0 30 8 * * *', '* * * * * * *'])(
  '"%s" is no cron expression',
  (expression) => {
    expect(() => nextTimes({ kind: 'cron', expression }, start, 1)).toThrow(AppError);
  },
);

test('the next times of a working-day rule leave out the weekend', () => {
  const friday = new Date(2026, 10, 20, 9, 0, 0).getTime();

  const times = nextTimes({ kind: 'cron', expression: '30 8 * * 1-5' }, friday, 2).map((time) =>
    new Date(time).getDay(),
  );

  expect(times).toEqual([1, 2]);
});
