import { expect, test } from 'vitest';
import { isReadOnly } from '../../../../../electron/engine/judge/platform-lookup';
import { parseConfiguration, parseServices } from '../../../../../electron/engine/vendors/junos/configuration';
import { parseInterfaces } from '../../../../../electron/engine/vendors/junos/interfaces';
import { parseMessages } from '../../../../../electron/engine/vendors/junos/messages';
import { parseOptics } from '../../../../../electron/engine/vendors/junos/optics';
import { juniperJunos } from '../../../../../electron/engine/vendors/junos/junos';

const port = `Physical interface: ge-0/0/0, Enabled, Physical link is Up
   Input  packets:                 1000                    0 pps
   Output packets:                  500                    0 pps
    Errors: 7, Drops: 0, Framing errors: 7
    Carrier transitions: 1, Errors: 2, Drops: 0
     Input  packets:                 9999                    0 pps
`;

test('a port counts its own frames, not those of its units again', () => {
  expect(parseInterfaces(port)).toMatchObject({
    readings: [{ subject: 'ge-0/0/0', status: 'Up', values: { inErrors: 7, outErrors: 2, frames: 1500 } }],
  });
});

test.each([
  ['without its output errors', port.replace(/ +Carrier.*\n/, ''), 'cut'],
  ['with a word for a number', port.replace('Errors: 7', 'Errors: ?'), 'not-understood'],
  ['with a state nobody knows', port.replace('Physical link is Up', 'Physical link'), 'not-understood'],
  ['without a port', 'Physical interface: lo0, Enabled, Physical link is Up\n', 'no-row'],
])('ports: one %s is not judged', (_name, text, reason) => {
  expect(parseInterfaces(text)).toMatchObject({ kind: 'unreadable', reason });
});

const optics = `Physical interface: xe-0/0/0
    Laser output power                        :  0.6160 mW / -2.10 dBm
    Module temperature                        :  31 degrees C / 88 degrees F
    Receiver signal average optical power     :  0.2754 mW / -5.60 dBm
    Laser rx power low alarm                  :  Off
    Laser rx power low alarm threshold        :  0.0100 mW / -20.00 dBm
`;

test('power comes with its limits, and the word of the device where it raises one', () => {
  expect(parseOptics(optics)).toMatchObject({
    readings: [{ status: null, values: { rxPowerDbm: -5.6, txPowerDbm: -2.1, celsius: 31, rxAlarmLowDbm: -20 } }],
  });
  expect(
    parseOptics(optics.replace('low alarm                  :  Off', 'low alarm                  :  On')),
  ).toMatchObject({
    readings: [{ status: 'alarm' }],
  });
});

