import { describe, expect, test } from 'vitest';
import { readText } from '../../../../../electron/engine/judge/read-output';
import {
  findCommand,
  membersFor,
  ownCommand,
  recogniseMember,
} from '../../../../../electron/engine/judge/platform-lookup';
import { parseClock, parseNtp } from '../../../../../electron/engine/vendors/dialects/vrp/clock';
import {
  parseCompare,
  parseStartup,
  startupPath,
} from '../../../../../electron/engine/vendors/dialects/vrp/config-state';
import { parseDevice } from '../../../../../electron/engine/vendors/huawei/device';
import { parseFan } from '../../../../../electron/engine/vendors/huawei/fan';
import { parseInterfaceBrief } from '../../../../../electron/engine/vendors/huawei/interface-brief';
import { parseLicense } from '../../../../../electron/engine/vendors/huawei/license';
import { parseCpu, parseMemory } from '../../../../../electron/engine/vendors/huawei/load';
import { parsePower } from '../../../../../electron/engine/vendors/huawei/power';
import { parseDir } from '../../../../../electron/engine/vendors/dialects/vrp/storage';
import { parseTemperature } from '../../../../../electron/engine/vendors/huawei/temperature';
import { parseVersion } from '../../../../../electron/engine/vendors/huawei/version';
import { huaweiVrp } from '../../../../../electron/engine/vendors/huawei/vrp';
import { huaweiYunshan } from '../../../../../electron/engine/vendors/huawei/yunshan';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const statuses = (parsed: Parsed): unknown =>
  parsed.kind === 'readings' ? parsed.readings.map(({ subject, status }) => [subject, status]) : parsed;
const values = (parsed: Parsed): unknown =>
  parsed.kind === 'readings' ? parsed.readings.map((reading) => reading.values) : parsed;

const boxFans = `
 Slot  FanID   Online    Status    Speed     Mode     Airflow
-------------------------------------------------------------------------
 0     1       Present   Normal    40%       Auto     Side-to-Back
`;

