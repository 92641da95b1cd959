import { describe, expect, test } from 'vitest';
import { findCommand, membersFor } from '../../../../../electron/engine/judge/platform-lookup';
import { readText } from '../../../../../electron/engine/judge/read-output';
import { parseClock } from '../../../../../electron/engine/vendors/comware/clock';
import { parseConfigDiff } from '../../../../../electron/engine/vendors/comware/config-diff';
import { parseInboundCounters } from '../../../../../electron/engine/vendors/comware/counters';
import { parseDevice } from '../../../../../electron/engine/vendors/comware/device';
import { parseEnvironment } from '../../../../../electron/engine/vendors/comware/environment';
import { parseCpu, parseMemory } from '../../../../../electron/engine/vendors/comware/load';
import { parseFan, parsePower } from '../../../../../electron/engine/vendors/comware/parts';
import { isComware, parseVersion } from '../../../../../electron/engine/vendors/comware/version';
import { hpComware } from '../../../../../electron/engine/vendors/comware/comware';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const statuses = (parsed: Parsed): unknown =>
  parsed.kind === 'readings' ? parsed.readings.map(({ subject, status }) => [subject, status]) : parsed;
const values = (parsed: Parsed): unknown =>
  parsed.kind === 'readings' ? parsed.readings.map((reading) => reading.values) : parsed;

const environment = `System temperature information (degree centigrade):
 Slot  Sensor    Temperature  LowerLimit  WarningUpperLimit  AlarmUpperLimit  ShutdownUpperLimit
 1     hotspot 1 44           -5          80                 90               NA
`;

