import { describe, expect, test } from 'vitest';
import { Thresholds } from '../../../../shared/model/settings/index';
import type { Level } from '../../../../shared/model/verdict';
import { judgeDevice } from '../../../../electron/engine/judge/judge-device';
import { platformById } from '../../../../electron/engine/judge/platform-lookup';
import { commandOfFile, platformRecordings } from '../../../support/platform-recordings';

const now = Date.UTC(2026, 10, 20);

/** Level of every finding of a recorded device, as `check subject: level`. */
function levelsOf(platform: string, name: string): readonly string[] {
  const member = platformById(platform);
  const recording = platformRecordings().find((each) => each.platform === platform && each.name === name);
  if (member === undefined || recording === undefined) throw new Error(`no recording ${platform}/${name}`);
  const spellings = member.lookup.known.flatMap(({ command, aliases = [] }) => [command, ...aliases]);
  const { findings } = judgeDevice({
    platform: member,
    deviceType: member.deviceTypes[0] ?? '',
    outputs: [...recording.commands].map(([file, text]) => {
      return { command: commandOfFile(file, spellings), text, end: 'complete', code: undefined };
    }),
    files: [],
    thresholds: Thresholds.parse({}),
    now,
  });
  return findings.map(({ check, subject, level }) => `${check} ${subject}: ${level}`);
}

const judgedKinds = [
  'uptime',
  'cpu-load',
  'memory-use',
  'temperature',
  'fan',
  'power-supply',
  'chassis-status',
  'software-version',
  'licence-expiry',
  'config-saved',
  'flash-free',
  'log-severity',
  'optic-level',
  'weak-service',
] as const;

describe.each([
  ['huawei-vrp', 's5720-28x-si_v200r011c10'],
  ['huawei-vrp8', 'ce12808s_v200r005c10'],
  ['huawei-yunshan', 's5755-h24t4y2cz_v600r023c10'],
  ['huawei-usg', 'usg6530_v500r005c20'],
  ['hp-comware', 's5130s-28s-ei_7.1.070-r6328p03'],
] as const)('a healthy %s device', (platform, name) => {
  test('has only good findings of the parts', () => {
    const levels = levelsOf(platform, name).filter((each) => judgedKinds.some((kind) => each.startsWith(`${kind} `)));

    expect(levels.filter((each) => !/: (?:pass|n\/a)$/.test(each))).toEqual([]);
    expect(levels.filter((each) => each.endsWith(': pass')).length).toBeGreaterThan(5);
  });
});

type Cell = readonly [finding: string, level: Level];

