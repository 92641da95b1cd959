import { uptime } from '../../../../electron/engine/checks/uptime';
import { checkCases } from '../../../support/check-cases';

checkCases(uptime, [
  { name: 'more than a day', values: { seconds: 86_401 }, level: 'pass', reason: 'within-limit' },
  { name: 'a day', values: { seconds: 86_400 }, level: 'warn', reason: 'near-limit' },
  { name: 'just restarted', values: { seconds: 0 }, level: 'warn' },
  { name: 'no number', values: { seconds: null }, level: 'unknown', reason: 'no-number' },
]);
