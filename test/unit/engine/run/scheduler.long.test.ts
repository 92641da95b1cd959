import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daily, day, hour, minutes, setUp } from './scheduler-parts';

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