test.each([
  ['half a number', optics.replace('-5.60 dBm', '-5.60'), 'not-understood'],
  ['a flag that is neither on nor off', optics.replace(':  Off', ':  Zqx'), 'not-understood'],
  ['two values of one field', optics.replace(/(.*Module temp.*\n)/, '$1$1'), 'not-understood'],
  ['no power at all', 'Physical interface: xe-0/0/0\n    Module voltage  :  3.2 V\n', 'cut'],
  [
    'a lane without its power',
    `${optics}  Lane 0\n    Laser bias current    :  7.1 mA\n`.replace(/.*Laser output.*\n|.*Receiver.*\n/g, ''),
    'cut',
  ],
])('optics: %s is not judged', (_name, text, reason) => {
  expect(parseOptics(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('modules that do not measure themselves are no part', () => {
  expect(parseOptics('Physical interface: et-0/0/0\n    Optical diagnostics   :  N/A\n')).toMatchObject({
    kind: 'absent',
  });
});

test('a message counts by its meaning, its alarm or its severity, and else for nothing', () => {
  const line = (words: string) => `Nov 22 03:41:07  sw-1 ${words}\n`;
  const parsed = parseMessages(
    line('craftd[1]:  Major alarm set, PEM 1 Not OK') +
      line('rpd[2]: %DAEMON-4-RPD_X: slow') +
      line('rpd[2]: %DAEMON-4-RPD_X: slower') +
      line('kernel: kernel panic - not syncing') +
      line('mgd[3]: UI_LOGIN_EVENT: hello'),
  );

  expect(
    parsed.kind === 'readings' &&
      parsed.readings.map(({ subject, values, line: proof }) => [subject, values, proof.slice(-8)]),
  ).toEqual([
    ['major', { count: 1 }, '1 Not OK'],
    ['warning', { count: 2 }, 'X: slower'.slice(-8)],
    ['crash', { count: 1 }, ' syncing'],
    ['unrated', { count: 1 }, 'T: hello'],
  ]);
  expect(parseMessages('no log here\n')).toMatchObject({ reason: 'not-understood' });
  expect(parseMessages(`${line('a[1]: b')}garbage\n`)).toMatchObject({ reason: 'not-understood' });
});

test('a service is off only where services may be seen', () => {
  const services = (text: string) => {
    const parsed = parseConfiguration(text);
    return parsed.kind === 'readings' ? parsed.readings.map(({ subject, values }) => [subject, values]) : parsed.kind;
  };

  expect(services('set version 21.4R3\nset system host-name a\n')).toBe('unreadable');
  expect(services('set version 21.4R3\nset system login user ops class read-only\n')).toEqual([
    ['ops', { name: 'ops' }],
  ]);
  expect(parseServices('set system services telnet\nset system services ssh\n')).toMatchObject({
    readings: [{ subject: 'telnet', values: { enabled: 1 } }, { subject: 'ftp', values: { enabled: 0 } }, {}, {}, {}],
  });
  expect(parseServices('set system services telnet\ndeactivate system services telnet\n')).toMatchObject({
    readings: [{ subject: 'telnet', values: { enabled: 0 } }, {}, {}, {}, {}],
  });
});

test('a service in a group counts as one that is on', () => {
  const text = 'set groups all system services telnet\nset groups all snmp community x\nset system services ssh\n';

  expect(parseConfiguration(text)).toMatchObject({
    readings: [
      { subject: 'telnet', values: { enabled: 1 }, line: 'set groups all system services telnet' },
      {},
      {},
      {},
      {},
      { subject: 'snmp-v2c', values: { enabled: 1 }, line: 'set groups all snmp community' },
    ],
  });
  expect(parseConfiguration(text.replace('community x', 'location here'))).toMatchObject({
    readings: [{}, {}, {}, {}, {}, { subject: 'snmp-v2c', values: { enabled: 0 }, line: 'set groups all snmp' }],
  });
});

test('a statement that stops at a hash is cut, and no prompt', () => {
  expect(parseConfiguration('set system services ssh\nset interfaces ge-0/0/0 description uplink#')).toMatchObject({
    kind: 'unreadable',
    reason: 'cut',
  });
});

test('bars inside of quotes are part of a pattern, others still lead nowhere', () => {
  const isRead = (command: string) => isReadOnly(juniperJunos, command);

  expect(isRead('show interfaces extensive | match "^Physical|rrors: |packets: "')).toBe(true);
  expect(isRead('show configuration | display set')).toBe(true);
  expect(isRead('show version | save /var/tmp/x')).toBe(false);
  expect(isRead('show version | match "a" | save /var/tmp/x')).toBe(false);
  expect(isRead('show version | match "a; request system reboot"')).toBe(false);
});

test.each([
  ['%', true],
  ['root@mx-1% ', true],
  ['root@mx-1:~ # ', true],
  ['root@mx-1:RE:0% ', true],
  ['ops@mx-1> ', false],
  ['ops@mx-1# ', false],
])('the prompt %j is a shell: %s', (prompt, isShell) => {
  expect(juniperJunos.traits.enter?.on.test(prompt)).toBe(isShell);
});