test.each<readonly [string, (text: string) => Parsed, string, string]>([
  [
    'a fan row with a word too much',
    parseFan,
    `${boxFans} 0  2  Present  Normal  45%  Auto  Side to-Back\n`,
    'not-understood',
  ],
  ['a fan row cut short', parseFan, `${boxFans} 0  2  Present\n`, 'cut'],
  ['fans without rows', parseFan, boxFans.split('\n').slice(0, 3).join('\n') + '\n', 'no-row'],
  ['fans without heading', parseFan, 'something else\n', 'not-understood'],
  [
    'a single fan of a tray that stands still',
    parseFan,
    ' FanID FanNum Online Register Speed Min-speed Mode Airflow\n FAN1 [1-2] Present Registered 60% (2250) 30% AUTO Side-to-Back\n     1    0\n',
    'cut',
  ],
  ['a block of fans without its status', parseFan, 'Slotid    : 10\nPresent   : YES\n', 'cut'],
  [
    'a supply with fewer columns than the heading',
    parsePower,
    ' Slot PowerID Online Mode State Power(W)\n---\n 0 PWR1 Present AC Supply\n',
    'cut',
  ],
  ['CPU above 100 %', parseCpu, 'CPU Usage            : 108% Max: 83%\n', 'not-understood'],
  ['CPU without its line', parseCpu, 'CPU Usage Stat. Cycle: 60 (Second)\n', 'cut'],
  [
    'CPU averages that are no numbers',
    parseCpu,
    'CPU Usage : 8% Max: 9%\nCPU utilization for five seconds: x\n',
    'not-understood',
  ],
  ['memory cut after the totals', parseMemory, ' System Total Memory Is: 2134900736 bytes\n', 'cut'],
  [
    'a temperature of 999',
    parseTemperature,
    'Slot Card Sensor Status Current(C) Lower(C) Upper(C)\n0 NA NA Normal 999 0 65\n',
    'not-understood',
  ],
  [
    'a router slot at the end without sensors',
    parseTemperature,
    'PCB I2C Addr Chl Status Minor Major Fatal Adj_speed Temp\nSlotID9 :\n',
    'cut',
  ],
  [
    'a board with a row that is not whole',
    parseDevice,
    'Slot  Card Type Online Power Register Alarm Primary\n---\n3 - CE-L24LQ Present On Registered Normal NA\n4 - CE-L24LQ Present On\n',
    'cut',
  ],
  ['a version without uptime', parseVersion, 'VRP (R) software, Version 5.170 (S7700 V200R010C00SPC600)\n', 'cut'],
  [
    'a version of another maker',
    parseVersion,
    'Comware Software, Version 5.20, Release 2511\nH3C X uptime is 1 day\n',
    'not-understood',
  ],
  ['files without the line of the total', parseDir, 'Directory of flash:/\n 0 -rw- 14 Nov 06 2025 10:22:31 a\n', 'cut'],
  ['more free than there is', parseDir, 'Directory of flash:/\n10 KB total (11 KB free)\n', 'not-understood'],
  ['a comparison that says neither', parseCompare, 'The current configuration is being compared\n', 'not-understood'],
  [
    'startup files cut before the next one',
    parseStartup,
    'MainBoard:\n Startup saved-configuration file: flash:/a.cfg\n',
    'cut',
  ],
  [
    'a licence of a word for a date',
    parseLicense,
    'License state : Normal\nFeature name : A\nExpired date : soon\n',
    'not-understood',
  ],
  ['a licence cut in a feature', parseLicense, 'License state : Normal\nFeature name : A\n', 'cut'],
  ['a licence cut after its state', parseLicense, 'License state : Normal\n', 'cut'],
  ['a licence without its state', parseLicense, 'Feature name : A\nExpired date : PERMANENT\n', 'not-understood'],
  [
    'startup files of two boards, one without its next file',
    parseStartup,
    'MainBoard:\n Startup saved-configuration file: flash:/a.cfg\nSlaveBoard:\n Startup saved-configuration file: flash:/a.cfg\n Next startup saved-configuration file: flash:/a.cfg\n',
    'not-understood',
  ],
  ['an unknown clock state', parseNtp, ' clock status: local\n', 'not-understood'],
  ['a clock without a time', parseClock, 'Sunday\n', 'not-understood'],
  [
    'a port with a counter of letters',
    parseInterfaceBrief,
    'Interface PHY Protocol InUti OutUti inErrors outErrors\nGE0/0/1 up up 0% 0% x 0\n',
    'not-understood',
  ],
])('%s is not judged', (_name, parse, text, reason) => {
  expect(parse(text)).toMatchObject({ kind: 'unreadable', reason });
});

describe('words that contain each other', () => {
  test('not the same is not the same', () => {
    expect(
      values(parseCompare('The current configuration is not the same as the next startup configuration file.\n')),
    ).toEqual([expect.objectContaining({ synchronised: 'NOT SYNCHRONIZED' })]);
  });

  test('unsynchronized is not synchronized', () => {
    expect(values(parseNtp(' clock status: unsynchronized\n'))).toEqual([expect.objectContaining({ synchronised: 0 })]);
  });

  test('an unregistered board is not called by its alarm', () => {
    const text = 'Slot # Type Online Register Status Role\n---\n 18 MPU Present Unregistered Normal MMB\n';

    expect(statuses(parseDevice(text))).toEqual([['18', 'Unregistered']]);
  });

  test('a NO anywhere in a block of fans is a NO', () => {
    const text = 'Slotid : 1\nPresent : YES\nRegistered: NO\nStatus : AUTO\nFanSpeed : [No.]Speed\n  [1] 40%\n';

    expect(statuses(parseFan(text))).toEqual([['1', 'NO']]);
  });
});

describe('what falls into an answer', () => {
  const log = 'Nov 20 2026 08:55:02+08:00 SW %%01IFNET/4/LINK_STATE(l)[0]:The line protocol has turned into UP state.';
  const trap = '#Nov 20 2026 08:55:03+08:00 SW SRM_FAN/4/ENTITYINVALID: a fan';

  test('log lines and a prompt change nothing', () => {
    expect(
      parseFan(`<SW>display fan\n${boxFans}${log}\n${trap}\n 0 2 Present Normal 45% Auto Side-to-Back\n<SW>`),
    ).toEqual(parseFan(`${boxFans} 0 2 Present Normal 45% Auto Side-to-Back\n`));
  });

  test('the time of the device is no log line', () => {
    expect(values(parseClock('2026-11-20 09:12:50\nFriday\nTime Zone(BJ) : UTC+08:00\n'))).toEqual([
      { epochSeconds: Date.UTC(2026, 10, 20, 1, 12, 50) / 1000, utcOffsetMinutes: 480, synchronised: null },
    ]);
  });

  test('the highest CPU of the past is not the CPU now', () => {
    expect(values(parseCpu('CPU Usage            : 8% Max: 99%\n'))).toEqual([expect.objectContaining({ percent: 8 })]);
  });
});

