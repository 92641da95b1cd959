import { expect, test } from 'vitest';
import { parseRunningConfig, parseService } from '../../../../../electron/engine/vendors/ruijie/access';
import { parseClock } from '../../../../../electron/engine/vendors/ruijie/clock';
import { parseFan } from '../../../../../electron/engine/vendors/ruijie/fan';
import { parseInterfaces } from '../../../../../electron/engine/vendors/ruijie/interfaces';
import { parseCpu, parseMemory } from '../../../../../electron/engine/vendors/ruijie/load';
import { parseOptics } from '../../../../../electron/engine/vendors/ruijie/optics';
import { parseDir } from '../../../../../electron/engine/vendors/ruijie/parts';
import { parsePower } from '../../../../../electron/engine/vendors/ruijie/power';
import { parseTemperature } from '../../../../../electron/engine/vendors/ruijie/temperature';
import { parseVersion } from '../../../../../electron/engine/vendors/ruijie/version';

const load = 'CPU utilization in five seconds: 6.7%\nCPU utilization in one minute: 4%\n';
const minutes = 'CPU utilization in five minutes: 4%\n';
const processes = ' NO      5Sec    1Min    5Min Process\n    1   0.00%   0.00%   0.00% init\n';

test('blanks around the number do not matter', () => {
  const text = `CPU utilization in five seconds:13.3%\nCPU utilization in one minute :  9.1%\n${minutes}`;

  expect(parseCpu(text)).toMatchObject({ readings: [{ values: { percent: 13.3, minuteAverage: 9.1 } }] });
});

