import { expect, test } from 'vitest';
import { openLedger } from '../../../../../electron/engine/store/ledger/open-ledger';
import { RunId } from '../../../../../shared/model/ids';
import { sampleItem } from '../../../../support/sample-history';

const accepted = { state: 'accepted', attempts: 1, nextAttemptAt: null, settledAt: 2_000, words: '250 OK' } as const;

test('a message is queued once, however often it is added', () => {
  const { ledger } = openLedger(':memory:');

  const added = [
    ledger.outbox.add([sampleItem('m1/c1'), sampleItem('m1/c2')]),
    ledger.outbox.add([sampleItem('m1/c1', { title: 'other' }), sampleItem('m1/c3')]),
  ];

  expect(added).toEqual([2, 1]);
  expect(ledger.outbox.find('m1/c1')).toEqual(sampleItem('m1/c1'));
  expect(ledger.outbox.ofRun(RunId.parse('r1')).map(({ id }) => id)).toEqual(['m1/c1', 'm1/c2', 'm1/c3']);
});

test('claiming takes what is due in the order of queueing, whatever the clock showed, and marks it as sending', () => {
  const { ledger } = openLedger(':memory:');
  ledger.outbox.add([
    sampleItem('late/c1', { nextAttemptAt: 9_000 }),
    sampleItem('first/c1', { createdAt: 200, nextAttemptAt: 500 }),
    sampleItem('second/c1', { createdAt: 100, nextAttemptAt: 300 }),
    sampleItem('third/c1', { createdAt: 300, nextAttemptAt: 300 }),
  ]);

  const claimed = ledger.outbox.claim(1_000, 2);

  expect(claimed.map(({ entry }) => [entry.id, entry.state])).toEqual([
    ['first/c1', 'sending'],
    ['second/c1', 'sending'],
  ]);
  expect(claimed[0]?.message.text).toBe('2 台正常');
  expect(ledger.outbox.find('first/c1')?.entry.state).toBe('sending');
  expect(ledger.outbox.claim(1_000, 10).map(({ entry }) => entry.id)).toEqual(['third/c1']);
  expect(ledger.outbox.claim(1_000, 10)).toEqual([]);
  expect(ledger.outbox.nextDue()).toBe(9_000);
});

test('a settled message is final, a message put back waits for its next time', () => {
  const { ledger } = openLedger(':memory:');
  ledger.outbox.add([sampleItem('m1/c1'), sampleItem('m1/c2')]);
  ledger.outbox.claim(1_000, 10);

  ledger.outbox.settle('m1/c1', accepted);
  ledger.outbox.settle('m1/c2', {
    state: 'queued',
    attempts: 1,
    nextAttemptAt: 61_000,
    settledAt: null,
    words: 'busy',
  });

  expect(ledger.outbox.find('m1/c1')?.entry).toMatchObject(accepted);
  expect(ledger.outbox.nextDue()).toBe(61_000);
  expect(ledger.outbox.claim(60_999, 10)).toEqual([]);
  expect(ledger.outbox.claim(61_000, 10).map(({ entry }) => entry.attempts)).toEqual([1]);
});

test('messages on the wire when the program ended are given back as sending', () => {
  const { ledger } = openLedger(':memory:');
  ledger.outbox.add([sampleItem('m1/c1'), sampleItem('m2/c1', { nextAttemptAt: 5_000 })]);
  ledger.outbox.claim(1_000, 10);

  expect(ledger.outbox.interrupted().map(({ entry }) => [entry.id, entry.state])).toEqual([['m1/c1', 'sending']]);
});

test('a queued message without a time is due at once', () => {
  const { ledger } = openLedger(':memory:');
  ledger.outbox.add([sampleItem('m1/c1', { nextAttemptAt: null })]);

  expect(ledger.outbox.nextDue()).toBe(1_000);
  expect(ledger.outbox.claim(1_000, 1)).toHaveLength(1);
});

test('an empty outbox has no next time, and settling what is not there is our mistake', () => {
  const { ledger } = openLedger(':memory:');

  expect(ledger.outbox.nextDue()).toBeUndefined();
  expect(() => ledger.outbox.settle('m9/c1', accepted)).toThrow('no outbox entry m9/c1');
});

test('the list is newest first and cut at its limit', () => {
  const { ledger } = openLedger(':memory:');
  ledger.outbox.add([
    sampleItem('a/c', { createdAt: 1 }),
    sampleItem('c/c', { createdAt: 3 }),
    sampleItem('b/c', { createdAt: 2 }),
  ]);

  expect(ledger.outbox.list(2).map(({ id }) => id)).toEqual(['b/c', 'c/c']);
});

test('entries with times of a clock that was ahead are made and due now; the others are left as they are', () => {
  const { ledger } = openLedger(':memory:');
  ledger.outbox.add([
    sampleItem('fine/c', { createdAt: 900, nextAttemptAt: 1_500 }),
    sampleItem('made-later/c', { createdAt: 7_000, nextAttemptAt: 7_500 }),
    sampleItem('waits-too-long/c', { createdAt: 900, nextAttemptAt: 9_000 }),
  ]);

  const changed = ledger.outbox.disbelieve(1_000, 2_000);

  expect(changed).toBe(2);
  expect(ledger.outbox.list(9).map(({ id, createdAt, nextAttemptAt }) => [id, createdAt, nextAttemptAt])).toEqual([
    ['waits-too-long/c', 900, 1_000],
    ['made-later/c', 1_000, 1_000],
    ['fine/c', 900, 1_500],
  ]);
});
