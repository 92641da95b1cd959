import { describe, expect, test } from 'vitest';
import { parseAsaRunning } from '../../../../../electron/engine/vendors/cisco/asa/access';
import { parseNtpPeers } from '../../../../../electron/engine/vendors/dialects/ios/clock';
import {
  parseFeature,
  parseNxosRunning,
  parseUserAccount,
} from '../../../../../electron/engine/vendors/cisco/nxos/access';

describe('NX-OS', () => {
  const head = 'Feature Name          Instance  State\n--------------------  --------  --------\n';

  test.each([
    ['telnet                 1          enabled', 1],
    ['telnetServer           1          disabled', 0],
  ])('Telnet by the row %s', (row, enabled) => {
    expect(parseFeature(`${head}bgp                    1          enabled\n${row}\n`)).toMatchObject({
      readings: [{ subject: 'telnet', values: { enabled } }],
    });
  });

  test.each([
    ['a table without Telnet', `${head}bgp  1  enabled\n`, 'cut'],
    ['a heading without rows', head, 'no-row'],
    ['a state that nobody knows', `${head}telnet  1  maybe\nvtp  1  disabled\n`, 'not-understood'],
    ['another answer', 'Clock is synchronized\n', 'not-understood'],
  ])('%s is not judged', (_name, text, reason) => {
    expect(parseFeature(text)).toMatchObject({ kind: 'unreadable', reason });
  });

  test('an account without its roles was cut', () => {
    const account = 'user:admin\n        this user account has no expiry date\n';

    expect(parseUserAccount(account)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
    expect(parseUserAccount(`${account}        roles:network-admin\n`)).toMatchObject({
      readings: [{ kind: 'user', subject: 'admin' }],
    });
  });

  const running = '!Command: show running-config\n\nversion 9.3(10)\nusername admin password 5 $5$invented role x\n';

  test('a configuration that stops before its terminals proves no missing community', () => {
    expect(parseNxosRunning(running)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
    expect(parseNxosRunning(`${running}line console\nline vty\n`)).toMatchObject({
      readings: [
        { kind: 'user', subject: 'admin', line: 'username admin' },
        { kind: 'service', subject: 'snmp-v2c', values: { enabled: 0 } },
      ],
    });
  });

  test('the list of time servers is as long as its first line says', () => {
    const list = (count: number): string =>
      `Total peers : ${count}\n    remote  local  st  poll  reach delay\n-------------\n`;
    const row = '*192.0.2.1  192.0.2.9  2  64  377  0.00061 default\n';

    expect(parseNtpPeers(list(1) + row)).toMatchObject({ readings: [{ values: { synchronised: 1 } }] });
    expect(parseNtpPeers(list(1) + row.replace('192.0.2.1 ', '127.127.1.0 '))).toMatchObject({
      readings: [{ values: { synchronised: 0 } }],
    });
    expect(parseNtpPeers(list(0))).toMatchObject({ readings: [{ values: { synchronised: 0 } }] });
    expect(parseNtpPeers(list(2) + row)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
    expect(parseNtpPeers('Total peers : 0\n')).toMatchObject({ kind: 'unreadable', reason: 'cut' });
    expect(parseNtpPeers(`${list(1)}selected nobody\n`)).toMatchObject({ reason: 'not-understood' });
  });
});

describe('ASA', () => {
  const running = (lines: string): string => `ASA Version 9.12(4)\nhostname A\n${lines}Cryptochecksum:00\n: end\n`;

  test('who may come in by Telnet stands beside the time-out that is always there', () => {
    const timeout = 'telnet timeout 5\n';

    expect(parseAsaRunning(running(timeout))).toMatchObject({
      readings: [
        { subject: 'telnet', values: { enabled: 0 }, line: 'telnet timeout 5' },
        { subject: 'snmp-v2c', values: { enabled: 0 }, line: 'ASA Version 9.12(4)' },
      ],
    });
    expect(parseAsaRunning(running(`telnet 2001:db8::/64 inside\n${timeout}`))).toMatchObject({
      readings: [{ subject: 'telnet', values: { enabled: 1 } }, { subject: 'snmp-v2c' }],
    });
  });

  test('a community is not quoted', () => {
    expect(parseAsaRunning(running('snmp-server host inside 192.0.2.9 community invented version 2c\n'))).toMatchObject(
      {
        readings: [
          { subject: 'snmp-v2c', values: { enabled: 1 }, line: 'snmp-server host inside 192.0.2.9 community' },
        ],
      },
    );
  });

  test('a host of version 3 has no community', () => {
    expect(parseAsaRunning(running('snmp-server host inside 192.0.2.9 version 3 netops\n'))).toMatchObject({
      readings: [{ subject: 'snmp-v2c', values: { enabled: 0 } }],
    });
  });

  test('without its end it is cut', () => {
    expect(parseAsaRunning(running('').replace(': end\n', ''))).toMatchObject({ reason: 'cut' });
  });
});
