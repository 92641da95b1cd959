import { expect, test } from 'vitest';
import { parseTemperature } from '../../../../../electron/engine/vendors/ale/temperature';

const head = `Chassis/Device | Current |    Range    | Danger | Thresh |  Status
---------------+---------+-------------+--------+--------+-----------
`;
const block = (chassis: number, board: string, status = 'UNDER THRESHOLD') => `
Temperature for chassis ${chassis}
  Hardware Board Temperature (deg C)           = ${board},
  Hardware Cpu Temperature (deg C)             = N/A,
  Temperature Upper Threshold Range (deg C)    = 31 to 94,
  Temperature Upper Threshold (deg C)          = 57,
  Temperature Range                            = ${status},
  Temperature Danger Threshold (deg C)         = 80
`;

test.each([
  [' 1/CMMA  56  15 to 73  78  73  UNDER THRESHOLD', '1/CMMA', 56, 15, 73, 78, 73, 'UNDER THRESHOLD'],
  ['8/Slot1 -7 -45-93 93 101 UNDER THRESHOLD', '8/Slot1', -7, -45, 93, 93, 101, 'UNDER THRESHOLD'],
  ['3/CMMB -40 -45--5 10 5 UNDER THRESHOLD', '3/CMMB', -40, -45, -5, 10, 5, 'UNDER THRESHOLD'],
  ['0/NI1 -4 -45 to -1 10 5 OVER FIRST  THRESHOLD', '0/NI1', -4, -45, -1, 10, 5, 'OVER FIRST THRESHOLD'],
  [' 1/CMMB N/A 15 to 85 92 70 NOT PRESENT', '1/CMMB', null, 15, 85, 92, 70, 'NOT PRESENT'],
  [' 1/CFM1 40 N/A N/A N/A UNDER THRESHOLD', '1/CFM1', 40, null, null, null, null, 'UNDER THRESHOLD'],
])('%s', (row, subject, celsius, low, high, danger, threshold, status) => {
  expect(parseTemperature(`${head}${row}\n`)).toMatchObject({
    readings: [
      {
        subject,
        status,
        values: {
          celsius,
          rangeLowCelsius: low,
          rangeHighCelsius: high,
          dangerCelsius: danger,
          thresholdCelsius: threshold,
        },
      },
    ],
  });
});

const good = ' 1/CMMA  56  15 to 73  78  73  UNDER THRESHOLD\n';

test.each([
  ['a row without status', `${head} 1/CMMA  56  15 to 73  78  73\n${good}`, 'not-understood'],
  ['a row of 1000 degrees', `${head} 1/CMMA  1000  15 to 73  78  73  UNDER THRESHOLD\n`, 'cut'],
  ['a second row cut in its middle', `${head}${good} 2/CMMA  56\n`, 'cut'],
  ['a second row cut in its status', `${head}${good} 2/CMMA  56  15 to 73  78  73  UNDER`, 'cut'],
  ['only the heading', head, 'no-row'],
])('%s is not judged', (_name, text, reason) => {
  expect(parseTemperature(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('AOS 6: one block per chassis, a sensor that is not fitted says so', () => {
  expect(parseTemperature(block(1, '43') + block(2, '61', 'OVER THRESHOLD'))).toMatchObject({
    readings: [
      {
        subject: '1/Board',
        status: 'UNDER THRESHOLD',
        values: { celsius: 43, thresholdCelsius: 57, dangerCelsius: 80 },
      },
      { subject: '1/Cpu', status: 'NOT PRESENT', values: { celsius: null } },
      { subject: '2/Board', status: 'OVER THRESHOLD', values: { celsius: 61 } },
      { subject: '2/Cpu', status: 'NOT PRESENT' },
    ],
  });
});

test('AOS 6: a block that ends early is not judged', () => {
  const text = block(1, '43') + block(2, '44').split('\n').slice(0, -2).join('\n');

  expect(parseTemperature(`${text}\n`)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
});

test('AOS 6: no number at all in a block is not judged', () => {
  expect(parseTemperature(block(1, 'N/A'))).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});
