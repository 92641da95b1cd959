import { expect, test } from 'vitest';
import { parseCluster } from '../../../../../electron/engine/vendors/fortinet/cluster';
import { parseContracts } from '../../../../../electron/engine/vendors/fortinet/contracts';
import { parsePerformance } from '../../../../../electron/engine/vendors/fortinet/performance';
import { parseSensors } from '../../../../../electron/engine/vendors/fortinet/sensors';
import { parseStatus } from '../../../../../electron/engine/vendors/fortinet/status';

const cluster = `HA Health Status: OK
Mode: HA A-P
Configuration Status:
    FG1(updated 1 seconds ago): in-sync
    FG2(updated 3 seconds ago): in-sync
System Usage stats:
    FG1(updated 1 seconds ago):
        sessions=1, average-cpu-user/nice/system/idle=3%/0%/2%/94%, memory=40%
    FG2(updated 3 seconds ago):
        sessions=1, average-cpu-user/nice/system/idle=0%/0%/1%/99%, memory=38%
number of vcluster: 1
vcluster 1: work 169.254.0.1
Primary: FG1, HA operating index = 0
Secondary: FG2, HA operating index = 1
`;

test('members are in step and have their load', () => {
  expect(parseCluster(cluster)).toMatchObject({
    readings: [{ status: 'OK' }, { subject: 'FG1', status: 'in-sync' }, { subject: 'FG2' }, {}, {}, {}, {}],
  });
});

test.each([
  ['without its end', cluster.slice(0, cluster.indexOf('number of')), 'cut'],
  ['without the roles', cluster.slice(0, cluster.indexOf('Primary:')), 'cut'],
  ['a member without its load', cluster.replace(/ {4}FG2\(updated 3 seconds ago\):\n.*\n/, ''), 'not-understood'],
  [
    'a load without its member in step',
    cluster.replace(/ {4}FG2\(updated 3 seconds ago\): in-sync\n/, ''),
    'not-understood',
  ],
  ['no health', 'Model: FortiGate\nMode: HA A-P\n', 'not-understood'],
])('cluster: %s is not judged', (_name, text, reason) => {
  expect(parseCluster(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a warning of the health is its own word', () => {
  const text = cluster.replace('HA Health Status: OK', 'HA Health Status:\n    WARNING: FG2 has mondev down;');

  expect(parseCluster(text)).toMatchObject({ readings: [{ status: 'WARNING' }, {}, {}, {}, {}, {}, {}] });
});

test.each([
  [
    'a gap in the numbers',
    ' 1 Fan 1   alarm=0  value=1  threshold_status=0\n 3 Fan 2   alarm=0  value=1  threshold_status=0\n',
  ],
  [
    'a row without its alarm',
    ' 1 Fan 1   alarm=0  value=1  threshold_status=0\n 2 Fan 2   value=1\n 3 Fan 3   alarm=0  value=1\n',
  ],
  ['no sensor', 'Nothing here\n'],
])('sensors: %s is not understood', (_name, text) => {
  expect(parseSensors(text)).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});

test('a row cut behind a # is no prompt', () => {
  expect(parseSensors(' 1 Fan 1   alarm=0  value=1  threshold_status=0\n 2 Fan  #')).toMatchObject({ reason: 'cut' });
});

test('a voltage out of its limits is a fault of the supply, one inside is nothing', () => {
  const row = (number: number, alarm: number): string =>
    ` ${number} +12V   alarm=${alarm}  value=12.1  threshold_status=0\n`;

  expect(parseSensors(`${row(1, 0)}${row(2, 1)}`)).toMatchObject({ readings: [{ kind: 'power', status: 'alarm=1' }] });
});

const contract = (date: string): string =>
  `AV Engine\n---------\nVersion: 6.0\nContract Expiry Date: ${date}\nLast Update Attempt: n/a\nResult: No Updates\n`;

test('contracts: a date, none, no date, and a block that was cut', () => {
  expect(parseContracts(contract('Sat Mar 23 2024'))).toMatchObject({
    readings: [{ values: { expiresEpochSeconds: Date.UTC(2024, 2, 23) / 1000 } }],
  });
  expect(parseContracts(contract('n/a'))).toMatchObject({ kind: 'absent' });
  expect(parseContracts(contract('Sat Foo 43 2024'))).toMatchObject({ reason: 'not-understood' });
  expect(parseContracts(contract('n/a').replace('Result: No Updates\n', ''))).toMatchObject({ reason: 'cut' });
});

test('performance: the uptime ends it', () => {
  const text = 'CPU states: 3% user 2% system 0% nice 94% idle 1% iowait\nMemory states: 46% used\n';

  expect(parsePerformance(text)).toMatchObject({ reason: 'cut' });
  expect(parsePerformance(`${text}Uptime: 1 days,  2 hours,  3 minutes\n`)).toMatchObject({
    readings: [{ values: { percent: 6 } }, { values: { percent: 46 } }, { values: { seconds: 93_780 } }],
  });
});

test('status: an expired licence of a virtual machine counts more than its date', () => {
  const text = `Version: FortiGate-VM64 v7.0.12,build0523\nLicense Status: Expired (grace)\nLicense Expiration Date: 2099-01-01\nHostname: fw\nSystem time: Sun Nov 22 12:05:00 2026\n`;

  expect(parseStatus(text)).toMatchObject({ readings: [{}, {}, { kind: 'licence', status: 'Expired' }] });
});
