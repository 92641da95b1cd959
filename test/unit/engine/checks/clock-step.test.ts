import { clockStep } from '../../../../electron/engine/checks/clock-step';
import { checkCases } from '../../../support/check-cases';

const now = 1_800_000_000;
const clock = (epochSeconds: number | null) => ({ epochSeconds, utcOffsetMinutes: 480, synchronised: null });

checkCases(clockStep, [
  { name: 'the same second', values: clock(now), level: 'pass', value: 0, limit: 60, limitSource: 'default' },
  { name: '60 s off is still in step', values: clock(now - 60), level: 'pass', value: 60 },
  { name: '61 s off, ahead', values: clock(now + 61), level: 'warn', reason: 'out-of-step', value: 61 },
  { name: '10 minutes off', values: clock(now - 600), level: 'warn', limit: 60 },
  { name: 'more than 10 minutes off', values: clock(now - 601), level: 'fail', reason: 'out-of-step', limit: 600 },
  {
    name: 'whole hours off is a time zone',
    values: clock(now - 8 * 3600 + 12),
    level: 'warn',
    reason: 'status-attention',
  },
  { name: 'hours and minutes off is no time zone', values: clock(now - 8 * 3600 + 700), level: 'fail' },
  { name: 'days off are no time zone', values: clock(now - 86_400 * 3), level: 'fail' },
  { name: '1970 was never set', values: clock(4000), level: 'fail', reason: 'status-bad', value: '1970-01-01' },
  { name: '1970 is bad in a saved answer too', values: clock(4000), askedAt: null, level: 'fail' },
  { name: 'a saved answer has no time to compare with', values: clock(now - 5000), askedAt: null, level: 'none' },
  { name: 'a zone that nobody knows', values: clock(null), level: 'none' },
]);
