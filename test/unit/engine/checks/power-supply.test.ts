import { powerSupply } from '../../../../electron/engine/checks/power-supply';
import { aleWords } from '../../../../electron/engine/vendors/ale/vocabulary';
import { ciscoWords } from '../../../../electron/engine/vendors/cisco/vocabulary';
import { checkCases } from '../../../support/check-cases';

const values = { watts: 150 };
const up = (subject: string) => ({ kind: 'power' as const, subject, status: 'UP', values, line: '' });

checkCases(
  powerSupply,
  [
    { name: 'UP is good', status: 'UP', values, level: 'pass' },
    { name: 'asleep on purpose is good', status: 'PWRSAVE', values, level: 'pass' },
    { name: 'DOWN is bad', status: 'DOWN', values, siblings: [up('1/2')], level: 'fail', reason: 'status-bad' },
    { name: 'UNPLUG is not UP', status: 'UNPLUG', values, level: 'fail', reason: 'status-bad' },
    {
      name: 'UNPLUG beside UP',
      status: 'UNPLUG',
      values,
      siblings: [up('1/2')],
      level: 'warn',
      reason: 'redundancy-lost',
    },
    { name: 'UNPLUG beside UP in another chassis', status: 'UNPLUG', values, siblings: [up('2/1')], level: 'fail' },
    { name: 'UNPOWERED beside UP', status: 'UNPOWERED', values, siblings: [up('1/2')], level: 'warn' },
    {
      name: 'idle beside UP',
      status: 'IDLE',
      values,
      siblings: [up('1/2')],
      level: 'warn',
      reason: 'status-attention',
    },
    { name: 'an empty bay beside UP', status: '--', values: { watts: null }, siblings: [up('1/2')], level: 'n/a' },
    { name: 'nothing but empty bays', status: '--', values: { watts: null }, level: 'unknown' },
    { name: 'a cut word', status: 'U', values, level: 'unknown', reason: 'not-understood' },
  ],
  aleWords,
);

checkCases(
  powerSupply,
  [
    { name: 'switched off by the switch itself', status: 'err-disable', values, level: 'fail', reason: 'status-bad' },
    { name: 'without mains and alone', status: 'No Input Power', values, level: 'fail', reason: 'status-bad' },
  ],
  ciscoWords,
);
