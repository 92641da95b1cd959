import { expect, test } from 'vitest';
import { unlessAbsent } from '../../../../../electron/engine/vendors/ale/answer';
import { parseChassis } from '../../../../../electron/engine/vendors/ale/chassis';
import {
  aos6Files,
  configFilesIn,
  optionalFilesIn,
  vcFiles,
} from '../../../../../electron/engine/vendors/ale/config-files';
import { parseFan } from '../../../../../electron/engine/vendors/ale/fan';
import { parseHealthLimits } from '../../../../../electron/engine/vendors/ale/health-limits';
import { parseLicenseInfo } from '../../../../../electron/engine/vendors/ale/license-info';
import { parsePower } from '../../../../../electron/engine/vendors/ale/power';
import { parseRunningDirectory } from '../../../../../electron/engine/vendors/ale/running-directory';
import { parseSystem, uptimeSeconds } from '../../../../../electron/engine/vendors/ale/system';
import { aleWords } from '../../../../../electron/engine/vendors/ale/vocabulary';

const fanHead = 'Chassis/Tray | Fan | Functional\n-------------+-----+------------\n';
const powerHead = `             Total     PS
Chassis/PS   Power     Type     Status        Location
-----------+---------+-------+-------------+-----------
`;
const slotHead = 'Slot   PS   Wattage   Type   Status   Location\n------+----+---------+------+--------+----------\n';

test('the device says that it has no fans', () => {
  expect(parseFan(`${fanHead}\nThis product has no fans.\n\n`)).toEqual({
    kind: 'absent',
    line: 'This product has no fans.',
  });
});

