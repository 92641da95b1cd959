import { cpuLoad } from '../../../../electron/engine/checks/cpu-load';
import { checkCases } from '../../../support/check-cases';

const load = (percent: number | null, averages: readonly (number | null)[] = [1, 1, 1], own: number | null = null) => ({
  percent,
  minuteAverage: averages[0] ?? null,
  hourAverage: averages[1] ?? null,
  dayAverage: averages[2] ?? null,
  hourMaximum: null,
  limitPercent: own,
});

checkCases(cpuLoad, [
  { name: 'ten and always ten is good', values: load(10, [10, 10, 10]), level: 'pass', reason: 'within-limit' },
  { name: 'idle is good', values: load(0), level: 'pass', value: 0, limit: 80, limitSource: 'default' },
  { name: '69 is good', values: load(69), level: 'pass' },
  { name: '70 is attention', values: load(70), level: 'warn', reason: 'near-limit', limit: 70, limitSource: 'default' },
  { name: '79 is attention', values: load(79), level: 'warn' },
  { name: '80 is bad', values: load(80), level: 'fail', reason: 'over-limit', limit: 80, limitSource: 'default' },
  { name: '100 is bad', values: load(100), level: 'fail' },
  {
    name: 'an average at the limit is attention',
    values: load(20, [80, 1, 1]),
    level: 'warn',
    reason: 'average-over-limit',
  },
  { name: 'a day at the limit is attention', values: load(20, [1, 1, 80]), level: 'warn' },
  { name: 'averages below the limit are good', values: load(20, [79, 79, 79]), level: 'pass' },
  {
    name: 'the device own limit goes first',
    values: load(65, [1], 60),
    level: 'fail',
    limit: 60,
    limitSource: 'device',
  },
  { name: 'a higher own limit leaves attention', values: load(85, [1], 95), level: 'warn', limit: 70 },
  {
    name: 'the highest of the past hour is history',
    values: { ...load(12, [1], 80), hourMaximum: 100 },
    level: 'pass',
  },
  {
    name: 'the user moved the limit',
    values: load(55),
    thresholds: { cpu: { warnPercent: 40, failPercent: 50 } },
    level: 'fail',
    limit: 50,
    limitSource: 'settings',
  },
  { name: 'a star of the device is bad', status: '*', values: load(12, [1], 80), level: 'fail' },
  { name: 'no number is not judged', values: load(null), level: 'unknown', reason: 'no-number' },
]);
