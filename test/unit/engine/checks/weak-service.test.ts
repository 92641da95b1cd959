import { weakService } from '../../../../electron/engine/checks/weak-service';
import { checkCases } from '../../../support/check-cases';

const service = (port: number | null, enabled: number | null) => ({ port, enabled });

checkCases(weakService, [
  {
    name: 'telnet on',
    subject: 'telnet',
    values: service(23, 1),
    level: 'warn',
    reason: 'status-attention',
    value: 23,
  },
  { name: 'telnet off', subject: 'Telnet', values: service(23, 0), level: 'pass', reason: 'status-good' },
  { name: 'ftp on', subject: 'ftp', values: service(21, 1), level: 'warn' },
  { name: 'http on', subject: 'http', values: service(80, 1), level: 'warn' },
  { name: 'https is not http', subject: 'https', values: service(443, 1), level: 'none' },
  { name: 'ssh', subject: 'ssh', values: service(22, 1), level: 'none' },
  { name: 'sftp is not ftp', subject: 'sftp', values: service(22, 1), level: 'none' },
  { name: 'snmp alone says no version', subject: 'snmp', values: service(161, 1), level: 'none' },
  { name: 'snmp v2c', subject: 'snmp-v2c', values: service(161, 1), level: 'warn' },
  { name: 'snmp v3', subject: 'snmp-v3', values: service(161, 1), level: 'none' },
  {
    name: 'snmp without security',
    subject: 'snmp security',
    status: 'no security',
    values: service(null, 1),
    level: 'warn',
  },
  {
    name: 'on or off is not said',
    subject: 'telnet',
    values: service(23, null),
    level: 'unknown',
    reason: 'no-number',
  },
]);
