import { resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Known } from '../../../../electron/engine/text/redact';
import { threadTextWork } from '../../../../electron/engine/workers/threads';
import { inspectOrder } from '../../../support/inspect-order';
import { manualClock } from '../../../support/manual-clock';

const secretOf = (text: string): Known => ({ text, kind: 'secret', account: '' });

function odd(secrets: readonly Known[] = []) {
  const clock = manualClock();
  const program = resolve('test/support/odd-thread.cjs');
  const work = threadTextWork({ program, count: 1, clock, secrets: () => secrets });
  onTestFinished(() => work.close());
  const ask = (word: string, budgetMs = 1000) => work.inspect(inspectOrder([['show', word]]), budgetMs);
  return { clock, work, ask };
}

test('an order that is over its budget is ended, and the ones behind it are done by a new thread', async () => {
  const { clock, ask } = odd();

  const hung = ask('hang');
  const behind = ask('fine');
  clock.advance(1000);

  await expect(hung).rejects.toMatchObject({ code: 'text.too-hard' });
  expect((await behind).transcripts).toEqual(['fine']);
});

test('a thread that uses too much memory or ends by itself fails its own order alone', async () => {
  const { ask } = odd();

  const orders = await Promise.allSettled([ask('memory'), ask('exit'), ask('fine')]);

  expect(orders).toMatchObject([
    { status: 'rejected', reason: { code: 'text.too-hard' } },
    { status: 'rejected', reason: { code: 'text.too-hard' } },
    { status: 'fulfilled', value: { transcripts: ['fine'] } },
  ]);
});

test('a mistake of ours is told as one, and the thread goes on', async () => {
  const { ask } = odd();

  await expect(ask('throw')).rejects.toThrow('our mistake');
  expect((await ask('fine')).transcripts).toEqual(['fine']);
});

test('each thread is told every secret once, also those that were learnt after it began', async () => {
  const secrets = [secretOf('first.word')];
  const { clock, ask } = odd(secrets);

  const before = (await ask('a')).transcripts;
  secrets.push(secretOf('second.word'));
  const after = (await ask('b')).transcripts;
  const hung = ask('hang');
  clock.advance(1000);
  await expect(hung).rejects.toMatchObject({ code: 'text.too-hard' });
  const anew = (await ask('c')).transcripts;

  expect([before, after, anew]).toEqual([
    ['a', 'first.word'],
    ['b', 'first.word', 'second.word'],
    ['c', 'first.word', 'second.word'],
  ]);
});

test('what waits when the program ends fails instead of waiting for ever', async () => {
  const { work, ask } = odd();

  const both = Promise.allSettled([ask('hang'), ask('fine')]);
  await work.close();

  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(ask('fine')).rejects.toMatchObject({ code: 'text.too-hard' });
});

test('each answer is handed on in a turn of the loop of its own, however long the one before is worked on', async () => {
  const { ask } = odd();
  let turn = 0;
  let isOver = false;
  const countTurns = (): void => {
    turn += 1;
    if (!isOver) setImmediate(countTurns);
  };
  countTurns();
  // Longer than the thread needs for the next answer.
  const work = () => Array.from({ length: 100_000 }, (_, index) => String(index)).length;

  const turns = await Promise.all(
    Array.from({ length: 20 }, async () => {
      await ask('fine');
      return [turn, work()][0];
    }),
  );
  isOver = true;

  expect(new Set(turns).size).toBe(turns.length);
});
