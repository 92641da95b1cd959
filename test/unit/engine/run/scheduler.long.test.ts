import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daily, day, hour, hourly, minutes, setUp, start } from './scheduler-parts';

test('a clock that is wrong for a while and put right neither costs a day its run nor gives it two', () => {
  const excursion = fc.record({
    afterMs: minutes(400),
    byMs: fc.integer({ min: -12, max: 12 }).map((hours) => hours * hour),
    forMs: minutes(400),
  });
  fc.assert(
    fc.property(fc.array(excursion, { maxLength: 3 }), (excursions) => {
      const { clock, fires, scheduler } = setUp(daily);
      scheduler.start();
      for (const { afterMs, byMs, forMs } of excursions) {
        clock.advance(afterMs);
        clock.jump(byMs);
        clock.advance(forMs);
        clock.jump(-byMs);
        clock.advance(60_000);
      }
      const days = Math.ceil(clock.elapsed() / day) + 1;
      clock.advance(days * day - clock.elapsed());

      expect(fires).toHaveLength(days);
    }),
    { numRuns: 10 },
  );
});

test('a firing stored by a clock that was in 2030 costs no run, and is told once', () => {
  const fired = new Map([[daily.id as string, new Date(2030, 0, 1, 8, 30).getTime()]]);
  const { clock, fires, scheduler, told } = setUp(daily, fired);
  scheduler.start();
  const shown = scheduler.nextAt();
  clock.advance(25 * hour);

  expect(shown).toBe(start + hour / 2);
  expect(fires.map(({ at }) => Math.floor((at - start) / 60_000))).toEqual([30, 30 + 24 * 60]);
  expect(told).toHaveLength(1);
});

test('a clock that was in 2030 for a while costs no later run, of either kind', () => {
  const fired = [daily, hourly].map((schedule) => {
    const { clock, fires, scheduler } = setUp(schedule);
    scheduler.start();
    clock.advance(10 * 60_000);
    clock.jump(4 * 365 * day);
    clock.advance(60_000);
    clock.jump(-4 * 365 * day);
    const before = fires.length;
    clock.advance(2 * day);
    return [before, fires.length - before];
  });

  // One catch-up each while the clock was ahead, as after sleep; then all that is due.
  expect(fired).toEqual([
    [1, 2],
    [1, 48],
  ]);
});
