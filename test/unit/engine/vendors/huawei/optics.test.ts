import { describe, expect, test } from 'vitest';
import { parseTransceivers } from '../../../../../electron/engine/vendors/huawei/transceiver';
import { parseTransceiverTable } from '../../../../../electron/engine/vendors/huawei/transceiver-table';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const powers = (parsed: Parsed): unknown =>
  parsed.kind === 'readings'
    ? parsed.readings.map((reading) =>
        reading.kind === 'optic'
          ? [reading.subject, reading.values.rxPowerDbm, reading.values.txPowerDbm]
          : reading.kind,
      )
    : parsed;

const head = (port: string, measures: string): string =>
  `${port} transceiver information:\n-----------\nCommon information:\n  Digital Diagnostic Monitoring  :${measures}\n-----------\n`;
const diagnosis = (...lines: readonly string[]): string =>
  `Diagnostic information:\n${lines.map((line) => `  ${line}\n`).join('')}-----------\n`;
const one = diagnosis('RX Power(dBM)  :-6.10', 'TX Power(dBM)  :-2.30');

describe('blocks of modules', () => {
  test('one that measures nothing stands beside one that does', () => {
    const text = `${head('GE0/0/1', 'NO')}${head('GE0/0/2', 'YES')}${one}`;

    expect(powers(parseTransceivers(text))).toEqual([['GE0/0/2', -6.1, -2.3]]);
  });

  test('where none measures, the device says so', () => {
    expect(parseTransceivers(head('GE0/0/1', 'NO'))).toEqual({
      kind: 'absent',
      line: 'Digital Diagnostic Monitoring  :NO',
    });
  });

  test('a device without optical ports says so', () => {
    expect(parseTransceivers('Info: The device does not support optical modules.\n')).toMatchObject({ kind: 'absent' });
  });

  test('limits that nothing can keep are none', () => {
    const unset = diagnosis(
      'RX Power(dBM)  :-6.10',
      'RX Power High Threshold(dBM)  :0.00',
      'RX Power Low  Threshold(dBM)  :0.00',
      'TX Power(dBM)  :-2.30',
    );

    expect(parseTransceivers(`${head('GE0/0/1', 'YES')}${unset}`)).toMatchObject({
      readings: [{ values: { rxPowerDbm: -6.1, rxAlarmLowDbm: null, rxAlarmHighDbm: null } }],
    });
  });

  test('every lane is a reading with its own line', () => {
    const text = `${head('100GE1/0/1', 'YES')}${diagnosis(
      'Current RX Power (dBm)  :-1.1|-1.2  (Lane0|Lane1)',
      '                         -30.0|-1.4  (Lane2|Lane3)',
      'Current TX Power (dBm)  :0.1|0.2  (Lane0|Lane1)',
      '                         0.3|0.4  (Lane2|Lane3)',
    )}`;
    const parsed = parseTransceivers(text);

    expect(powers(parsed)).toEqual([
      ['100GE1/0/1 lane 0', -1.1, 0.1],
      ['100GE1/0/1 lane 1', -1.2, 0.2],
      ['100GE1/0/1 lane 2', -30, 0.3],
      ['100GE1/0/1 lane 3', -1.4, 0.4],
    ]);
    expect(parsed.kind === 'readings' ? parsed.readings[2]?.line : '').toBe('-30.0|-1.4  (Lane2|Lane3)');
  });

  test.each([
    [
      'a module whose values are cut',
      `${head('GE0/0/1', 'YES')}Diagnostic information:\n  RX Power(dBM)  :-6.10\n`,
      'cut',
    ],
    ['a module cut before its values', head('GE0/0/1', 'YES'), 'cut'],
    ['a module cut before it says that it measures', 'GE0/0/1 transceiver information:\n-----------\n', 'cut'],
    ['a first module without values', `${head('GE0/0/1', 'YES')}${head('GE0/0/2', 'YES')}${one}`, 'not-understood'],
    [
      'a power that is no number',
      `${head('GE0/0/1', 'YES')}${diagnosis('RX Power(dBM)  :low', 'TX Power(dBM)  :-2.30')}`,
      'not-understood',
    ],
    [
      'a module that says two powers',
      `${head('GE0/0/1', 'YES')}${diagnosis('RX Power(dBM)  :-6.1', 'RX Power(dBM)  :-26.1', 'TX Power(dBM)  :-2.30')}`,
      'not-understood',
    ],
    [
      'lanes that lost one of their lines',
      `${head('GE0/0/1', 'YES')}${diagnosis('RX Power(dBM) :-1|-2(Lane0|Lane1)', 'TX Power(dBM) :-1')}`,
      'cut',
    ],
    ['something else', 'hello\n', 'not-understood'],
  ])('%s is not read', (_what, text, reason) => {
    expect(parseTransceivers(text)).toMatchObject({ kind: 'unreadable', reason });
  });
});

describe('the table of measured values', () => {
  const title = 'Port GE0/0/1 transceiver diagnostic information:\n';
  const rows = [
    'TxPower(dBm)    -2.10   -8.70   7.00   normal',
    'RxPower(dBm)    -6.33   -19.79  2.00   normal',
    'Current(mA)     26.53   5.00    120.00 normal',
    'Temp.(C)        33.66   -5.00   75.00  normal',
    'Voltage(V)      3.29    3.03    3.56   normal',
  ].map((row) => `${row}\n`);

  test('is read with its limits', () => {
    expect(parseTransceiverTable(title + rows.join(''))).toMatchObject({
      readings: [{ subject: 'GE0/0/1', values: { rxPowerDbm: -6.33, rxAlarmLowDbm: -19.79, txAlarmHighDbm: 7 } }],
    });
  });

  test('is not read before its last row', () => {
    expect(rows.map((_row, count) => parseTransceiverTable(title + rows.slice(0, count).join('')).kind)).toEqual(
      rows.map(() => 'unreadable'),
    );
    expect(parseTransceiverTable(`${title}RxPower(dBm) low 1 2 normal\n`)).toMatchObject({ reason: 'not-understood' });
  });
});