test.each<readonly [string, (text: string) => Parsed, string, string]>([
  ['a fan without its state', parseFan, ' Slot 1\n  FAN 1\n  FAN 2\n  State : Normal\n', 'not-understood'],
  ['the last fan without its state', parseFan, ' Slot 1\n  FAN 1\n  State : Normal\n  FAN 2\n', 'cut'],
  ['a slot without fans', parseFan, ' Slot 1:\n', 'no-row'],
  ['an empty state', parseFan, ' FAN 1\n State :\n', 'not-understood'],
  ['a state of no fan', parseFan, ' FAN 1\n State : Normal\n State : Fault\n', 'not-understood'],
  ['a fan on one line that is damaged', parseFan, ' Fan   1 State: Normal\n Fan   2  Fault\n', 'not-understood'],
  ['a supply without its word', parsePower, ' Power   1 State: Normal\n Power   2 State:\n', 'not-understood'],
  ['supplies without rows', parsePower, '  Index         Status\n  ----------------------\n', 'no-row'],
  ['a supply of fewer columns', parsePower, 'PowerID State Mode Current(A) Voltage(V) Power(W)\n1 Normal AC\n', 'cut'],
  ['a board with one load missing', parseCpu, 'Slot 1 CPU 0 CPU usage:\n  6% in last 5 seconds\n', 'cut'],
  ['a board without loads', parseCpu, 'Slot 1 CPU 0 CPU usage:\n', 'no-row'],
  ['a load of 600 %', parseCpu, 'Unit CPU usage:\n 600% in last 5 seconds\n', 'not-understood'],
  ['memory of a rate that is none', parseMemory, 'System Total Memory(bytes): 1\nUsed Rate: x%\n', 'not-understood'],
  [
    'memory without its rate',
    parseMemory,
    'System Total Memory(bytes): 424004240\nTotal Used Memory(bytes): 1\n',
    'cut',
  ],
  [
    'a slot of memory without its row',
    parseMemory,
    'Slot 1:\n Total Used Free Shared Buffers Cached FreeRatio\nSwap: 0 0 0\n',
    'no-row',
  ],
  [
    'a temperature that is no number',
    parseEnvironment,
    `${environment} 1 hotspot 2 hot -5 80 90 NA\n`,
    'not-understood',
  ],
  ['a temperature row cut short', parseEnvironment, `${environment} 1 hotspot 2 44\n`, 'cut'],
  ['a board of an unknown state', parseDevice, 'Slot Type State Subslot\n1 S5130S Sleeping 0\n', 'not-understood'],
  ['a version without uptime', parseVersion, 'H3C Comware Software, Version 7.1.070, Release 6328P03\n', 'cut'],
  ['no difference printed', parseConfigDiff, '', 'empty'],
  ['a difference asked for and nothing more', parseConfigDiff, '<SW>display current-configuration diff\n', 'cut'],
  ['a prompt without the question', parseConfigDiff, '<SW>\n', 'not-understood'],
  [
    'words behind the question',
    parseConfigDiff,
    '<SW>display current-configuration diff\nBusy.\n<SW>\n',
    'not-understood',
  ],
  ['a clock without a time', parseClock, 'Time Zone : Z5 add 05:00:00\n', 'not-understood'],
  [
    'counters with a word',
    parseInboundCounters,
    'Interface  Total (pkts)  Err (pkts)\nGE1/0/1 1 2 3 x\n',
    'not-understood',
  ],
])('%s is not judged', (_name, parse, text, reason) => {
  expect(parse(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('the prompt right behind the question shows that nothing is unsaved', () => {
  expect(values(parseConfigDiff('<SW>display current-configuration diff\r\n<SW>'))).toEqual([
    expect.objectContaining({ synchronised: 'SYNCHRONIZED' }),
  ]);
});

test('a release of a patched platform is read', () => {
  const text =
    'H3C Comware Software, Version 7.1.070P22, Release 2609\nH3C S6520X-30QC-EI uptime is 1 week, 2 days, 3 hours, 1 minute\n' +
    'Boot image version: 7.1.070P22, Release 2609\n';

  expect(values(parseVersion(text))).toEqual([
    expect.objectContaining({ model: 'S6520X-30QC-EI', release: '2609' }),
    { seconds: 788_460 },
    expect.objectContaining({ package: 'Comware 7.1.070P22' }),
    expect.objectContaining({ package: 'Boot 7.1.070P22', release: '2609' }),
  ]);
});

test('the sensor is two words and the limit may be NA', () => {
  expect(values(parseEnvironment(environment))).toEqual([
    { celsius: 44, thresholdCelsius: 80, dangerCelsius: 90, rangeLowCelsius: -5, rangeHighCelsius: null },
  ]);
});

test('what is not free is used', () => {
  const text =
    'Slot 1:\n Total Used Free Shared Buffers Cached FreeRatio\nMem: 1000 900 100 0 -- 10 12.5%\nSwap: 0 0 0\n';

  expect(values(parseMemory(text))).toEqual([expect.objectContaining({ percent: 87.5 })]);
});

test('log lines, an echo and a prompt change nothing', () => {
  const rows = ' Slot 1\n  FAN 1\n  State : Normal\n';
  const log = '%Nov 20 08:55:02:115 2026 ACC-2F DEV/3/FAN_RECOVERED: a fan recovered.';

  expect(parseFan(`<ACC-2F>display fan\n Slot 1\n${log}\n  FAN 1\n  State : Normal\n<ACC-2F>`)).toEqual(parseFan(rows));
});

test('chassis switches count their boards with and without chassis numbers', () => {
  const text = 'Chassis Slot Type State Subslot Soft Ver\n1 0 LSXM1SUPB1 Master 0 X-1\n2 1 LSXM1SUPB1 Fault 0 X-1\n';

  expect(statuses(parseDevice(text))).toEqual([
    ['1/0', 'Master'],
    ['2/1', 'Fault'],
  ]);
});

describe('the platform', () => {
  test('is told from a look-alike', () => {
    expect(isComware('Comware Software, Version 5.20, Release 2511, Standard\n')).toBe(true);
    expect(isComware('VRP (R) software, Version 5.170 (S5720 V200R011C10SPC600)\n')).toBe(false);
  });

  test('is found by the types of workbooks', () => {
    expect(['hp_comware', 'hp_comware_telnet', 'h3c'].map((type) => membersFor(type)[0].id)).toEqual([
      'hp-comware',
      'hp-comware',
      'hp-comware',
    ]);
  });

  test.each([
    ["             ^\n % Unrecognized command found at '^' position.\n"],
    [" % Too many parameters found at '^' position.\n"],
    ['Permission denied.\n'],
  ])('takes a refusal for no answer: %j', (text) => {
    expect(readText(hpComware, findCommand(hpComware, 'display fan'), text)).toMatchObject({ reason: 'refused' });
  });

  test('does not take a log line for a refusal', () => {
    const text = '%Nov 20 08:55:02:115 2026 SW IFNET/3/PHY_UPDOWN: down.\n Fan   1 State: Normal\n';

    expect(
      statuses(hpComware.commands.find(({ command }) => command === 'display fan')?.parse?.(text) as Parsed),
    ).toEqual([['1', 'Normal']]);
    expect(readText(hpComware, findCommand(hpComware, 'display fan'), text).kind).toBe('readings');
  });

  test.each([
    ['display version', true],
    ['display interface | include error', true],
    ['display diagnostic-information', false],
    ['display version > a.txt', false],
    ['save force', false],
  ])('%s only reads: %s', (command, reads) => {
    expect(hpComware.readOnly.some((pattern) => pattern.test(command))).toBe(reads);
  });
});
