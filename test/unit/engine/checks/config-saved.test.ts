import { configSaved } from '../../../../electron/engine/checks/config-saved';
import { aleWords } from '../../../../electron/engine/vendors/ale/vocabulary';
import { huaweiWords } from '../../../../electron/engine/vendors/huawei/vocabulary';
import { checkCases } from '../../../support/check-cases';

const values = { runningDirectory: null, certifyStatus: null, synchronised: null, flashBetweenCmms: null };
const directory = 'Running configuration';
const certify = 'Certify/Restore Status';
const flash = 'Flash Between CMMs';
const saved = 'Running Configuration';

checkCases(
  configSaved,
  [
    { name: 'from working', subject: directory, status: 'WORKING', values, level: 'pass', value: 'WORKING' },
    { name: 'from a user directory', subject: directory, status: 'site7', values, level: 'pass' },
    { name: 'from certified', subject: directory, status: 'CERTIFIED', values, level: 'fail' },
    {
      name: 'not the master',
      subject: directory,
      status: 'SLAVE-PRIMARY',
      values,
      level: 'warn',
      value: 'SLAVE-PRIMARY',
    },
    { name: 'certified is good', subject: certify, status: 'CERTIFIED', values, level: 'pass', value: 'CERTIFIED' },
    { name: 'certify needed', subject: certify, status: 'CERTIFY NEEDED', values, level: 'warn' },
    { name: 'an unknown certify word', subject: certify, status: 'CERTIFIE', values, level: 'unknown' },
    { name: 'flash equal', subject: flash, status: 'SYNCHRONIZED', values, level: 'pass' },
    { name: 'flash not equal', subject: flash, status: 'NOT SYNCHRONIZED', values, level: 'fail' },
    { name: 'saved', subject: saved, status: 'SYNCHRONIZED', values, level: 'pass' },
    { name: 'unsaved changes', subject: saved, status: 'NOT SYNCHRONIZED', values, level: 'warn' },
    { name: 'the device has no word on it', subject: saved, status: 'NOT AVAILABLE', values, level: 'n/a' },
  ],
  aleWords,
);

checkCases(
  configSaved,
  [
    {
      name: 'saved, in a sentence of the device',
      values: { ...values, synchronised: 'SYNCHRONIZED' },
      level: 'pass',
      value: 'SYNCHRONIZED',
    },
    { name: 'not saved', values: { ...values, synchronised: 'NOT SYNCHRONIZED' }, level: 'warn' },
    { name: 'a word nobody knows', values: { ...values, synchronised: 'MAYBE' }, level: 'unknown' },
  ],
  huaweiWords,
);
