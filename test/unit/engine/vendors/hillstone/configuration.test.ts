import { expect, test } from 'vitest';
import { parseAlarms } from '../../../../../electron/engine/vendors/hillstone/alarms';
import { parseConfiguration } from '../../../../../electron/engine/vendors/hillstone/configuration';

const config = `admin user "ops"
  password secretHash
exit
interface ethernet0/0
  manage ssh
exit
`;

test('administrators and what interfaces let in', () => {
  expect(parseConfiguration(config)).toMatchObject({
    readings: [
      { kind: 'user', subject: 'ops', line: 'admin user "ops"' },
      { subject: 'telnet', values: { enabled: 0 } },
      { subject: 'http', values: { enabled: 0 } },
    ],
  });
  expect(parseConfiguration(config.replace('manage ssh', 'manage telnet'))).toMatchObject({
    readings: [{}, { subject: 'telnet', values: { enabled: 1 } }, {}],
  });
});

test('without interfaces nothing is said of services', () => {
  expect(parseConfiguration('admin user "ops"\nexit\n')).toMatchObject({ readings: [{ kind: 'user' }] });
  expect(parseConfiguration('Building configuration...\nexit\n')).toMatchObject({ reason: 'not-understood' });
});

test('a community is told without its name', () => {
  const parsed = parseConfiguration(`${config}snmp-server community hidden ro\n`);

  expect(parsed.kind === 'readings' && parsed.readings.at(-1)).toMatchObject({
    subject: 'snmp-v2c',
    line: 'snmp-server community',
  });
});

test('alarms count by severity, the newest by its time', () => {
  const lines = [
    '2026-11-22 11:25:04, CRIT@NET: down',
    '2026-11-21 11:25:04, EVENT CRIT@NET: up',
    '2026-11-22 01:00:00, INFO@MGMT: x',
  ];

  expect(parseAlarms(`${lines.join('\n')}\n`)).toMatchObject({
    readings: [
      { subject: 'critical', values: { count: 2 }, line: lines[0] },
      { subject: 'informational', values: { count: 1 } },
    ],
  });
  expect(parseAlarms(`${lines[0]}\n2026-11-22 11:25:04, GRAVE@NET: x\n`)).toMatchObject({ reason: 'not-understood' });
  expect(parseAlarms(`${lines[0]}\n2026-11-22 11:25:04, CRIT@NET: port #`)).toMatchObject({ reason: 'cut' });
  expect(parseAlarms('none\n')).toMatchObject({ reason: 'not-understood' });
});
