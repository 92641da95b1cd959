import { expect, test } from 'vitest';
import { findCommand, isReadOnly } from '../../../../../electron/engine/judge/platform-lookup';
import { parseAccounts } from '../../../../../electron/engine/vendors/linux/accounts';
import { parseErrors } from '../../../../../electron/engine/vendors/linux/journal';
import { parseLinks } from '../../../../../electron/engine/vendors/linux/links';
import { parseListeners } from '../../../../../electron/engine/vendors/linux/listeners';
import { linux } from '../../../../../electron/engine/vendors/linux/linux';

const link = `2: eth0.10@eth0: <BROADCAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP
    link/ether 00:00:5e:00:53:21 brd ff:ff:ff:ff:ff:ff
    RX: bytes  packets  errors  dropped overrun mcast
    100        90       4       0       0       0
    TX: bytes  packets  errors  dropped carrier collsns
    100        10       5       0       0       0
`;

test('a link has its errors and packets of both ways', () => {
  expect(parseLinks(link)).toMatchObject({
    readings: [{ subject: 'eth0.10', status: 'up', values: { inErrors: 4, outErrors: 5, frames: 100 } }],
  });
});

test.each([
  ['the way out', link.replace(/ +TX[^]*$/, ''), 'cut'],
  ['the numbers of the way out', link.replace(/ {4}100 {8}10 .*\n/, ''), 'cut'],
  ['a column', link.replace('90       4  ', '90  '), 'not-understood'],
  ['all counters, as without -s', '2: eth0: <UP> mtu 1500\n    link/ether 00:00:5e:00:53:21\n', 'cut'],
  ['a flag list', link.replace(/<.*>/, ''), 'not-understood'],
])('links: one without %s is not judged', (_name, text, reason) => {
  expect(parseLinks(text)).toMatchObject({ kind: 'unreadable', reason });
});

const heading = 'State  Recv-Q Send-Q Local Address:Port  Peer Address:PortProcess\n';
const listener = (address: string) => `LISTEN 0      128    ${address}     0.0.0.0:*    users:(("x",pid=1,fd=3))\n`;

test('what listens for the box itself is no service for others', () => {
  const telnet = (address: string) => {
    const parsed = parseListeners(heading + listener('0.0.0.0:22') + listener(address));
    return parsed.kind === 'readings' ? parsed.readings[0]?.values : parsed;
  };

  expect(telnet('127.0.0.1:23')).toEqual({ port: 23, enabled: 0 });
  expect(telnet('[::1]:23')).toEqual({ port: 23, enabled: 0 });
  expect(telnet('[::]:23')).toEqual({ port: 23, enabled: 1 });
  expect(telnet('192.0.2.7:2323')).toEqual({ port: 23, enabled: 0 });
});

test.each([
  ['no row', heading, 'no-row'],
  ['a row that is none', `${heading}LISTEN 0 128 *:\n${listener('*:22')}`, 'not-understood'],
  ['no heading', listener('*:22'), 'not-understood'],
])('listeners: %s is not judged', (_name, text, reason) => {
  expect(parseListeners(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('accounts are those that may log in; a row that lost a field spoils the answer', () => {
  const rows =
    'root:x:0:0:root:/root:/bin/bash\nbin:x:1:1:bin:/bin:/sbin/nologin\n+::::::\nops:x:1000:1000::/home/ops:\n';
  const parsed = parseAccounts(rows);

  expect(parsed.kind === 'readings' && parsed.readings.map(({ subject, line }) => [subject, line])).toEqual([
    ['root', 'root:'],
    ['ops', 'ops:'],
  ]);
  expect(parseAccounts(rows.replace('bin:x:1:1', 'bin:x:1'))).toMatchObject({ reason: 'not-understood' });
});

test('an account that sees a part of the journal proves nothing', () => {
  const hint =
    'Hint: You are currently not seeing messages from other users and the system.\n      Pass -q to turn off.\n';

  expect(parseErrors('-- No entries --\n')).toMatchObject({ readings: [{ subject: 'error', values: { count: 0 } }] });
  expect(parseErrors(`${hint}-- No entries --\n`)).toMatchObject({
    reason: 'not-understood',
    line: expect.stringContaining('Hint'),
  });
  expect(parseErrors('Nov 22 03:10:44 box kernel: a -> b#')).toMatchObject({ reason: 'cut' });
  expect(parseErrors('Nov 22 03:10:44 box kernel: a\nwhat is this\n')).toMatchObject({ reason: 'not-understood' });
});

test('what `top` prints whole is asked for by another name than its head', () => {
  expect(findCommand(linux, 'top -b -n1 | head -5')?.checksEnd).toBe(true);
  expect(findCommand(linux, 'top')?.checksEnd).toBeUndefined();
  expect(isReadOnly(linux, 'cat /etc/shadow')).toBe(false);
});
