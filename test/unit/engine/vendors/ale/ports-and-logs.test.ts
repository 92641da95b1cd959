import { expect, test } from 'vitest';
import { parseDdm } from '../../../../../electron/engine/vendors/ale/ddm';
import { parseCounterErrors, parseInterfaces } from '../../../../../electron/engine/vendors/ale/interface-counters';
import { parseSwlog } from '../../../../../electron/engine/vendors/ale/swlog';
import { parseStackTopology, parseVirtualChassis } from '../../../../../electron/engine/vendors/ale/topology';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const valuesOf = (parsed: Parsed) =>
  parsed.kind === 'readings' ? parsed.readings.map(({ values }) => values) : parsed;
const subjectsOf = (parsed: Parsed) =>
  parsed.kind === 'readings' ? parsed.readings.map(({ subject }) => subject) : parsed;

const port = (name: string, errors: number, crc: number, out: number) => `Chassis/Slot/Port          : ${name}
 Operational Status        : up,
 BandWidth (Megabits)      :     1000,                  Duplex           : Full,
 Rx              :
 Bytes Received  :              9419904, Unicast Frames :                   10,
 Broadcast Frames:                   20, M-cast Frames  :                   30,
 Lost Frames     :                    0, Error Frames   :                    ${errors},
 CRC Error Frames:                    ${crc}, Alignments Err :                    0,
 Tx              :
 Bytes Xmitted   :         155215209608, Unicast Frames :                   40,
 Broadcast Frames:                   50, M-cast Frames  :                   60,
 Error Frames    :                    ${out}
`;

test('errors of both directions are told apart, frames are counted together', () => {
  expect(valuesOf(parseInterfaces(port('1/1/1', 7, 7, 2)))).toEqual([
    { speedMbps: 1000, inErrors: 7, outErrors: 2, frames: 210 },
  ]);
});

test('a port that was cut before its last counter makes the answer 判不了, wherever it stands', () => {
  const lines = port('1/1/2', 0, 0, 0).split('\n');
  for (let count = 1; count < lines.length - 1; count += 1) {
    const half = `${lines.slice(0, count).join('\n')}\n`;
    expect([count, parseInterfaces(port('1/1/1', 0, 0, 0) + half).kind]).toEqual([count, 'unreadable']);
  }
  const first = `${lines.slice(0, 6).join('\n')}\n`;
  expect(parseInterfaces(first + port('1/1/3', 0, 0, 0))).toMatchObject({ reason: 'not-understood' });
});

test('a counter that is no number is not judged', () => {
  expect(
    parseInterfaces(port('1/1/1', 0, 0, 0).replace('CRC Error Frames:                    0', 'CRC Error Frames: many')),
  ).toMatchObject({ kind: 'unreadable' });
});

test('the short answer, with a number too long for its column', () => {
  const text = `Chassis/Slot/Port: 1/1/1,
    IfInErrors          =  5.78E19, IfOutErrors =  3
`;
  expect(valuesOf(parseCounterErrors(text))).toEqual([{ speedMbps: null, inErrors: 5.78e19, outErrors: 3 }]);
});

const ddmHead = `Slot/Port  Threshold  Temp (C)  Voltage (V)  Tx Bias (mA)  Output (dBm)  Input (dBm)
----------+----------+---------+------------+-------------+-------------+------------
`;
const limits = `  A-High 80 3.6 11 1.7 2.0\n  W-High 75 3.4 10 -0.5 1.0\n  W-Low -5 3.1 4 -8.2 -14.4\n  A-Low -10 2.9 2 -11.3 -18.4\n`;

test('optics: what is measured, the limits, and the mark of the device', () => {
  const parsed = parseDdm(`${ddmHead}1/1/25 Actual 41.0 3.31 6.5 -2.31 -19.20 (AL)\n${limits}`);

  expect(parsed).toMatchObject({
    readings: [
      {
        subject: '1/1/25',
        status: 'AL',
        values: { celsius: 41, rxPowerDbm: -19.2, txPowerDbm: -2.31, rxAlarmLowDbm: -18.4, txWarnHighDbm: -0.5 },
      },
    ],
  });
});

test('optics: a module that does not measure has no numbers, one without its limits was cut', () => {
  expect(valuesOf(parseDdm(`${ddmHead}1/1/25 Actual NA NA NA NA -inf\n${limits}`))).toMatchObject([
    { celsius: null, rxPowerDbm: null, txPowerDbm: null },
  ]);
  expect(parseDdm(`${ddmHead}1/1/25 Actual 41.0 3.31 6.5 -2.31 -5.2\n`)).toMatchObject({ reason: 'cut' });
});

