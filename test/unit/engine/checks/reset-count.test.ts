import { resetCount } from '../../../../electron/engine/checks/reset-count';
import { checkCases } from '../../../support/check-cases';

const box = (resets: number | null, serial = 'XJ0000001') => ({
  ...{ model: 'OS6560-P24', serial, partNumber: null, adminStatus: 'POWER ON', role: null },
  resets,
});

checkCases(resetCount, [
  { name: 'a first run', values: box(3), level: 'none' },
  { name: 'as before', values: box(3), before: [{}], level: 'pass', reason: 'not-grown' },
  { name: 'two restarts', values: box(5), before: [{ values: box(3) }], level: 'warn', reason: 'grown', value: 2 },
  { name: 'another box', values: box(5), before: [{ values: box(3, 'XJ0000002') }], level: 'none' },
  { name: 'a counter that began again', values: box(1), before: [{ values: box(3) }], level: 'none' },
  { name: 'a member that does not count', values: box(null), before: [{ values: box(3) }], level: 'none' },
]);
