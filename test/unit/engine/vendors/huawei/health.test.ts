import { expect, test } from 'vitest';
import { parseHealth } from '../../../../../electron/engine/vendors/huawei/health';

const rule = '--------------------\n';
const head = 'Slot   CPU Usage  Memory Usage(Used/Total)\n';

test('every board has its CPU and its memory', () => {
  const text = `${rule}${head}${rule}9  MPU(Master)  14%  17%  618MB/3606MB\n1  BSU  12%  20%  418MB/2086MB\n${rule}`;

  expect(parseHealth(text)).toMatchObject({
    readings: [
      { kind: 'cpu', subject: 'Slot 9', values: { percent: 14 } },
      { kind: 'memory', subject: 'Slot 9', values: { percent: 17 } },
      { kind: 'cpu', subject: 'Slot 1', values: { percent: 12 } },
      { kind: 'memory', subject: 'Slot 1', values: { percent: 20 } },
    ],
  });
});

test.each([
  ['a table without the rule that closes it', `${rule}${head}${rule}9  MPU  14%  17%  618MB/3606MB\n`, 'cut'],
  ['a board of 140 %', `${head}${rule}9  MPU  140%  17%  618MB/3606MB\n`, 'not-understood'],
  ['a board that lost a column', `${head}${rule}9  MPU  14%  618MB/3606MB\n${rule}`, 'not-understood'],
  ['a table without rows', `${rule}${head}${rule}`, 'no-row'],
  ['another table', 'Slot  Type\n1  LPU\n', 'not-understood'],
])('%s is not read', (_what, text, reason) => {
  expect(parseHealth(text)).toMatchObject({ kind: 'unreadable', reason });
});
