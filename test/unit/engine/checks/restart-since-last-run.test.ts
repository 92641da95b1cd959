import { restartSinceLastRun } from '../../../../electron/engine/checks/restart-since-last-run';
import { checkCases } from '../../../support/check-cases';

const up = (seconds: number | null) => ({ seconds });
const day = 86_400;

checkCases(restartSinceLastRun, [
  { name: 'a first run', values: up(100), level: 'none' },
  { name: 'went on', values: up(5 * day), before: [{ values: up(4 * day) }], level: 'pass', reason: 'unchanged' },
  {
    name: 'went backwards',
    values: up(5 * day - 1),
    before: [{ values: up(5 * day) }],
    level: 'warn',
    reason: 'restarted',
  },
  {
    name: 'grew, but less than the time that passed',
    values: up(3 * day),
    before: [{ values: up(2 * day) }],
    secondsSince: 10 * day,
    level: 'warn',
  },
  { name: 'an hour of rounding is none', values: up(day - 3500), before: [{ values: up(0) }], level: 'pass' },
  {
    name: 'the counter began again after 497 days',
    values: up(1000),
    before: [{ values: up(42_949_673 - day + 1000) }],
    level: 'pass',
  },
  {
    name: 'a crash',
    status: 'Watchdog timeout',
    values: up(60),
    before: [{ values: up(day) }],
    level: 'fail',
    value: 'Watchdog timeout',
  },
  { name: 'a planned restart', status: 'User reboot', values: up(60), before: [{ values: up(day) }], level: 'warn' },
  { name: 'no number', values: up(null), before: [{ values: up(day) }], level: 'none' },
]);
