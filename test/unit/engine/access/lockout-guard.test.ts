import { expect, test } from 'vitest';
import { createLockoutGuard } from '../../../../electron/engine/access/lockout-guard';
import { manualClock } from '../../../support/manual-clock';

/** Lets everything that waits on promises go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a credential refused twice is not tried a third time', async () => {
  const guard = createLockoutGuard(manualClock());
  (await guard.mayTry('admin', 'wrong'))?.refused();
  (await guard.mayTry('admin', 'wrong'))?.refused();

  expect(await guard.mayTry('admin', 'wrong')).toBeUndefined();
  expect(await guard.mayTry('admin', 'other')).toBeDefined();
});

test('an unproven credential is tried on two devices at a time, the third waits and is stopped by their refusals', async () => {
  const guard = createLockoutGuard(manualClock());
  const answers: boolean[] = [];
  const first = await guard.mayTry('admin', 'wrong');
  const second = await guard.mayTry('admin', 'wrong');
  void guard.mayTry('admin', 'wrong').then((attempt) => answers.push(attempt !== undefined));
  await settled();
  const before = [...answers];
  first?.refused();
  second?.refused();
  await settled();

  expect(before).toEqual([]);
  expect(answers).toEqual([false]);
});

test('once accepted somewhere, a credential is tried everywhere at once', async () => {
  const guard = createLockoutGuard(manualClock());
  (await guard.mayTry('admin', 'right'))?.accepted();

  const tries = await Promise.all(Array.from({ length: 50 }, () => guard.mayTry('admin', 'right')));

  expect(tries.every((attempt) => attempt !== undefined)).toBe(true);
});

test('a try without an answer frees its place and counts as no refusal', async () => {
  const guard = createLockoutGuard(manualClock());
  const first = await guard.mayTry('admin', 'p1');
  await guard.mayTry('admin', 'p1');
  const third = guard.mayTry('admin', 'p1');
  first?.abandoned();

  expect(await third).toBeDefined();
});

test('two devices that say nothing to a credential let one other try it, and no more', async () => {
  const clock = manualClock();
  const guard = createLockoutGuard(clock);
  await guard.mayTry('admin', 'p1');
  await guard.mayTry('admin', 'p1');
  const tried: number[] = [];
  for (const number of [3, 4, 5]) {
    void guard.mayTry('admin', 'p1').then((attempt) => attempt !== undefined && tried.push(number));
  }

  await clock.advanceAsync(4999);
  expect(tried).toEqual([]);
  await clock.advanceAsync(60_000);
  expect(tried).toEqual([3]);
});

test('the one that was let in proves the credential for all that wait', async () => {
  const clock = manualClock();
  const guard = createLockoutGuard(clock);
  await guard.mayTry('admin', 'p1');
  await guard.mayTry('admin', 'p1');
  const third = guard.mayTry('admin', 'p1');
  const fourth = guard.mayTry('admin', 'p1');
  await clock.advanceAsync(5000);

  (await third)?.accepted();

  expect(await fourth).toBeDefined();
});
