import { expect, test } from 'vitest';
import {
  parseDeviceFan,
  parseDevicePower,
  parseDeviceTemperature,
} from '../../../../../electron/engine/vendors/huawei/device-parts';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const statuses = (parsed: Parsed): unknown =>
  parsed.kind === 'readings' ? parsed.readings.map(({ subject, status }) => [subject, status]) : parsed;

const rule = '-----------------\n';
const fans = (...rows: readonly string[]): string =>
  `Fan module:\n${rule}Slot FanID FanNum Present Register Status Speed Mode Airflow Direction\n${rule}${rows.map((row) => `${row}\n`).join('')}`;
const supplies = (...rows: readonly string[]): string =>
  `${rule}Slot PowerNo Present Mode State Current Voltage ActualPower RatedPower\n (Ampere) (Volt) (Watts) (Watts)\n${rule}${rows.map((row) => `${row}\n`).join('')}`;
const sensors = (...rows: readonly string[]): string =>
  `${rule}Slot Card SensorName Status Major Fatal Current\n (Celsius) (Celsius) (Celsius)\n${rule}${rows.map((row) => `${row}\n`).join('')}`;

const goodFan =
  '   1       FAN1       [ 1 ]       YES          YES           Normal      43%(10700)   Auto      Front-to-Back';
const goodSupply = '1      PWR1     YES     AC   Supply        9.8       12.0           118          600';
const goodSensor = '1       --      CPU           Normal         105          120            46';

test('a supply inside of the box says one sentence', () => {
  expect(statuses(parseDevicePower('Power state: Normal.\n'))).toEqual([['', 'Normal']]);
});

test('a bay without a part is absent, one that does not register says so', () => {
  const rows = ['FAN2 [ 1 ] NO -- -- -- -- --', 'FAN3 [ 1 ] YES NO -- -- -- --'];

  expect(statuses(parseDeviceFan(fans(goodFan, ...rows) + rule))).toEqual([
    ['1/FAN1', 'Normal'],
    ['1/FAN2', 'Absent'],
    ['1/FAN3', 'Unregistered'],
  ]);
});

test('limits come from their columns, whatever columns there are', () => {
  const board = `  Base-Board, Unit: celsius, Slot 2, Fru 0\n${rule}BoardType SensorID SensorName Status Minor Major Fatal Temp\n${rule}CE-1 1 CPU Normal 70 75 85 46\n${rule}`;

  expect(parseDeviceTemperature(board)).toMatchObject({
    readings: [{ subject: '2/CPU', values: { celsius: 46, thresholdCelsius: 70, dangerCelsius: 85 } }],
  });
  expect(parseDeviceTemperature(sensors(goodSensor) + rule)).toMatchObject({
    readings: [{ subject: '1/CPU', values: { celsius: 46, thresholdCelsius: 105, dangerCelsius: 120 } }],
  });
});

test.each<readonly [string, (text: string) => Parsed, string, string]>([
  ['fans without the closing rule', parseDeviceFan, fans(goodFan), 'cut'],
  ['a fan of fewer columns', parseDeviceFan, fans(goodFan, ' FAN2 [ 1 ] YES YES') + rule, 'not-understood'],
  ['a single fan that stands still', parseDeviceFan, fans(goodFan, '      1      0') + rule, 'not-understood'],
  ['supplies without the closing rule', parseDevicePower, supplies(goodSupply), 'cut'],
  [
    'a supply that lost a column',
    parseDevicePower,
    supplies('1 PWR1 YES AC Supply 9.8 12.0 118') + rule,
    'not-understood',
  ],
  ['supplies without rows', parseDevicePower, supplies(), 'no-row'],
  ['a sentence of no supply', parseDevicePower, 'Power is fine\n', 'not-understood'],
  ['sensors without the closing rule', parseDeviceTemperature, sensors(goodSensor), 'cut'],
  ['a sensor of no slot', parseDeviceTemperature, sensors('-- CPU Normal 105 120 46') + rule, 'not-understood'],
  ['a sensor of no number', parseDeviceTemperature, sensors('1 -- CPU Normal 105 120 hot') + rule, 'not-understood'],
])('%s are not read', (_what, parse, text, reason) => {
  expect(parse(text)).toMatchObject({ kind: 'unreadable', reason });
});
