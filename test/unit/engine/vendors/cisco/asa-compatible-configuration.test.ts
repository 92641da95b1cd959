import { expect, test } from 'vitest';
import { parseConfiguration } from '../../../../../electron/engine/vendors/cisco/asa/compatible-configuration';

test('accounts and services that a line turns on, never the secret behind them', () => {
  const parsed = parseConfiguration(`hostname FW
username ops password hidden1 encrypted privilege 15
telnet 192.0.2.0 255.255.255.0 inside
telnet timeout 5
snmp-server community hidden2
`);

  expect(parsed.kind === 'readings' && parsed.readings.map(({ kind, subject, line }) => [kind, subject, line])).toEqual(
    [
      ['user', 'ops', 'username ops'],
      ['service', 'telnet', 'telnet 192.0.2.0 255.255.255.0 inside'],
      ['service', 'snmp-v2c', 'snmp-server community'],
    ],
  );
});

test('of what no line names nothing is said', () => {
  expect(parseConfiguration('hostname FW\ntelnet timeout 5\n')).toMatchObject({ kind: 'unreadable', reason: 'no-row' });
  expect(parseConfiguration('Type help\n')).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});
