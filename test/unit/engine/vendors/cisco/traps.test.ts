import { describe, expect, test } from 'vitest';
import { parseAsaEnvironment } from '../../../../../electron/engine/vendors/cisco/asa/environment';
import { isAsaVersion, parseAsaVersion } from '../../../../../electron/engine/vendors/cisco/asa/version';
import { durationSeconds } from '../../../../../electron/engine/vendors/cisco/duration';
import { parseInventory } from '../../../../../electron/engine/vendors/cisco/inventory';
import { parseIosEnvironment } from '../../../../../electron/engine/vendors/cisco/ios/environment';
import { parsePowerStatus, parseStackPower } from '../../../../../electron/engine/vendors/cisco/ios/power';
import { isStackable, parseIosVersion } from '../../../../../electron/engine/vendors/cisco/ios/version';
import {
  parseAsaCpu,
  parseProcessesCpu,
  parseProcessesMemory,
  parseSystemResources,
} from '../../../../../electron/engine/vendors/cisco/load';
import { parseNxosModule } from '../../../../../electron/engine/vendors/cisco/modules';
import { parseNxosEnvironment } from '../../../../../electron/engine/vendors/cisco/nxos/environment';
import { parseFailover, parseRedundancy } from '../../../../../electron/engine/vendors/cisco/redundancy';
import { parseSwitch } from '../../../../../electron/engine/vendors/cisco/stack';

test.each([
  ['2 years, 31 weeks, 6 days, 9 hours, 55 minutes', 2 * 31_536_000 + 31 * 604_800 + 6 * 86_400 + 9 * 3600 + 55 * 60],
  ['2 years 14 days', 2 * 31_536_000 + 14 * 86_400],
  ['123 day(s), 5 hour(s), 15 minute(s), 19 second(s)', 123 * 86_400 + 5 * 3600 + 15 * 60 + 19],
  ['5 hours 6 mins', 5 * 3600 + 360],
  ['7 weeks, 6 fortnights', undefined],
  ['', undefined],
])('uptime "%s" is %s seconds', (text, seconds) => {
  expect(durationSeconds(text)).toBe(seconds);
});

