import { expect, test } from 'vitest';
import { createLockoutGuard } from '../../../../electron/engine/run/lockout-guard';

/** Lets everything that waits on promises go on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a credential refused twice is not tried a third time', async () => {
  const guard = createLockoutGuard();
  await guard.mayTry('admin', 'wrong');
  guard.refused('admin', 'wrong');
  await guard.mayTry('admin', 'wrong');
  guard.refused('admin', 'wrong');

  expect(await guard.mayTry('admin', 'wrong')).toBe(false);
  expect(await guard.mayTry('admin', 'other')).toBe(true);
});

test('an unproven credential is tried on two devices at a time, the third waits and is stopped by their refusals', async () => {
  const guard = createLockoutGuard();
  const answers: boolean[] = [];
  await guard.mayTry('admin', 'wrong');
  await guard.mayTry('admin', 'wrong');
  void guard.mayTry('admin', 'wrong').then((may) => answers.push(may));
  await settled();
  const before = [...answers];
  guard.refused('admin', 'wrong');
  guard.refused('admin', 'wrong');
  await settled();

  expect(before).toEqual([]);
  expect(answers).toEqual([false]);
});

test('once accepted somewhere, a credential is tried everywhere at once', async () => {
  const guard = createLockoutGuard();
  await guard.mayTry('admin', 'right');
  guard.accepted('admin', 'right');

  const tries = await Promise.all(Array.from({ length: 50 }, () => guard.mayTry('admin', 'right')));

  expect(tries.every((may) => may)).toBe(true);
});

test('a try without an answer frees its place and counts as no refusal', async () => {
  const guard = createLockoutGuard();
  await guard.mayTry('admin', 'p1');
  await guard.mayTry('admin', 'p1');
  const third = guard.mayTry('admin', 'p1');
  guard.abandoned('admin', 'p1');

  expect(await third).toBe(true);
});
