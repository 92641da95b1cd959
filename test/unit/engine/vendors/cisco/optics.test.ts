import { describe, expect, test } from 'vitest';
import { parseIosOptics, parseIosOpticsDetail } from '../../../../../electron/engine/vendors/cisco/ios/optics';
import { parseNxosOptics } from '../../../../../electron/engine/vendors/cisco/optics';

const ruler = '---------  -----------------  ----------  ---------  ---------  ---------';

function table(quantity: string, unit: string, ...rows: readonly string[]): string {
  const title = `           ${quantity}     Threshold   Threshold  Threshold  Threshold`;
  const heading = `Port       (${unit})   (${unit})  (${unit})  (${unit})  (${unit})`;
  return [
    '',
    '           Optical  High Alarm  High Warn  Low Warn   Low Alarm',
    title,
    heading,
    ruler,
    ...rows,
    '',
  ].join('\n');
}

const tx = (...rows: readonly string[]): string => table('Transmit Power', 'dBm', ...rows);
const rx = (...rows: readonly string[]): string => table('Receive Power', 'dBm', ...rows);
const good = 'Te1/1/1    -6.2     0.0       -3.0       -9.5      -13.0';

describe('show interfaces transceiver detail', () => {
  test('the limits belong to the value before them', () => {
    expect(parseIosOpticsDetail(tx(good) + rx(good.replace('-6.2', '-5.5 (-5.7)  -')))).toMatchObject({
      readings: [
        {
          subject: 'Te1/1/1',
          status: 'low warning',
          values: { rxPowerDbm: -5.5, txPowerDbm: -6.2, rxAlarmHighDbm: 0, rxWarnLowDbm: -9.5, rxAlarmLowDbm: -13 },
        },
      ],
    });
  });

  test('lanes are parts of their own', () => {
    const lanes = (text: string): string =>
      text.replace('Port       (', 'Port  Lane  (').replace(/^(Te\S+)/gm, '$1  2');

    expect(parseIosOpticsDetail(lanes(tx(good)) + lanes(rx(good)))).toMatchObject({
      readings: [{ subject: 'Te1/1/1 Lane 2' }],
    });
  });

  test('tables without rows: no optic measures itself', () => {
    expect(parseIosOpticsDetail(tx() + rx())).toMatchObject({ kind: 'absent' });
  });

  test.each([
    ['a port that the last table lacks', tx(good, good.replace('1/1/1', '1/1/2')) + rx(good), 'cut'],
    ['an answer without its last table', tx(good), 'cut'],
    ['a last heading without its ruler', (tx() + rx()).replace(new RegExp(`${ruler}\\n$`), ''), 'cut'],
    ['a row that lost a limit', tx(good) + rx('Te1/1/1    -6.2     0.0       -3.0       -9.5', good), 'not-understood'],
    ['a row twice', tx(good) + rx(good, good), 'not-understood'],
    ['only the legend', 'The threshold values are calibrated.\n', 'not-understood'],
  ])('%s is not judged', (_name, text, reason) => {
    expect(parseIosOpticsDetail(text)).toMatchObject({ kind: 'unreadable', reason });
  });
});

describe('show interfaces transceiver', () => {
  const head =
    'Port       (Celsius)    (Volts)  (dBm)     (dBm)\n---------  -----------  -------  --------  --------\n';

  test('a mark belongs to the value before it and is no value', () => {
    expect(parseIosOptics(`${head}Te1/49   23.1   3.29   -2.2   -30.0 --\n`)).toMatchObject({
      readings: [{ values: { celsius: 23.1, txPowerDbm: -2.2, rxPowerDbm: -30 }, status: 'low alarm' }],
    });
  });

  test.each([
    ['a row with a column too few', `${head}Te1/49   23.1   3.29   -2.2\n`],
    ['a row with a column too many', `${head}Te1/49   23.1   3.29   6.1  -2.2  -3.0\n`],
    ['a mark before all values', `${head}Te1/49   --   23.1   3.29   -2.2   -3.0\n`],
  ])('%s is not judged', (_name, text) => {
    expect(parseIosOptics(text)).toMatchObject({ kind: 'unreadable' });
  });
});

describe('NX-OS', () => {
  const port = (name: string, said: string): string => `${name}\n    ${said}\n`;

  test('empty cages and copper: no optic measures itself', () => {
    const copper = `${port('Ethernet1/2', 'transceiver is present')}    type is SFP-H10GB-CU3M\n`;

    expect(parseNxosOptics(port('Ethernet1/1', 'transceiver is not present') + copper)).toMatchObject({
      kind: 'absent',
      line: 'transceiver is not present',
    });
  });

  test('an optic that says nothing of itself is not read as none', () => {
    expect(parseNxosOptics(port('Ethernet1/1', 'transceiver is present'))).toMatchObject({ reason: 'no-row' });
  });

  test('a value twice in a lane is not understood', () => {
    const lane = 'Lane Number:1 Network Lane\n  Rx Power      -1.77 dBm\n  Rx Power      -1.57 dBm\n';

    expect(parseNxosOptics(port('Ethernet1/1', 'transceiver is present') + lane)).toMatchObject({
      reason: 'not-understood',
    });
  });
});
