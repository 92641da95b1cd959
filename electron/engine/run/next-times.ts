import { Cron } from 'croner';
import { AppError } from '../../../shared/errors';
import type { When } from '../../../shared/model/schedule';

/**
 * The next times of a rule, local time, strictly after `from`.
 *
 * @param from epoch milliseconds; for an interval the time it counts from
 * @throws AppError `schedule.bad-expression`
 */
export function nextTimes(when: When, from: number, count: number): number[] {
  if (when.kind === 'interval') {
    return Array.from({ length: count }, (_, index) => from + (index + 1) * when.minutes * 60_000);
  }
  return cronOf(when.expression)
    .nextRuns(count, new Date(from))
    .map((date) => date.getTime());
}

function cronOf(expression: string): Cron {
  if (expression.trim().split(/\s+/).length !== 5) throw new AppError('schedule.bad-expression', { expression });
  try {
    return new Cron(expression.trim(), { paused: true });
  } catch (cause) {
    throw new AppError('schedule.bad-expression', { expression }, { cause });
  }
}
