import { ntpSync } from '../../../../electron/engine/checks/ntp-sync';
import { checkCases } from '../../../support/check-cases';

const clock = (synchronised: number | null) => ({ epochSeconds: 1, utcOffsetMinutes: 0, synchronised });

checkCases(ntpSync, [
  { name: 'in step', status: 'synchronized', values: clock(1), level: 'pass', reason: 'status-good' },
  { name: 'not in step', status: 'unsynchronized', values: clock(0), level: 'warn', reason: 'status-attention' },
  { name: 'an answer that says nothing of NTP', values: clock(null), level: 'none' },
]);
