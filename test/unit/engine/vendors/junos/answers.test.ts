import { expect, test } from 'vitest';
import { parseChassisAlarms } from '../../../../../electron/engine/vendors/junos/alarms';
import { parseCluster } from '../../../../../electron/engine/vendors/junos/cluster';
import { parseEnvironment } from '../../../../../electron/engine/vendors/junos/environment';
import { parseLicence } from '../../../../../electron/engine/vendors/junos/licence';
import { parseRoutingEngine } from '../../../../../electron/engine/vendors/junos/routing-engine';
import { parseStorage } from '../../../../../electron/engine/vendors/junos/storage';
import { agoSeconds, parseUptime } from '../../../../../electron/engine/vendors/junos/uptime';
import { parseVersion } from '../../../../../electron/engine/vendors/junos/version';

test.each([
  ['22w0d 19:16', 13_374_960],
  ['1d 02:03', 93_780],
  ['05:20:30', 19_230],
  ['2 weeks', undefined],
])('%s ago is %s seconds', (words, seconds) => {
  expect(agoSeconds(words)).toBe(seconds);
});

test('an uptime without its load averages was cut', () => {
  const text = 'Current time: 2026-11-22 03:41:07 UTC\nSystem booted: 2026-11-21 03:41:07 UTC (1d 00:00 ago)\n';

  expect(parseUptime(text)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseUptime(`${text} 3:41AM  up 1 day, load averages: 0.1, 0.1, 0.1\n`)).toMatchObject({
    readings: [{ values: { seconds: 86_400 } }, { kind: 'clock' }],
  });
});

const alarmHead = 'Alarm time               Class  Description\n';
const major = '2026-11-22 06:30:02 CST  Major  PEM 1 Not OK\n';

test.each([
  ['fewer rows than counted', `2 alarms currently active\n${alarmHead}${major}`, 'cut'],
  ['no row at all', `1 alarms currently active\n${alarmHead}`, 'cut'],
  ['rows without a count', `${alarmHead}${major}`, 'not-understood'],
  ['"no alarms" beside an alarm', `No alarms currently active\n${major}`, 'not-understood'],
])('alarms: %s', (_name, text, reason) => {
  expect(parseChassisAlarms(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('an alarm row begins with a date and is no log line', () => {
  expect(parseChassisAlarms(`1 alarms currently active\n${alarmHead}${major}`)).toMatchObject({
    readings: [{ subject: 'Chassis alarms: PEM 1 Not OK', status: 'Major' }],
  });
});

const environmentHead = 'Class Item                           Status     Measurement\n';

test('a log line in the table is lifted out, a strange line is not', () => {
  const row = 'Temp  PEM 0                          OK         40 degrees C / 104 degrees F\n';
  const log = 'Nov 22 03:41:07  pe-lab chassisd[1234]: CHASSISD_SNMP_TRAP: something\n';
  const fans = 'Fans  Fan 1                          OK         Spinning at normal speed\n';

  expect(parseEnvironment(`${environmentHead}${row}${log}${fans}`)).toMatchObject({ kind: 'readings' });
  expect(parseEnvironment(`${environmentHead}${row}junk\n${fans}`)).toMatchObject({ reason: 'not-understood' });
  expect(parseEnvironment(environmentHead)).toMatchObject({ reason: 'no-row' });
});

test('a measurement in other units is not understood', () => {
  const text = `${environmentHead}Temp  PEM 0                          OK         104 degrees F\n`;

  expect(parseEnvironment(`${text}Misc  CB 0                           OK\n`)).toMatchObject({ kind: 'unreadable' });
});

test('an engine without its load averages was cut; an empty slot is no load', () => {
  const engine = `Routing Engine status:
  Slot 0:
    Current state                  Master
    Memory utilization          46 percent
    5 sec CPU utilization:
      Idle                      86 percent
`;
  const end = '    Load averages:                 1 minute   5 minute  15 minute\n      0.14       0.14       0.11\n';

  expect(parseRoutingEngine(engine)).toMatchObject({ reason: 'cut' });
  expect(parseRoutingEngine(`${engine}${end}  Slot 1:\n    Current state                  Empty\n`)).toMatchObject({
    readings: [{ status: 'Master' }, { values: { percent: 14 } }, { values: { percent: 46 } }, { status: 'Empty' }],
  });
});

test.each([
  ['the second node has no answer', 'fpc0:\n----------\nModel: a\nJunos: 1.1\nfpc1:\n----------\n', 'cut'],
  ['the second node has no release', 'fpc0:\n----------\nModel: a\nJunos: 1.1\nfpc1:\n----------\nModel: a\n', 'cut'],
  ['another answer', 'Interface  Admin  Link\nge-0/0/0 up up\n', 'not-understood'],
])('version: %s', (_name, text, reason) => {
  expect(parseVersion(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a licence that is used and not installed is never permanent', () => {
  const text =
    'License usage:\n  Feature name   used  installed  needed\n  bgp  2  1  1  permanent\nLicenses installed: none\n';

  expect(parseLicence(text)).toMatchObject({ readings: [{ status: 'invalid', values: { permanent: 0 } }] });
});

test('features that need no licence are none; a list without its end was cut', () => {
  const head = 'License usage:\n  Feature name   used  installed  needed\n  bgp  0  0  0  invalid\n';

  expect(parseLicence(`${head}Licenses installed: none\n`)).toMatchObject({ kind: 'absent' });
  expect(parseLicence(head)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
});

test('a monitor failure counts more than the role', () => {
  const rows =
    'node0  0        primary        no      no       CS\nnode1  0        lost           n/a     n/a      n/a\n';
  const head = 'Cluster ID: 1\nNode   Priority Status         Preempt Manual   Monitor-failures\n';

  expect(parseCluster(`${head}Redundancy group: 1 , Failover count: 1\n${rows}`)).toMatchObject({
    readings: [{ status: 'CS' }, { status: 'lost' }],
  });
  expect(parseCluster(`${head}Redundancy group: 1 , Failover count: 1\n${rows.split('\n')[0] ?? ''}\n`)).toMatchObject({
    reason: 'cut',
  });
});

test('memory disks are full by design', () => {
  const head = 'Filesystem              Size       Used      Avail  Capacity   Mounted on\n';
  const text = `${head}/dev/md0   21M   21M   0B   100%  /jbase\n/dev/gpt/var   342M   61M   253M   20%  /var\n`;

  expect(parseStorage(text)).toMatchObject({ readings: [{ subject: '/var' }] });
});
