import { expect, test } from 'vitest';
import { endOf, nextQuotaDay, type TryFacts } from '../../../../electron/engine/delivery/retry-plan';
import type { Delivery } from '../../../../shared/model/channel';

const minute = 60_000;
const hour = 60 * minute;
const now = Date.UTC(2026, 10, 22, 1, 0, 0);
const facts: TryFacts = {
  attempts: 1,
  createdAt: now,
  now,
  jitter: 0.5,
  dedupMs: undefined,
  refusedInRow: 1,
  mayHaveArrived: false,
  locale: 'zh-CN',
};
const transient: Delivery = { kind: 'retry', class: 'transient', words: 'busy' };
const waitOf = (delivery: Delivery, change: Partial<TryFacts> = {}) => {
  const { state, nextAttemptAt } = endOf(delivery, { ...facts, ...change });
  return { state, waitMs: nextAttemptAt === null ? null : nextAttemptAt - now };
};

test('five tries in about an hour, then it is reported as not arrived', () => {
  const waits = [1, 2, 3, 4].map((attempts) => waitOf(transient, { attempts }).waitMs);

  expect(waits).toEqual([30_000, 4 * minute, 15 * minute, 40 * minute]);
  expect(endOf(transient, { ...facts, attempts: 5 })).toEqual({
    state: 'refused',
    attempts: 5,
    nextAttemptAt: null,
    settledAt: now,
    words: '已尝试 5 次，不再重试：busy',
  });
});

test.each([
  [0, 24_000],
  [0.999, 35_988],
])('jitter %d spreads the first wait', (jitter, waitMs) => {
  expect(waitOf(transient, { jitter }).waitMs).toBe(waitMs);
});

test('the service names a longer wait than ours', () => {
  expect(waitOf({ ...transient, afterMs: 120_000 }).waitMs).toBe(120_000);
});

test.each([
  [1, minute],
  [2, 10 * minute],
  [3, hour],
  [6, 8 * hour],
  [9, 8 * hour],
])('after try %i a spent rate waits %i ms and a little', (attempts, floorMs) => {
  expect(waitOf({ kind: 'retry', class: 'rate', words: '' }, { attempts })).toEqual({
    state: 'queued',
    waitMs: floorMs * 1.05,
  });
});

test.each([
  [15_000, minute],
  [3 * hour, 3 * hour],
])('a wait of %i ms that the service names is the least, not the most', (afterMs, waitMs) => {
  expect(waitOf({ kind: 'retry', class: 'rate', words: '', afterMs }).waitMs).toBe(waitMs * 1.05);
});

test('a credential that was told several times waits longer, whichever message it was', () => {
  expect(waitOf({ kind: 'retry', class: 'rate', words: '' }, { refusedInRow: 3 }).waitMs).toBe(hour * 1.05);
});

test('a login that may be right gets as many tries as the channel says, and the service keeps its words', () => {
  const busy: Delivery = { ...transient, afterMs: 5 * minute, tries: 2 };

  expect(waitOf(busy).waitMs).toBe(5 * minute);
  expect(endOf(busy, { ...facts, attempts: 2 })).toMatchObject({ state: 'refused', words: 'busy' });
});

test('a rate that stays shut for a day is reported', () => {
  const rate: Delivery = { kind: 'retry', class: 'rate', words: '45009' };

  expect(waitOf(rate, { createdAt: now - 25 * hour })).toEqual({ state: 'refused', waitMs: null });
});

test('a spent quota waits for the next day in China', () => {
  expect(nextQuotaDay(Date.UTC(2026, 10, 22, 15, 59))).toBe(Date.UTC(2026, 10, 22, 16, 0));
  expect(nextQuotaDay(Date.UTC(2026, 10, 22, 16, 0))).toBe(Date.UTC(2026, 10, 23, 16, 0));
  expect(waitOf({ kind: 'retry', class: 'quota', words: '' }).waitMs).toBe(15 * hour + 3 * minute);
});

test.each(['auth', 'permanent'] as const)('a refusal of class %s is final at once', (kind) => {
  expect(waitOf({ kind: 'refused', class: kind, words: 'no' })).toEqual({ state: 'refused', waitMs: null });
});

test('no answer, and no way to tell a repetition: uncertain, not sent again', () => {
  const end = endOf({ kind: 'uncertain', words: '超时' }, facts);

  expect(end).toMatchObject({ state: 'uncertain', nextAttemptAt: null, words: '可能已送达，未再次发送：超时' });
});

test('no answer from a channel that tells repetitions: again, while its window is open', () => {
  const lost: Delivery = { kind: 'uncertain', words: '' };

  expect(waitOf(lost, { dedupMs: 4 * hour })).toEqual({ state: 'queued', waitMs: 30_000 });
  expect(waitOf(lost, { dedupMs: 4 * hour, createdAt: now - 4 * hour })).toEqual({ state: 'uncertain', waitMs: null });
  expect(waitOf(lost, { dedupMs: 4 * hour, attempts: 5 })).toEqual({ state: 'uncertain', waitMs: null });
});

test('what may have arrived is never reported as refused', () => {
  const end = endOf({ kind: 'refused', class: 'auth', words: '535' }, { ...facts, mayHaveArrived: true });

  expect(end.state).toBe('uncertain');
});

test('refused recipients are named in the words of a partial delivery', () => {
  const refused = [{ recipient: 'a@example.com', reason: '550 no' }];

  expect(endOf({ kind: 'partial', words: '250 OK', refused }, facts)).toMatchObject({
    state: 'partial',
    words: '250 OK · a@example.com: 550 no',
    nextAttemptAt: null,
  });
});
