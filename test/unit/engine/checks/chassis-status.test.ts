import { chassisStatus } from '../../../../electron/engine/checks/chassis-status';
import { aleWords } from '../../../../electron/engine/vendors/ale/vocabulary';
import { huaweiWords } from '../../../../electron/engine/vendors/huawei/vocabulary';
import { checkCases } from '../../../support/check-cases';

const admin = (adminStatus: string | null) => ({
  model: null,
  serial: null,
  partNumber: null,
  adminStatus,
  role: null,
  resets: null,
});

checkCases(
  chassisStatus,
  [
    { name: 'up', status: 'UP', values: admin('POWER ON'), level: 'pass', value: 'UP' },
    { name: 'down while switched on', status: 'DOWN', values: admin('POWER ON'), level: 'fail', reason: 'status-bad' },
    { name: 'down with no admin word', status: 'DOWN', values: admin(null), level: 'fail' },
    { name: 'switched off on purpose', status: 'DOWN', values: admin('POWER OFF'), level: 'warn' },
    { name: 'a word that only contains UP', status: 'NOT UP', values: admin('POWER ON'), level: 'fail' },
    { name: 'no word', status: null, values: admin('POWER ON'), level: 'unknown', reason: 'no-number' },
  ],
  aleWords,
);

checkCases(
  chassisStatus,
  [
    {
      name: 'the role of the other firewall',
      status: 'should be "active-standby"',
      values: admin(null),
      level: 'warn',
    },
    { name: 'an empty slot', status: 'Absent', values: admin(null), level: 'n/a' },
  ],
  huaweiWords,
);
