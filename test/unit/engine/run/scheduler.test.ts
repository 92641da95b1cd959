import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors';
import { nextTimes } from '../../../../electron/engine/run/next-times';
import { daily, hour, hourly, minutes, setUp, start } from './scheduler-parts';

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
  const fired = new Map([[daily.id as string, start - 5 * 24 * hour]]);
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
  const fired = new Map([[daily.id as string, start - 40 * 60_000]]);
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

test('an interval goes on after the clock was put back, and that is told once', () => {
  const { clock, fires, scheduler, told } = setUp({ ...daily, when: { kind: 'interval', minutes: 30 } });
  scheduler.start();
  clock.advance(45 * 60_000);
  clock.jump(-3 * hour);
  clock.advance(4 * hour);

  expect(fires).toHaveLength(9);
  expect(told).toEqual([3 * hour]);
});

test('a time of day that has had its run gets no second one after a step back', () => {
  const { clock, fires, scheduler } = setUp(daily);
  scheduler.start();
  clock.advance(hour);
  clock.jump(-hour);
  clock.advance(24 * hour);

  expect(fires).toHaveLength(1);
});

test('however the clock is put back, an interval fires as often as the time that went by says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ goesOnMs: minutes(180), backMs: minutes(10_000) }), { maxLength: 20 }),
      (steps) => {
        const { clock, fires, scheduler } = setUp(hourly);
        scheduler.start();
        for (const { goesOnMs, backMs } of steps) {
          clock.advance(goesOnMs);
          clock.jump(-backMs);
        }
        clock.advance(hour);

        // Each firing is late by a timer's own millisecond.
        const hours = (clock.elapsed() - fires.length * 10) / hour;
        expect(Math.abs(fires.length - hours)).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 30 },
  );
});
