import { configSaved } from '../../../../electron/engine/checks/config-saved';
import { checkCases } from '../../../support/check-cases';

const state = (
  changes: Partial<Record<'runningDirectory' | 'certifyStatus' | 'synchronised' | 'flashBetweenCmms', string>>,
) => ({
  runningDirectory: 'WORKING',
  certifyStatus: 'CERTIFIED',
  synchronised: 'SYNCHRONIZED',
  flashBetweenCmms: null,
  ...changes,
});
const directory = 'Running configuration';
const certify = 'Certify/Restore Status';
const flash = 'Flash Between CMMs';
const saved = 'Running Configuration';

checkCases(configSaved, [
  { name: 'from working', subject: directory, values: state({}), level: 'pass', value: 'WORKING' },
  { name: 'from a user directory', subject: directory, values: state({ runningDirectory: 'site7' }), level: 'pass' },
  { name: 'from certified', subject: directory, values: state({ runningDirectory: 'CERTIFIED' }), level: 'fail' },
  { name: 'not the master', subject: directory, status: 'SLAVE-PRIMARY', values: state({}), level: 'warn' },
  { name: 'certified is good', subject: certify, values: state({}), level: 'pass', value: 'CERTIFIED' },
  { name: 'certify needed', subject: certify, values: state({ certifyStatus: 'CERTIFY NEEDED' }), level: 'warn' },
  { name: 'an unknown certify word', subject: certify, values: state({ certifyStatus: 'CERTIFIE' }), level: 'unknown' },
  { name: 'flash equal', subject: flash, values: state({ flashBetweenCmms: 'SYNCHRONIZED' }), level: 'pass' },
  { name: 'flash not equal', subject: flash, values: state({ flashBetweenCmms: 'NOT SYNCHRONIZED' }), level: 'fail' },
  { name: 'saved', subject: saved, values: state({}), level: 'pass' },
  { name: 'unsaved changes', subject: saved, values: state({ synchronised: 'NOT SYNCHRONIZED' }), level: 'warn' },
  {
    name: 'the device has no word on it',
    subject: saved,
    values: state({ synchronised: 'NOT AVAILABLE' }),
    level: 'n/a',
  },
]);