describe('CPU and memory', () => {
  test('the first number is all work, the second its interrupts', () => {
    const text = 'CPU utilization for five seconds: 29%/7%; one minute: 24%; five minutes: 23%\n';

    expect(parseProcessesCpu(text)).toMatchObject({ readings: [{ values: { percent: 29, minuteAverage: 24 } }] });
  });

  test.each([
    [
      'more than all',
      'CPU utilization for five seconds: 129%/0%; one minute: 24%; five minutes: 23%\n',
      'not-understood',
    ],
    ['no numbers', 'CPU utilization for five seconds: --; one minute: --; five minutes: --\n', 'not-understood'],
    ['another answer', 'Interface is up\n', 'not-understood'],
    ['a cut line', 'CPU utilization for five seconds: 29%/0%; one min', 'cut'],
  ])('%s is not judged', (_name, text, reason) => {
    expect(parseProcessesCpu(text)).toMatchObject({ kind: 'unreadable', reason });
  });

  test('pools that are full by design are not judged, the processor pool is', () => {
    const text =
      'Processor Pool Total:  1000 Used:  250 Free:  750\n lsmpi_io Pool Total:  6295128 Used:  6294296 Free:  832\n';

    expect(parseProcessesMemory(text)).toMatchObject({ readings: [{ subject: 'Processor', values: { percent: 25 } }] });
  });

  test('a pool line that does not parse spoils the answer', () => {
    expect(parseProcessesMemory('Processor Pool Total:  1000 Used:  ??? Free:  750\n')).toMatchObject({
      kind: 'unreadable',
    });
  });

  test('memory that the supervisor does not call OK is over its limit', () => {
    const text =
      'CPU states  :   2.00% user,   1.00% kernel,   97.00% idle\nMemory usage:   1000K total,   400K used,   600K free\nCurrent memory status: Warning\n';

    expect(parseSystemResources(text)).toMatchObject({
      readings: [{ values: { percent: 3 } }, { values: { percent: 40 }, status: '*' }],
    });
  });

  test('the last line of the resources proves that they are whole', () => {
    const text =
      'CPU states  :   2.00% user,   1.00% kernel,   97.00% idle\nMemory usage:   1000K total,   400K used,   600K free\n';

    expect(parseSystemResources(text)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  });

  test('of many cores the total counts', () => {
    const text =
      'Core         5 sec               1 min               5 min\nCore 0       99.0 (22.4 + 12.6)  35.8 (23.6 + 12.2)  35.2 (23.8 + 11.4)\nTotal CPU utilization for:\n      5 seconds = 34.2%; 1 minute: 36.2%; 5 minutes: 36.4%\n';

    expect(parseAsaCpu(text)).toMatchObject({ readings: [{ values: { percent: 34, minuteAverage: 36 } }] });
  });
});

describe('environment of IOS', () => {
  test('the short form has words only', () => {
    expect(parseIosEnvironment('FAN is FAULTY\nTEMPERATURE is OK\nPOWER is OK\n')).toMatchObject({
      readings: [
        { kind: 'fan', status: 'FAULTY' },
        { kind: 'temperature', status: 'OK', values: { celsius: null } },
        { kind: 'power', status: 'OK' },
      ],
    });
  });

  test('an unknown line among known ones spoils the answer', () => {
    expect(parseIosEnvironment('FAN is OK\nFAN 2 blocked\nPOWER is OK\n')).toMatchObject({
      kind: 'unreadable',
      reason: 'not-understood',
      line: 'FAN 2 blocked',
    });
  });

  test('a console message in the middle changes nothing', () => {
    const message = '*Nov 22 02:01:10.113: %LINK-3-UPDOWN: Interface Gi0/1, changed state to up\n';
    const text = 'FAN is OK\nTEMPERATURE is OK\nPOWER is OK\n';

    expect(parseIosEnvironment(text.replace('TEMP', `${message}TEMP`))).toEqual(parseIosEnvironment(text));
  });

  test('a sensor without its limits is not read', () => {
    const text =
      'Inlet Temperature Value: 29 Degree Celsius\nTemperature State: GREEN\nYellow Threshold : 46 Degree Celsius\n';

    expect(parseIosEnvironment(text)).toMatchObject({ kind: 'unreadable' });
  });

  test('a voltage that is not good is told, a good one is not', () => {
    const heading =
      ' Slot        Sensor          Current State   Reading        Threshold(Minor,Major,Critical,Shutdown)\n';
    const rows =
      ' R0          V: 12v          Normal        12130   mV       na\n R0          V: 5v           Critical       3130   mV       na\n';

    expect(parseIosEnvironment(heading + rows)).toMatchObject({
      readings: [{ kind: 'power', subject: 'PS/R0 V: 5v', status: 'Critical' }],
    });
  });
});

describe('supplies', () => {
  const heading =
    'SW  PID                 Serial#     Status           Sys Pwr  PoE Pwr  Watts\n--  ------------------  ----------  ---------------  -------  -------  -----\n';

  test('a heading without rows is no pass', () => {
    expect(parseStackPower(heading)).toMatchObject({ kind: 'unreadable', reason: 'no-row' });
  });

  test('a supply that answers and feeds nothing shows what the system gets', () => {
    const row = '1A  PWR-C1-715WAC       LAB00000A11  OK              Bad      Bad      715\n';

    expect(parseStackPower(heading + row)).toMatchObject({ readings: [{ subject: '1/A', status: 'Bad' }] });
  });

  test('an input without voltage is off', () => {
    const text =
      'Power                                             Fan      Inline\nSupply  Model No          Type       Status       Sensor   Status\n------  ----------------  ---------  -----------  -------  -------\nPS1     PWR-C45-4200ACV   AC 4200W   good         good     good\nPS1-1                                off\n';

    expect(parsePowerStatus(text)).toMatchObject({
      readings: [
        { subject: 'PS/1', status: 'good', values: { watts: 4200 } },
        { subject: 'PS/1-1', status: 'off' },
      ],
    });
  });
});

describe('stack, modules, pairs', () => {
  const heading =
    '                                             H/W   Current\nSwitch#   Role    Mac Address     Priority Version  State\n-------------------------------------------------------------------------------------\n';

  test('a member that is not there is told as printed', () => {
    const rows =
      '*1       Active   0200.5e00.5301     15     V03     Ready\n 2       Member   0000.0000.0000     0      V03     Unprovisioned\n';

    expect(parseSwitch(heading + rows)).toMatchObject({
      readings: [{ status: 'Ready' }, { subject: '2', status: 'Unprovisioned' }],
    });
  });

  test('a cut member row is not dropped', () => {
    const rows = '*1       Active   0200.5e00.5301     15     V03     Ready\n 2       Member   0000.00\n';

    expect(parseSwitch(heading + rows)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  });

  test('the model of a module may be empty', () => {
    const text =
      'Mod  Ports  Module-Type                         Model              Status\n---  -----  ----------------------------------- ------------------ ----------\n1    0      Supervisor Module                   N7K-SUP1           active *\n2    48     Ethernet Module                                        testing\n';

    expect(parseNxosModule(text)).toMatchObject({
      readings: [{ status: 'active' }, { subject: '2', status: 'testing', values: { model: null } }],
    });
  });

  test('a pair that was never set up is no fault, one that was switched off is', () => {
    const never = 'Failover Off\nFailover unit Secondary\nFailover LAN Interface: not Configured\n';
    const off = 'Failover Off\nFailover unit Primary\nFailover LAN Interface: folink GigabitEthernet0/7 (up)\n';

    expect(parseFailover(never)).toEqual({ kind: 'absent', line: 'Failover Off' });
    expect(parseFailover(off)).toMatchObject({ readings: [{ status: 'Failover Off' }] });
  });

  test('a pair whose other half is cut off is not read', () => {
    expect(parseFailover('Failover On\n        This host: Primary - Active\n')).toMatchObject({ reason: 'cut' });
  });

  test('a supervisor without peer says so', () => {
    const text =
      "Redundant System Information :\n  Configured Redundancy Mode = sso\n   Active Location = slot 1\n   Current Software state = ACTIVE\nPeer (slot: unavailable) information is not available because it is in 'DISABLED' state\n";

    expect(parseRedundancy(text)).toMatchObject({ readings: [{ status: 'ACTIVE' }, { status: 'DISABLED' }] });
  });
});

describe('environment of NX-OS and ASA', () => {
  const heading =
    'Temperature:\n--------------------------------------------------------------------\nModule   Sensor        MajorThresh   MinorThres   CurTemp     Status\n--------------------------------------------------------------------\n';

  test('the temperature is the third number', () => {
    expect(
      parseNxosEnvironment(`${heading}1        Inlet  (s1)     60              42          25         Ok\n`),
    ).toMatchObject({
      readings: [{ subject: '1/Inlet (s1)', values: { dangerCelsius: 60, thresholdCelsius: 42, celsius: 25 } }],
    });
  });

  test.each([
    [
      'a row with a number less',
      `${heading}1        Inlet  (s1)     60              25         Ok\n`,
      'not-understood',
    ],
    ['a heading without rows', heading, 'no-row'],
    ['another answer', 'nothing of it\n', 'not-understood'],
  ])('%s is not judged', (_name, text, reason) => {
    expect(parseNxosEnvironment(text)).toMatchObject({ kind: 'unreadable', reason });
  });

  test('an empty bay of an appliance is no fault of its fan', () => {
    const text =
      'Cooling Fans:\n-----------------------------------\n\n   Power Supplies:\n   --------------------------------\n   Left Slot (PS0): 8688 RPM - OK\n   Right Slot (PS1): N/A\n\nPower Supplies:\n-----------------------------------\n\n   Power Supplies:\n   --------------------------------\n   Left Slot (PS0): Present\n   Right Slot (PS1): Not Present\n';

    expect(parseAsaEnvironment(text)).toMatchObject({
      readings: [
        { kind: 'fan', status: 'OK' },
        { kind: 'power', status: 'Present' },
        { kind: 'power', status: 'Not Present' },
      ],
    });
  });
});

describe('who is it', () => {
  test('a Catalyst that stacks is told from one that does not, and from a router', () => {
    expect(isStackable('cisco WS-C2960X-24TS-L (APM86XXX) processor\n')).toBe(true);
    expect(isStackable('cisco C9300-48P (X86) processor\n')).toBe(true);
    expect(isStackable('cisco WS-C2960-48TC-L (PowerPC405) processor\n')).toBe(false);
    expect(isStackable('cisco ISR4331/K9 (1RU) processor\n')).toBe(false);
    expect(isStackable("% Invalid input detected at '^' marker.\n")).toBe(false);
  });

  test('an ASA is told from a firewall that only speaks like one', () => {
    expect(isAsaVersion('Cisco Adaptive Security Appliance Software Version 9.9(2)32 \r\n')).toBe(true);
    expect(isAsaVersion('Product name: NGFW-E200\nSoftware version: 5.6.1\n')).toBe(false);
  });

  test('a version without its last lines is cut', () => {
    expect(
      parseIosVersion(
        'Cisco IOS Software, C2960 Software (C2960-LANBASEK9-M), Version 12.2(55)SE7\nA uptime is 1 day\n',
      ),
    ).toMatchObject({ reason: 'cut' });
    expect(parseAsaVersion('Cisco Adaptive Security Appliance Software Version 9.9(2)32\nA up 1 day\n')).toMatchObject({
      reason: 'cut',
    });
  });

  test('a part with only one of its two lines spoils the inventory', () => {
    expect(parseInventory('NAME: "1", DESCR: "a"\nNAME: "2", DESCR: "b"\nPID: X , VID: V1 , SN: LAB1\n')).toMatchObject(
      { kind: 'unreadable' },
    );
    expect(parseInventory('NAME: "1", DESCR: "a"\n')).toMatchObject({ reason: 'cut' });
  });
});
