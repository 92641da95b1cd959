import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HttpReply } from '../../../../electron/engine/ports';
import { sampleMessage } from '../../../support/channel-messages';
import { outboxBench } from './outbox-bench';

const hour = 3_600_000;
const day = 24 * hour;
const yes = { code: 1000, msg: 'ok', data: [{ uid: 'UID_a', code: 1000 }] };

/** A bench whose push service refuses calls with these words, so many of them; the calls by the time that went by. */
async function answering(msg: string, times = Infinity) {
  const calls: number[] = [];
  const bench = await outboxBench({
    http: () => {
      calls.push(bench.clock.elapsed());
      const reply = calls.length > times ? yes : { code: 1001, msg, data: null, success: false };
      return Promise.resolve<HttpReply>({ status: 200, text: JSON.stringify(reply) });
    },
  });
  bench.use('wxpusher');
  bench.outbox.start();
  return { ...bench, calls };
}

test.each(['今日发送次数已达上限', '发送过于频繁，已被限制24小时', '该用户今天接收消息次数超过限制'])(
  'a spent day (%s) is asked at most three times in 72 hours',
  async (msg) => {
    const { outbox, clock, calls, entries } = await answering(msg);
    outbox.enqueue(sampleMessage());
    outbox.enqueue(sampleMessage({ id: 'second' }));
    await clock.advanceAsync(3 * day);

    expect(calls.length).toBeGreaterThan(1);
    expect(calls.length).toBeLessThanOrEqual(3);
    expect(entries()[0]?.words).toContain(msg);
  },
);

test('"too fast" is asked less and less, at most ten times in a day, however many messages wait', async () => {
  const { outbox, clock, calls } = await answering('发送过快，请稍后再试');
  for (const id of ['a', 'b', 'c', 'd']) outbox.enqueue(sampleMessage({ id }));
  await clock.advanceAsync(day);

  expect(calls.length).toBeGreaterThan(3);
  expect(calls.length).toBeLessThanOrEqual(10);
});

test('a message that waits by a clock that was ahead is tried at the next start', async () => {
  const { outbox, make, clock, ledger, entries, use } = await outboxBench();
  use('wxpusher');
  clock.jump(4 * 365 * day);
  outbox.enqueue(sampleMessage());
  clock.jump(-4 * 365 * day);
  const before = ledger.outbox.claim(clock.now(), 9).length;

  const next = make();
  next.start();
  await next.idle();
  await next.stop();

  expect(before).toBe(0);
  expect(entries().map(({ state }) => state)).toEqual(['accepted']);
});

test('whenever the clock is put back, a message that waits gets its next try within a quarter of an hour more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 50_000 }), async (backMinutes) => {
      const { outbox, clock, entries } = await answering('系统繁忙', 1);
      outbox.enqueue(sampleMessage());
      await outbox.idle();
      clock.jump(-backMinutes * 60_000);
      await clock.advanceAsync(15 * 60_000 + 60_000);

      expect(entries().map(({ state, attempts }) => [state, attempts])).toEqual([['accepted', 2]]);
    }),
    { numRuns: 5 },
  );
});