test('a log is counted by what its lines mean, else by their severity', () => {
  const log = `2026 Nov 22 08:20:31.118 sw-1 swlogd ChassisSupervisor PowerMgr alarm(1) Power Supply 2 is Down
2026 Nov 22 08:31:44.377 sw-1 swlogd stpCmm port error(2) BPDU guard shut port 1/1/7
2026 Nov 22 08:31:45.377 sw-1 swlogd stpCmm port info(5) no error here
2026 Nov 22 08:31:46.377 sw-1 swlogd stpCmm port error(2) BPDU guard shut port 1/1/8
`;
  const parsed = parseSwlog(log);

  expect(subjectsOf(parsed)).toEqual(['error', 'warning', 'power']);
  expect(valuesOf(parsed)).toEqual([{ count: 2 }, { count: 0 }, { count: 1 }]);
  expect(parsed).toMatchObject({ readings: [{ line: expect.stringMatching(/1\/1\/8$/) }, {}, {}] });
});

test('what is no log is not a log without errors', () => {
  expect(parseSwlog('nothing of the kind\n')).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});

test('a virtual chassis: every member, or nothing', () => {
  const head = ` Chas  Role         Status              Chas ID  Pri   Group  MAC-Address
-----+------------+-------------------+--------+-----+------+------------------
`;
  const row = ' 1     Master       Running             1        200   9      00:00:5e:00:53:01\n';

  expect(subjectsOf(parseVirtualChassis(head + row))).toEqual(['1']);
  expect(parseVirtualChassis(`${head}${row} 2     Slave        Running             2        100\n`)).toMatchObject({
    kind: 'unreadable',
    reason: 'cut',
  });
});

test('a stack: links that are down are rows of their own, a single switch has no open ring', () => {
  const head = `NI    Role        State   Saved  Link A  Remote  Remote  Link B  Remote  Remote
----+-----------+--------+------+-------+-------+-------+-------+-------+-------
`;
  const first = '   1  PRIMARY     RUNNING    1     UP  2  StackB    DOWN  -  -\n';
  const second = '   2  SECONDARY   RUNNING    2     DOWN  -  -    UP  1  StackA\n';

  expect(subjectsOf(parseStackTopology(head + first + second))).toEqual(['1', '1/Link B', '2', '2/Link A']);
  expect(subjectsOf(parseStackTopology(head + first))).toEqual(['1']);
});

test('optics: the legend is no row, wherever it stands; a table without a module says that there is none', () => {
  const legend = 'WL = Warning Low, WH = Warning High\nNS = Not Supported\n';
  const row = `1/1/25 Actual 41.0 3.31 6.5 -2.31 -5.2\n${limits}`;

  expect(subjectsOf(parseDdm(`${legend}${ddmHead}${row}`))).toEqual(['1/1/25']);
  expect(subjectsOf(parseDdm(`${ddmHead}${row}${legend}`))).toEqual(['1/1/25']);
  expect(parseDdm(ddmHead)).toMatchObject({ kind: 'absent', line: ddmHead.split('\n')[0] });
  expect(parseDdm(`${ddmHead.split('\n')[0]}\n`)).toMatchObject({ kind: 'unreadable', reason: 'no-row' });
  expect(parseDdm(`${ddmHead}something new\n`)).toMatchObject({ kind: 'unreadable' });
});

test('the short answer may name the port alone', () => {
  const text = `1/1/7   ,
    IfInErrors          =  4, IfOutErrors =  3
`;
  expect(subjectsOf(parseCounterErrors(text))).toEqual(['1/1/7']);
});

test('a port that is split has a letter; a port with another name spoils the answer', () => {
  const split = port('1/1/52', 0, 0, 0) + port('1/1/53A', 3, 3, 0) + port('1/1/53B', 0, 0, 0);

  expect(subjectsOf(parseInterfaces(split))).toEqual(['1/1/52', '1/1/53A', '1/1/53B']);
  expect(parseInterfaces(port('1/1/1', 0, 0, 0) + port('mgmt?', 9, 9, 0))).toMatchObject({
    reason: 'not-understood',
    line: 'Chassis/Slot/Port          : mgmt?',
  });
  expect(subjectsOf(parseDdm(`${ddmHead}1/1/53A Actual 41.0 3.31 6.5 -2.31 -5.2\n${limits}`))).toEqual(['1/1/53A']);
});