describe('the members of the family', () => {
  const version = (line: string): string => `Huawei Versatile Routing Platform Software\n${line}\n`;

  test.each([
    ['VRP (R) software, Version 5.170 (S5720 V200R011C10SPC600)', 'huawei-vrp'],
    ['VRP (R) software, Version 5.30 (USG6000 V100R001C30)', 'huawei-usg'],
    ['VRP (R) software, Version 8.180 (NE40E V800R011C00SPC200)', 'huawei-vrp8'],
    ['VRP (R) software, Version 8.220 (USG6500F V600R007C20)', 'huawei-usg'],
  ])('%s is %s', (line, id) => {
    expect(recogniseMember('huawei', version(line))?.id).toBe(id);
  });

  test('YunShan OS is a member of its own, whatever the product', () => {
    const answer = (product: string): string => `Huawei YunShan OS\nVersion 1.24.0.1 (${product} V600R024C00SPC100)\n`;

    expect(['S5755', 'USG', 'CE6866'].map((product) => recogniseMember('huawei', answer(product))?.id)).toEqual([
      'huawei-yunshan',
      'huawei-yunshan',
      'huawei-yunshan',
    ]);
  });

  test('YunShan OS is asked in its own words', () => {
    const asked = ['display fan', 'display power', 'display temperature all', 'display memory-usage', 'display clock'];

    expect(asked.map((command) => ownCommand(huaweiYunshan, command))).toEqual([
      'display device fan',
      'display device power',
      'display device temperature all',
      'display memory',
      'display clock',
    ]);
    expect(ownCommand(huaweiVrp, 'display fan')).toBe('display fan');
  });

  test('another maker is none of them', () => {
    expect(recogniseMember('huawei', 'H3C Comware Software, Version 7.1.070, Release 6328P03\n')).toBeUndefined();
  });

  test('types of workbooks and telnet mean the family', () => {
    expect(membersFor('huawei_telnet').map(({ id }) => id)).toEqual([
      'huawei-usg',
      'huawei-vrp',
      'huawei-vrp8',
      'huawei-yunshan',
    ]);
    expect(membersFor('huawei_vrpv8').length).toBe(4);
    expect(membersFor('huawei_usg').map(({ id }) => id)).toEqual(['huawei-usg']);
  });
});

test.each([
  ["          ^\nError: Unrecognized command found at '^' position.\n"],
  ['Error: You do not have permission to run the command or the command is incomplete.\n'],
])('a refusal is no answer: %j', (text) => {
  const read = readText(huaweiVrp, findCommand(huaweiVrp, 'display fan'), text);

  expect(read).toMatchObject({ kind: 'none', reason: 'refused' });
});

test.each([
  ['flash:/vrpcfg.zip', '/vrpcfg.zip'],
  ['cfcard:/conf/main.cfg', '/conf/main.cfg'],
  ['null', undefined],
  ['flash:/../secret', undefined],
])('the configuration file %s is fetched as %s', (printed, path) => {
  const text = `MainBoard:\n Startup saved-configuration file: flash:/a.cfg\n Next startup saved-configuration file: ${printed}\n`;

  expect(startupPath(new Map([['display startup', text]]))).toBe(path);
});

test.each([
  ['display version', true],
  ['display current-configuration | include sysname', true],
  ['compare configuration', true],
  ['dir flash:/', true],
  ['display diagnostic-information', false],
  ['display version > flash:/a.txt', false],
  ['display version | save a', false],
  ['compare configuration a.cfg', false],
  ['reset saved-configuration', false],
  ['system-view', false],
])('%s only reads: %s', (command, reads) => {
  expect(huaweiVrp.readOnly.some((pattern) => pattern.test(command))).toBe(reads);
});
