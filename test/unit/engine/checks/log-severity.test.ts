import { logSeverity } from '../../../../electron/engine/checks/log-severity';
import { checkCases } from '../../../support/check-cases';

const lines = (count: number | null) => ({ count });

checkCases(logSeverity, [
  { name: 'no such line', subject: 'error', values: lines(0), level: 'pass', reason: 'status-good' },
  {
    name: 'a first run shows all errors',
    subject: 'error',
    values: lines(3),
    level: 'fail',
    reason: 'grown',
    value: 3,
  },
  { name: 'a first run shows all warnings', subject: 'warning', values: lines(3), level: 'warn' },
  { name: 'the severity as the device prints it', subject: 'IFNET', status: 'ERR', values: lines(1), level: 'fail' },
  { name: 'a meaning goes before the severity', subject: 'crash', status: 'info', values: lines(1), level: 'fail' },
  { name: 'information is no trouble', subject: 'info', values: lines(900), level: 'none' },
  {
    name: 'nothing new since the last run',
    subject: 'error',
    values: lines(3),
    line: 'same',
    before: [{ line: 'same' }],
    level: 'pass',
    reason: 'not-grown',
  },
  {
    name: 'two more than last time',
    subject: 'error',
    values: lines(5),
    before: [{ values: lines(3) }],
    level: 'fail',
    value: 2,
  },
  {
    name: 'a ring that lost old lines and got a new one',
    subject: 'warning',
    values: lines(3),
    before: [{ values: lines(3) }],
    level: 'warn',
    value: 3,
  },
  { name: 'no count', subject: 'error', values: lines(null), level: 'unknown' },
]);
