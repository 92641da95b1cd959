import { expect, test } from 'vitest';
import { parseIpService } from '../../../../../electron/engine/vendors/ale/ip-service';
import { parseNtpClient } from '../../../../../electron/engine/vendors/ale/ntp-client';
import { parseCommunityMap, parseSnmpSecurity } from '../../../../../electron/engine/vendors/ale/snmp';
import { parseUser } from '../../../../../electron/engine/vendors/ale/user';

const clock = (changes: Readonly<Record<string, string>> = {}) => {
  const fields = {
    'Current time': 'Sun, Nov 22 2026 09:03:11.204 (ZP8)',
    'Last NTP update': 'Sun, Nov 22 2026 08:56:02.517 (ZP8)',
    'Client mode': 'enabled',
    'Clock status': 'synchronized',
    ...changes,
  };
  const lines = Object.entries(fields).filter(([, value]) => value !== '');
  return `${lines.map(([label, value]) => `${label}: ${value}`).join(',\n')}\n`;
};
const synchronised = (text: string) => {
  const parsed = parseNtpClient(text);
  return parsed.kind === 'readings' ? parsed.readings[0]?.values : parsed;
};

test.each([
  ['in step', {}, 1],
  ['a word that contains the good one', { 'Clock status': 'unsynchronized' }, 0],
  ['the client is off', { 'Client mode': 'disabled' }, 0],
  ['AOS 6: no state, a fresh update', { 'Clock status': '' }, 1],
  [
    'AOS 6: no state, an update of last week',
    { 'Clock status': '', 'Last NTP update': 'Sun, Nov 15 2026 08:56:02 (ZP8)' },
    0,
  ],
  ['AOS 6: an update in words', { 'Clock status': '', 'Last NTP update': 'never' }, 0],
])('NTP: %s', (_name, changes, expected) => {
  expect(synchronised(clock(changes))).toMatchObject({ synchronised: expected });
});

test('an NTP answer cut between two lines is not taken for the short one of AOS 6', () => {
  const lines = clock().split('\n');

  expect(parseNtpClient(`${lines.slice(0, 3).join('\n')}\n`)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseNtpClient(`${lines.slice(0, 2).join('\n')}\n`)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
});

test('the clock of the answer, with its zone', () => {
  const parsed = parseNtpClient(clock());

  expect(parsed.kind === 'readings' ? parsed.readings[1] : parsed).toMatchObject({
    subject: 'Current time',
    values: { epochSeconds: Date.UTC(2026, 10, 22, 1, 3, 11) / 1000, utcOffsetMinutes: 480 },
  });
});

const serviceHead = 'Name                Port       Status\n-------------------+----------+-----------\n';

test.each([
  ['only the heading', serviceHead, 'no-row'],
  ['a row cut in its last word', `${serviceHead}ssh   22   enabled\ntelnet   23   enab`, 'cut'],
  ['a row without state', `${serviceHead}ssh   22   enabled\ntelnet   23\n`, 'cut'],
  ['a state nobody knows', `${serviceHead}telnet   23   partly\nssh   22   enabled\n`, 'not-understood'],
])('services: %s is not judged', (_name, text, reason) => {
  expect(parseIpService(text)).toMatchObject({ kind: 'unreadable', reason });
});

test.each([
  ['no security', 1],
  ['authentication set', 1],
  ['authentication all', 0],
  ['privacy all', 0],
  ['trap only', 0],
])('SNMP: with "%s" versions 1 and 2 are answered: %s', (words, enabled) => {
  const parsed = parseSnmpSecurity(`snmp security = ${words}\n`);

  expect(parsed.kind === 'readings' ? parsed.readings[0] : parsed).toMatchObject({
    status: words,
    values: { enabled },
  });
});

test('SNMP: another sentence is not judged', () => {
  expect(parseSnmpSecurity('snmp security = something new\n')).toMatchObject({ reason: 'not-understood' });
});

test('community strings are secrets: none is quoted, but for the names that everybody knows', () => {
  const map = `Community mode : enabled

status        community string                 user name
--------+--------------------------------+--------------------------------
enabled  Fr4nkfurt-NOC                    reader
enabled  public                           reader
`;
  const parsed = parseCommunityMap(map);
  const broken = parseCommunityMap(map.replace('reader\nenabled  public', '\nenabled  public'));

  expect(parsed.kind === 'readings' ? parsed.readings.map(({ subject }) => subject) : parsed).toEqual([
    'SNMPv1/v2 community',
    'SNMP community public',
  ]);
  expect(JSON.stringify([parsed, broken])).not.toContain('Fr4nkfurt');
  expect(broken).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});

test('users: a block that is shorter than the others was cut', () => {
  const block = (name: string) => `User name = ${name},\n  Account lockout = None,\n  Read Only for domains = All ,\n`;

  const whole = parseUser(block('admin') + block('auditor'));

  expect(whole.kind === 'readings' ? whole.readings.map(({ subject }) => subject) : whole).toEqual([
    'admin',
    'auditor',
  ]);
  expect(parseUser(`${block('admin')}User name = auditor,\n  Account lockout = None,\n`)).toMatchObject({
    reason: 'cut',
  });
  expect(parseUser('User name = admin,\n')).toMatchObject({ reason: 'cut' });
  expect(parseUser('No such thing\n')).toMatchObject({ reason: 'not-understood' });
});

test('users: an account with other labels is an account, the template for accounts is none', () => {
  const text = `User name = monitor,
  Password expiration     = None,
  Read Only for domains   = All,
  Read/Write for domains  = None ,
  Snmp allowed            = YES,
  Snmp authentication     = SHA
User name = default (*),
  Read Only for domains   = None,
  Read/Write for domains  = None,
  SSH allowed    = NO,
(*)Note:
  The default user is not an active user account.

User name = admin,
  Read Only for domains   = None,
  Read/Write for domains  = All ,
  Snmp not allowed
`;
  const parsed = parseUser(text);

  expect(parsed.kind === 'readings' ? parsed.readings.map(({ subject }) => subject) : parsed).toEqual([
    'monitor',
    'admin',
  ]);
});