test.each([
  ['only the heading', fanHead, 'no-row'],
  ['the sentence cut in its middle', `${fanHead}\nThis product has no fa`, 'cut'],
  ['the sentence for one chassis and nothing for the next', `${fanHead}This product has no fans.\n${fanHead}`, 'cut'],
  ['a row nobody knows beside the sentence', `${fanHead} 1/-- broken\nThis product has no fans.\n`, 'not-understood'],
])('fans: %s is not judged', (_name, text, reason) => {
  expect(parseFan(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a command that the platform does not know is an answer, another ERROR is none', () => {
  const parse = unlessAbsent(parseFan);

  expect(parse('ERROR: Command is not supported on this platform\n')).toMatchObject({ kind: 'absent' });
  expect(parse('ERROR: Invalid entry: "fan"\n')).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});

test('the Total row is no supply', () => {
  expect(parsePower(`${powerHead} 1/1  920  AC  UP  Internal\n    Total   920 \n`)).toMatchObject({
    readings: [{ subject: '1/1', values: { watts: 920 }, status: 'UP' }],
  });
});

test.each([
  ['rows without their total', `${powerHead} 1/1  920  AC  UP  Internal\n`, 'cut'],
  ['a total alone', `${powerHead}    Total   920 \n`, 'no-row'],
  [
    'a row without status',
    `${powerHead} 1/1  920  AC\n 1/2  920  AC  UP  Internal\n    Total 1840\n`,
    'not-understood',
  ],
  ['a bay before any slot', `${slotHead}        2      --      --      --       --\n`, 'cut'],
])('power: %s is not judged', (_name, text, reason) => {
  expect(parsePower(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('AOS 6: the slot stands on its first row only', () => {
  const rows = '  1     1      90      AC      UP     Internal\n        2      --      --      --       --\n';

  expect(parsePower(`${slotHead}${rows}  2     1      90      AC     DOWN    Internal\n`)).toMatchObject({
    readings: [
      { subject: '1/1', status: 'UP' },
      { subject: '1/2', status: '--', values: { watts: null } },
      { subject: '2/1', status: 'DOWN' },
    ],
  });
});

const chassis = (id: number, last = '  MAC Address:                   00:00:5e:00:53:01\n') => `Chassis ${id}
  Model Name:                    OS6450-P10,
  Serial Number:                 XJ000000000${id},
  Admin Status:                  POWER ON,
  Operational Status:            UP,
${last}
`;

test('a member without its last line is not judged', () => {
  expect(parseChassis(chassis(1) + chassis(2, ''))).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseChassis(chassis(1, '') + chassis(2))).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});

test.each([
  ['41 days 0 hours 4 minutes and 32 seconds', 41 * 86_400 + 4 * 60 + 32],
  ['1 day 1 hour 1 minute and 1 second', 90_061],
  ['a while', undefined],
])('uptime: %s', (words, seconds) => {
  expect(uptimeSeconds(words)).toBe(seconds);
});

test('show system without its second flash block is cut', () => {
  const text = `System:
  Description:  Alcatel-Lucent OS6450-10 6.7.2.112.R07 GA, March 12, 2021.,
  Up Time:      1 days 2 hours 3 minutes and 4 seconds,
  Name:         a,
  Date & Time:  MON FEB 02 2026  04:10:00 (ZP8)
Flash Space:
    Primary CMM:
      Available (bytes):  1,
      Comments         :  None
    Secondary CMM:
`;

  expect(parseSystem(text)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseSystem(text.replace('    Secondary CMM:\n', ''))).toMatchObject({ kind: 'readings' });
});

const state = (directory: string) => `CONFIGURATION STATUS
  Running CMM              : MASTER-PRIMARY,
  CMM Mode                 : VIRTUAL-CHASSIS MONO CMM,
  Running configuration    : ${directory},
  Certify/Restore Status   : CERTIFIED
SYNCHRONIZATION STATUS
  Running Configuration    : SYNCHRONIZED
`;

test('two CMMs without a word on their flash is cut', () => {
  expect(parseRunningDirectory(state('WORKING').replace('MONO CMM', 'DUAL CMMs'))).toMatchObject({ reason: 'cut' });
});

test.each([
  ['WORKING', 'MASTER-PRIMARY', 'good'],
  ['WORKING', 'SLAVE-PRIMARY', 'attention'],
  ['CERTIFIED', 'MASTER-PRIMARY', 'bad'],
  ['CERTIFIED', 'SLAVE-PRIMARY', 'bad'],
])('running from %s on %s is %s', (directory, cmm, expected) => {
  const parsed = parseRunningDirectory(state(directory).replace('MASTER-PRIMARY', cmm));
  const [first] = parsed.kind === 'readings' ? parsed.readings : [];

  expect(first && aleWords(first).state).toBe(expected);
});

const topology = (members: number) => `Local Chassis: 1
 Oper                                   Config   Oper
 Chas  Role         Status              Chas ID  Pri   Group  MAC-Address
-----+------------+-------------------+--------+-----+------+------------------
${[' 1     Master       Running             1        200   9      00:00:5e:00:53:b1\n', ' 2     Slave        Running             2        100   9      00:00:5e:00:53:b2\n'].slice(0, members).join('')}`;
const asked = (directory: string, members: number, certify = 'CERTIFIED') =>
  new Map([
    ['show  running-directory ', state(directory).replace('CERTIFIED\nSYN', `${certify}\nSYN`)],
    ['show virtual-chassis topology', topology(members)],
  ]);

test.each([
  ['WORKING', 1, 'CERTIFIED', ['/flash/working/vcboot.cfg'], ['/flash/working/vcsetup.cfg']],
  ['WORKING', 2, 'CERTIFIED', ['/flash/working/vcboot.cfg', '/flash/working/vcsetup.cfg'], []],
  [
    'WORKING',
    2,
    'CERTIFY NEEDED',
    ['/flash/working/vcboot.cfg', '/flash/working/vcsetup.cfg'],
    ['/flash/certified/vcboot.cfg', '/flash/certified/vcsetup.cfg'],
  ],
  ['CERTIFIED', 1, 'CERTIFY NEEDED', ['/flash/certified/vcboot.cfg'], ['/flash/certified/vcsetup.cfg']],
  ['Site7', 2, 'CERTIFIED', ['/flash/Site7/vcboot.cfg', '/flash/Site7/vcsetup.cfg'], []],
  ['../etc', 2, 'CERTIFY NEEDED', [], []],
])('the files of %s with %d chassis, %s', (directory, members, certify, needed, optional) => {
  const outputs = asked(directory, members, certify);

  expect(configFilesIn(vcFiles)(outputs)).toEqual(needed);
  expect(optionalFilesIn(vcFiles)(outputs)).toEqual(optional);
});

test('without a word on its chassis a switch is asked for its configuration alone', () => {
  const single = new Map([['show running-directory', state('WORKING')]]);
  const double = new Map([['show running-directory', state('WORKING').replace('MONO CMM', 'DUAL CMMs')]]);

  expect(configFilesIn(vcFiles)(single)).toEqual(['/flash/working/vcboot.cfg']);
  expect(optionalFilesIn(vcFiles)(single)).toEqual([]);
  expect(configFilesIn(vcFiles)(double)).toEqual(['/flash/working/vcboot.cfg', '/flash/working/vcsetup.cfg']);
});

test('AOS 6 has one file, and its certified copy while that differs', () => {
  expect(configFilesIn(aos6Files)(asked('WORKING', 0, 'CERTIFY NEEDED'))).toEqual(['/flash/working/boot.cfg']);
  expect(optionalFilesIn(aos6Files)(asked('WORKING', 0, 'CERTIFY NEEDED'))).toEqual(['/flash/certified/boot.cfg']);
  expect(optionalFilesIn(aos6Files)(asked('WORKING', 0))).toEqual([]);
});

test('the working directory is asked while the running one is not known', () => {
  expect(configFilesIn(aos6Files)(new Map())).toEqual(['/flash/working/boot.cfg']);
  expect(optionalFilesIn(aos6Files)(new Map())).toEqual([]);
});

test('licence names hold blanks', () => {
  const text = `                                           Time (Days)    Upgrade       Expiration
VC   device   License           Type       Remaining      Status        Date
---+--------+-----------------+----------+--------------+-------------+---------------
1    0        Data Center       DEMO       0              NA            NA
`;

  expect(parseLicenseInfo(text)).toMatchObject({
    readings: [{ subject: 'Data Center (1/0)', values: { name: 'Data Center', daysLeft: 0, permanent: 0 } }],
  });
});

test('a switch without licences prints the heading alone: it has none', () => {
  const head = 'Time (Days)\nVC  device  License  Type  Remaining\n---+-------+--------+-----+----------\n';

  expect(parseLicenseInfo(head)).toEqual({ kind: 'absent', line: 'Time (Days)' });
  expect(parseLicenseInfo('Time (Days)\nVC  device  License  Type  Remaining\n')).toMatchObject({ reason: 'no-row' });
});

test.each([
  [
    'rows behind the total',
    parsePower,
    `${powerHead} 1/1  920  AC  UP  Internal\n    Total 920\n 2/1  920  AC  UP  Internal\n`,
  ],
  [
    'a line that says that another follows',
    parseRunningDirectory,
    'SYNCHRONIZATION STATUS\n  Running configuration : WORKING,\n  Certify/Restore Status : CERTIFIED\n  Running Configuration : SYNCHRONIZED,\n',
  ],
  ['limits without the line behind them', parseHealthLimits, 'Memory Threshold = 80,\nCPU Threshold = 80,\n'],
])('an answer lacks its end: %s', (_name, parse, text) => {
  expect(parse(text)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
});
