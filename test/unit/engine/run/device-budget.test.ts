import { expect, test } from 'vitest';
import { startBudget } from '../../../../electron/engine/run/device-budget';
import { manualClock } from '../../../support/manual-clock';

function started(budgetMs: number) {
  const clock = manualClock();
  let spent = 0;
  const budget = startBudget(budgetMs, clock, () => (spent += 1));
  return { clock, budget, spent: () => spent };
}

test('a budget is spent once its time has gone by', () => {
  const { clock, budget, spent } = started(10_000);

  clock.advance(9_999);
  const before = [spent(), budget.isSpent()];
  clock.advance(1);

  expect(before).toEqual([0, false]);
  expect([spent(), budget.isSpent()]).toEqual([1, true]);
});

test('what is waited for others does not count, and what came before still does', () => {
  const { clock, budget, spent } = started(10_000);

  clock.advance(6_000);
  const goOn = budget.pause();
  clock.advance(3_600_000);
  goOn();
  clock.advance(3_999);
  const before = spent();
  clock.advance(1);

  expect([before, spent()]).toEqual([0, 1]);
});

test('of two waits at once both must be over, and a wait ends once', () => {
  const { clock, budget, spent } = started(10_000);

  const one = budget.pause();
  const other = budget.pause();
  one();
  one();
  clock.advance(60_000);
  const during = spent();
  other();
  clock.advance(10_000);

  expect([during, spent()]).toEqual([0, 1]);
});

test('nothing is counted after the end, not even when a wait is over', () => {
  const { clock, budget, spent } = started(10_000);

  const goOn = budget.pause();
  budget.end();
  goOn();
  clock.advance(60_000);

  expect([spent(), budget.isSpent(), clock.pending()]).toEqual([0, false, 0]);
});

test('a wait that begins after the budget was spent changes nothing', () => {
  const { clock, budget, spent } = started(10_000);

  clock.advance(10_000);
  budget.pause()();
  clock.advance(60_000);

  expect([spent(), budget.isSpent(), clock.pending()]).toEqual([1, true, 0]);
});