test.each([
  ['a slot without its averages', `[Slot 1: X, Cpu 0]\n${load}`, 'cut'],
  ['slots without the table of processes', `[Slot 1: X, Cpu 0]\n${load}${minutes}`, 'cut'],
  ['a slot that is only named', `[Slot 1: X]\n${load}${minutes}${processes}[Slot 2: X]\n`, 'cut'],
  ['more than all of it', `${load.replace('6.7', '167')}${minutes}`, 'not-understood'],
  ['another answer', 'Clock is synchronized\n', 'not-understood'],
])('cpu: %s is not judged', (_name, text, reason) => {
  expect(parseCpu(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a rate of memory that does not fit its numbers is not understood', () => {
  const line = (rate: string): string => `System Memory: 1000KB total, 600KB used, 400KB free, ${rate}% used rate\n`;

  expect(parseMemory(line('60.0'))).toMatchObject({ readings: [{ values: { percent: 60 } }] });
  expect(parseMemory(line('6.0'))).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});

const fanHead = 'fan-id  status      mode      speed-level\n------  ----------  --------  -----------\n';

test.each([
  ['a listed fan has no row', `Fan-id: 1\nFan-id: 2\n${fanHead}1       ok          normal    N/A\n`, 'cut'],
  ['only the heading', fanHead, 'no-row'],
  ['a row of another kind', `${fanHead}1 broken\n2       ok          normal    N/A\n`, 'not-understood'],
])('fans: %s', (_name, text, reason) => {
  expect(parseFan(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a status of two words stays whole', () => {
  expect(parseFan(`${fanHead}1       not ok      normal    N/A\n`)).toMatchObject({ readings: [{ status: 'not ok' }] });
});

const powerHead = `power-id  power-type    supply(W)  status      vol-in/out(V)  cur-out(mA)  supply-out(W)
--------  ------------  ---------  ----------  -------------  -----------  -------------
`;
const supply = '1         RG-PA1600I    1600       ok          234   /11.978   8828         106\n';

test.each([
  ['a chassis without its cards', `Energy-saving: off\n${powerHead}${supply}`, 'cut'],
  ['a heading without rows', powerHead, 'no-row'],
  ['a row that lost its columns', `${powerHead}1         RG-PA1600I    1600       ok\n${supply}`, 'not-understood'],
])('power: %s is not judged', (_name, text, reason) => {
  expect(parsePower(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a box has the table of supplies only', () => {
  expect(parsePower(`${powerHead}${supply}`)).toMatchObject({ readings: [{ status: 'ok', values: { watts: 1600 } }] });
});

test('a card is judged by its own limits, an empty slot gives nothing', () => {
  const head =
    'slot  card_type  warning(C)  shutdown(C)  current(C)\n----  ---------  ----------  -----------  ----------\n';

  expect(parseTemperature(`${head}1  X  75  90  41\n2  N/A  N/A  N/A  N/A\n`)).toMatchObject({
    readings: [{ subject: 'Slot 1', values: { celsius: 41, thresholdCelsius: 75, dangerCelsius: 90 } }],
  });
  expect(parseTemperature(`${head}1  X  75  90  hot\n2  X  75  90  41\n`)).toMatchObject({ reason: 'not-understood' });
});

test.each([
  ['a module without its serial number', 'Module information:\n  Slot 1 : X\n    Software version    : RGOS 1\n'],
  ['no module below the heading', 'Module information:\n'],
])('version: %s is cut', (_name, tail) => {
  const head = `System description      : Switch(S1) By R\nSystem uptime           : 1:02:03:04\nSystem software version : RGOS 1\n`;

  expect(parseVersion(`${head}${tail}`)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseVersion(head)).toMatchObject({ readings: [{}, { values: { seconds: 93_784 } }, {}] });
});

test('a directory without its last line was cut; more free than there is was read wrong', () => {
  expect(parseDir('Directory of flash:/\n1  drw-  1k  at\n')).toMatchObject({ reason: 'cut' });
  expect(parseDir('1,000 bytes total (2,000 bytes free)\n')).toMatchObject({ reason: 'not-understood' });
});

test.each([
  ['09:41:07 UTC Sun, Nov 22, 2026\n', 0],
  ['9:41:07 beijing Sun Nov 22 2026\n', 480],
  ['09:41:07 CST Sun, Nov 22, 2026\n', null],
])('the time %j', (text, utcOffsetMinutes) => {
  expect(parseClock(text)).toMatchObject({ readings: [{ values: { utcOffsetMinutes } }] });
});

test.each(['09:41:07 UTC Sun, Foo 22, 2026\n', '09:41:07 UTC Sun, Nov 32, 2026\n', 'Clock\n'])(
  'no time: %j',
  (text) => {
    expect(parseClock(text)).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
  },
);

test('services end with Telnet', () => {
  const web = 'web-server : enabled\nssh-server : enabled\n';

  expect(parseService(web)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseService(`${web}telnet-server : disabled\n`)).toMatchObject({
    readings: [{ subject: 'http' }, { subject: 'ssh' }, { subject: 'telnet', values: { enabled: 0 } }],
  });
  expect(parseService(`${web}telnet-server : perhaps\n`)).toMatchObject({ reason: 'not-understood' });
});

const running = (lines: string): string => `Current configuration : 99 bytes\nhostname A\n${lines}end\n`;

test.each([
  ['a community', 'snmp-server community Inv3nted ro\n', 1],
  ['no community', '', 0],
  ['a community and no agent', 'snmp-server community Inv3nted ro\nno enable service snmp-agent\n', 0],
  [
    'a community and version 3 only',
    'no snmp-server enable version v1\nno snmp-server enable version v2c\nsnmp-server community Inv3nted ro\n',
    0,
  ],
  ['a community and version 1 off', 'no snmp-server enable version v1\nsnmp-server community Inv3nted ro\n', 1],
])('SNMP by %s', (_name, lines, enabled) => {
  expect(parseRunningConfig(running(lines))).toMatchObject({
    readings: [{ subject: 'snmp-v2c', values: { enabled } }],
  });
});

test('a configuration without its end was cut', () => {
  expect(parseRunningConfig(running('').replace('end\n', ''))).toMatchObject({ kind: 'unreadable', reason: 'cut' });
});

test('a port without the second half of its counters was cut', () => {
  const port = 'GigabitEthernet 0/1 is UP  , line protocol is UP    \n    0 input errors, 0 CRC, 0 frame\n';

  expect(parseInterfaces(port)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseInterfaces(`==== GigabitEthernet 0/1 ====\n${port}    3 output errors, 0 collisions\n`)).toMatchObject({
    readings: [{ subject: 'GigabitEthernet 0/1', values: { inErrors: 0, outErrors: 3 } }],
  });
});

const optic = (port: string, ...lines: readonly string[]): string =>
  [`========Interface ${port}========`, ...lines, ''].join('\n');
const opticHead = 'Temp(Celsius)   Voltage(V)      Bias(mA)            RX power(dBm)       TX power(dBm)';

test.each([
  ['every cage is empty', optic('Te 0/1', 'the transceiver is absent!'), 'absent'],
  ['a block without its row', optic('Te 0/1', 'Current diagnostic parameters:', opticHead), 'unreadable'],
  ['a block with nothing', optic('Te 0/1'), 'unreadable'],
  ['a row that lost a column', optic('Te 0/1', opticHead, '39(OK)  3.27(OK)  6.68(OK)  -5.96(OK)[AP]'), 'unreadable'],
])('optics: %s', (_name, text, kind) => {
  expect(parseOptics(text)).toMatchObject({ kind });
});

test('limits behind the row of values are not read as values', () => {
  const text = optic(
    'TenGigabitEthernet 0/28',
    opticHead,
    '39(OK)  3.25(OK)  49.89(OK)  -4.68(warning)[AP]  -2.00(OK)',
    'Diagnostic parameters threshold:',
    'Low Alarm  -5  2.97  2.0  -13.9  -11.3',
  );

  expect(parseOptics(text)).toMatchObject({ readings: [{ status: 'warning', values: { rxPowerDbm: -4.68 } }] });
});
