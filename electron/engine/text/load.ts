import type { FindingReason, LimitSource } from '../../../shared/model/finding';
import type { ReadingValues } from '../../../shared/model/reading';
import type { Thresholds } from '../../../shared/model/settings';
import type { Level } from '../../../shared/model/verdict';
import { sourceOf } from './limits';

/** What a load is worth, in percent. */
export type LoadJudgement = {
  readonly level: Level;
  readonly reason: FindingReason;
  readonly value: number | null;
  readonly unit: '%';
  readonly limit?: number;
  readonly limitSource?: LimitSource;
};

/**
 * Judges CPU or memory use: the device's own limit first, ours second. "Now" decides between 正常 and 异常; averages at
 * the limit are 注意; the highest value of the past hour is history and never judged.
 *
 * @param isOver the device itself marks the value as over its limit
 */
export function judgeLoad(
  values: ReadingValues['cpu'],
  thresholds: Thresholds,
  part: 'cpu' | 'memory',
  isOver: boolean,
): LoadJudgement {
  const { percent, minuteAverage, hourAverage, dayAverage, limitPercent } = values;
  if (percent === null) return { level: 'unknown', reason: 'no-number', value: null, unit: '%' };

  const ours = thresholds[part];
  const limit = limitPercent ?? ours.failPercent;
  const limitSource = limitPercent === null ? sourceOf(thresholds, (each) => each[part].failPercent) : 'device';
  const said = { value: percent, unit: '%', limit, limitSource } as const;
  if (isOver || percent >= limit) return { level: 'fail', reason: 'over-limit', ...said };
  if (percent >= ours.warnPercent) {
    const warnSource = sourceOf(thresholds, (each) => each[part].warnPercent);
    return { level: 'warn', reason: 'near-limit', ...said, limit: ours.warnPercent, limitSource: warnSource };
  }
  const averages = [minuteAverage, hourAverage, dayAverage];
  if (averages.some((average) => average !== null && average >= limit)) {
    return { level: 'warn', reason: 'average-over-limit', ...said };
  }
  return { level: 'pass', reason: 'within-limit', ...said };
}