const troubled: readonly (readonly [platform: string, name: string, cells: readonly Cell[]])[] = [
  [
    'huawei-vrp',
    's7706-troubled_v200r010c00',
    [
      ['uptime ', 'warn'],
      ['cpu-load ', 'fail'],
      ['memory-use ', 'fail'],
      ['temperature 1', 'fail'],
      ['temperature 7/1', 'warn'],
      ['fan FAN1', 'pass'],
      ['fan FAN2', 'fail'],
      ['power-supply PWR1', 'pass'],
      ['power-supply PWR2', 'warn'],
      ['power-supply PWR3', 'fail'],
      ['power-supply PWR4', 'n/a'],
      ['chassis-status 1/1', 'fail'],
      ['chassis-status 1/2', 'fail'],
      ['chassis-status 1/3', 'warn'],
      ['software-version VRP', 'unknown'],
      ['software-version MainBoard next startup', 'warn'],
      ['config-saved MainBoard startup', 'warn'],
      ['config-saved ', 'warn'],
      ['flash-free cfcard:/', 'fail'],
      ['licence-expiry License state', 'warn'],
      ['licence-expiry NGFW', 'fail'],
      ['log-severity critical', 'fail'],
      ['log-severity error', 'fail'],
      ['log-severity warning', 'warn'],
      ['optic-level XGigabitEthernet1/0/1', 'fail'],
      ['optic-level XGigabitEthernet1/0/2', 'warn'],
      ['optic-level XGigabitEthernet1/0/3', 'pass'],
      ['weak-service telnet', 'warn'],
      ['weak-service ftp', 'warn'],
      ['weak-service http', 'warn'],
      ['weak-service ssh v1', 'warn'],
      ['weak-service snmp-v2c', 'warn'],
    ],
  ],
  [
    'huawei-vrp8',
    'ne40e-x2-m8a-troubled_v800r011c00',
    [
      ['uptime ', 'warn'],
      ['cpu-load ', 'warn'],
      ['cpu-load ', 'fail'],
      ['memory-use ', 'fail'],
      ['temperature 9/CX68NPU 0.0.0', 'fail'],
      ['temperature 9/CX68NPU 0.1.0', 'warn'],
      ['fan 15', 'pass'],
      ['fan 16', 'fail'],
      ['power-supply PWR13', 'warn'],
      ['chassis-status 11', 'fail'],
      ['software-version VRP', 'unknown'],
      ['software-version MainBoard next startup', 'warn'],
      ['config-saved MainBoard startup', 'warn'],
      ['config-saved ', 'warn'],
      ['flash-free cfcard:/', 'warn'],
      ['licence-expiry License state', 'warn'],
      ['licence-expiry NEFEA1', 'fail'],
      ['log-severity alert', 'fail'],
      ['log-severity warning', 'pass'],
      ['optic-level 100GE9/0/2 lane 0', 'pass'],
      ['optic-level 100GE9/0/2 lane 1', 'fail'],
      ['weak-service telnet', 'warn'],
      ['weak-service snmp-v1', 'pass'],
      ['weak-service snmp-v2c', 'warn'],
    ],
  ],
  [
    'huawei-yunshan',
    'ce6866-troubled_v300r023c00',
    [
      ['uptime ', 'warn'],
      ['cpu-load ', 'fail'],
      ['memory-use ', 'fail'],
      ['temperature 1/TEMP_A', 'fail'],
      ['temperature 1/TEMP_B', 'warn'],
      ['temperature 1/CPU', 'pass'],
      ['fan 1/FAN1', 'pass'],
      ['fan 1/FAN2', 'fail'],
      ['fan 1/FAN3', 'fail'],
      ['fan 1/FAN4', 'warn'],
      ['power-supply 1/PWR1', 'warn'],
      ['power-supply 1/PWR2', 'pass'],
      ['power-supply 1/PWR3', 'n/a'],
      ['chassis-status 1/FAN2', 'fail'],
      ['software-version MainBoard next startup', 'warn'],
      ['config-saved MainBoard startup', 'warn'],
      ['config-saved ', 'warn'],
      ['ntp-sync NTP', 'warn'],
      ['flash-free flash:/', 'fail'],
      ['log-severity critical', 'fail'],
      ['optic-level 25GE1/0/1', 'fail'],
      ['weak-service telnet', 'warn'],
    ],
  ],
  [
    'huawei-usg',
    'usg6330-trial_v500r001c30',
    [
      ['uptime ', 'warn'],
      ['cpu-load ', 'warn'],
      ['memory-use ', 'warn'],
      ['chassis-status 0', 'fail'],
      ['chassis-status HRP', 'pass'],
      ['chassis-status HRP peer', 'fail'],
      ['chassis-status HRP role', 'warn'],
      ['chassis-status HRP core state', 'fail'],
      ['software-version VRP', 'unknown'],
      ['software-version MainBoard next startup', 'warn'],
      ['licence-expiry License state', 'warn'],
      ['licence-expiry CONTENT1', 'fail'],
      ['licence-expiry IPS', 'fail'],
      ['config-saved ', 'warn'],
      ['flash-free hda1:/', 'warn'],
      ['log-severity alert', 'fail'],
      ['log-severity warning', 'warn'],
      ['weak-service telnet', 'warn'],
      ['weak-service ftp', 'warn'],
      ['weak-service snmp-v1', 'pass'],
      ['weak-service snmp-v2c', 'warn'],
    ],
  ],
  [
    'hp-comware',
    's10504-troubled_7.1.070-r7585',
    [
      ['uptime ', 'warn'],
      ['cpu-load Slot 0 CPU 0', 'fail'],
      ['cpu-load Slot 1 CPU 0', 'warn'],
      ['memory-use Slot 0', 'fail'],
      ['temperature 0/inflow 1', 'pass'],
      ['temperature 0/hotspot 1', 'fail'],
      ['temperature 1/hotspot 1', 'warn'],
      ['fan 2', 'warn'],
      ['fan 3', 'fail'],
      ['power-supply PWR2', 'n/a'],
      ['power-supply PWR3', 'fail'],
      ['chassis-status 2', 'fail'],
      ['chassis-status 3', 'n/a'],
      ['software-version System', 'warn'],
      ['config-saved MainBoard startup', 'warn'],
      ['config-saved ', 'warn'],
      ['flash-free flash:/', 'fail'],
      ['licence-expiry SPBM', 'fail'],
      ['licence-expiry EVI', 'fail'],
      ['log-severity critical', 'fail'],
      ['log-severity warning', 'warn'],
      ['optic-level Ten-GigabitEthernet0/0/9', 'fail'],
      ['optic-level Ten-GigabitEthernet1/0/9', 'warn'],
      ['optic-level FortyGigE1/0/10 channel 1', 'pass'],
      ['weak-service telnet', 'warn'],
      ['weak-service ftp', 'warn'],
      ['weak-service http', 'warn'],
      ['weak-service snmp-v1', 'warn'],
    ],
  ],
  [
    'hp-comware',
    'msr3040_5.20-r2511',
    [
      ['uptime ', 'pass'],
      ['memory-use ', 'warn'],
      ['temperature 0', 'pass'],
      ['temperature 1', 'fail'],
      ['fan 2', 'fail'],
      ['power-supply 1', 'n/a'],
      ['chassis-status 0/1', 'fail'],
      ['config-saved MainBoard startup', 'n/a'],
      ['flash-free cfa0:/', 'warn'],
      ['log-severity warning', 'warn'],
      ['optic-level ', 'n/a'],
      ['weak-service telnet', 'warn'],
      ['weak-service ssh v1', 'warn'],
    ],
  ],
];

describe.each(troubled)('a troubled %s device, %s', (platform, name, cells) => {
  test('shows every trouble', () => {
    const levels = levelsOf(platform, name);

    expect(cells.map(([finding, level]) => `${finding}: ${level}`).filter((each) => !levels.includes(each))).toEqual(
      [],
    );
  });
});
