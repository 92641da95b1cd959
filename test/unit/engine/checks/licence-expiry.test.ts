import { licenceExpiry } from '../../../../electron/engine/checks/licence-expiry';
import { aleWords } from '../../../../electron/engine/vendors/ale/vocabulary';
import { checkCases } from '../../../support/check-cases';

const left = (daysLeft: number | null) => ({ name: 'av', daysLeft, permanent: 0 });

checkCases(
  licenceExpiry,
  [
    {
      name: 'permanent',
      status: 'PERMANENT',
      values: { ...left(null), permanent: 1 },
      level: 'pass',
      reason: 'permanent',
    },
    { name: 'a trial whose end is far', status: 'DEMO', values: left(300), level: 'warn', reason: 'expires' },
    { name: '91 days', values: left(91), level: 'pass', reason: 'expires', limit: 90, limitSource: 'default' },
    { name: '90 days', values: left(90), level: 'warn', reason: 'expires', limit: 90 },
    { name: '31 days', values: left(31), level: 'warn' },
    { name: '30 days', values: left(30), level: 'fail', limit: 30 },
    { name: '8 days', values: left(8), level: 'fail', reason: 'expires' },
    { name: '7 days', values: left(7), level: 'fail', reason: 'expires-now', limit: 30 },
    { name: '1 day', values: left(1), level: 'fail', reason: 'expires-now' },
    { name: 'no day', values: left(0), level: 'fail', reason: 'expired' },
    { name: 'expired in words', status: 'EXPIRED', values: left(null), level: 'fail', reason: 'expired' },
    { name: 'other words', status: 'SUSPENDED', values: left(null), level: 'unknown', reason: 'not-understood' },
    {
      name: 'the user moved the limits',
      values: left(100),
      thresholds: { licence: { warnDays: 200, failDays: 120 } },
      level: 'fail',
      limit: 120,
      limitSource: 'settings',
    },
  ],
  aleWords,
);
