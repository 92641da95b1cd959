import { expect, test } from 'vitest';
import { parseHealth, parseHealthOfSlots } from '../../../../../electron/engine/vendors/ale/health';

const four = `CMM                    Current   1 Min    1 Hr   1 Day
Resources                         Avg      Avg     Avg
----------------------+---------+-------+-------+-------
`;
const limit = `* - current value exceeds threshold

Device                          1 Min  1 Hr  1 Hr
Resources         Limit   Curr   Avg    Avg   Max
-----------------+-------+------+------+-----+----
`;
const cpu = 'CPU                       14       14      13      13\n';
const memory = 'Memory                    10       10      10      10\n';

test('a memory of ten now and always ten is read as it stands', () => {
  expect(parseHealth(four + cpu + memory)).toMatchObject({
    kind: 'readings',
    readings: [
      { kind: 'cpu', values: { percent: 14, minuteAverage: 14, hourAverage: 13, dayAverage: 13, limitPercent: null } },
      { kind: 'memory', values: { percent: 10, minuteAverage: 10, hourAverage: 10, dayAverage: 10 } },
    ],
  });
});

test.each([
  ['no memory row', four + cpu, 'cut'],
  ['no CPU row', four + memory, 'cut'],
  ['a memory row with three numbers', `${four + cpu}Memory  10 10 10\n`, 'cut'],
  ['a memory row without line end', (four + cpu + memory).trimEnd(), 'cut'],
  ['a name alone', `${four + cpu}Memory\n`, 'cut'],
  ['a CPU row with three numbers before a whole one', `${four}CPU 14 14 13\n${memory}`, 'not-understood'],
  ['1000 percent', `${four}CPU 1000 14 13 13\n${memory}`, 'not-understood'],
  ['-5 percent', `${four}CPU -5 14 13 13\n${memory}`, 'not-understood'],
  ['a row nobody knows', `${four + cpu}Fabric 1 1 1 1\n${memory}`, 'not-understood'],
  ['only the heading', four, 'no-row'],
  ['nothing', '', 'empty'],
])('%s is not judged', (_name, text, reason) => {
  expect(parseHealth(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('cut at every line, it never reads as whole before its end', () => {
  const lines = (four + cpu + memory).split('\n');
  const kinds = lines.slice(0, -2).map((_, count) => parseHealth(`${lines.slice(0, count).join('\n')}\n`).kind);

  expect(new Set(kinds)).toEqual(new Set(['unreadable']));
});

test('AOS 6: limit first, the maximum last, a star glued to the value', () => {
  const text = `${limit}Receive 80 01 01 01 02\nMemory 80 63 63 62 63\nCpu 80 84* 10 09 99\n`;

  expect(parseHealth(text)).toMatchObject({
    readings: [
      { kind: 'memory', status: null, values: { percent: 63, limitPercent: 80, hourMaximum: 63, dayAverage: null } },
      { kind: 'cpu', status: '*', values: { percent: 84, minuteAverage: 10, hourAverage: 9, hourMaximum: 99 } },
    ],
  });
});

test('AOS 6: three digits and a star run into the next column', () => {
  const text = `${limit}Memory 80 63 63 62 63\nCpu 80 100*100 99 100\n`;

  expect(parseHealth(text)).toMatchObject({
    readings: [{}, { status: '*', values: { percent: 100, minuteAverage: 100 } }],
  });
});

test('AOS 6: a row that lost its maximum is not judged', () => {
  expect(parseHealth(`${limit}Memory 80 63 63 62 63\nCpu 80 12 10 09\n`)).toMatchObject({ reason: 'cut' });
});

test('N/A is no number, and the row is still there', () => {
  expect(parseHealth(`${four}CPU N/A 14 13 13\n${memory}`)).toMatchObject({
    readings: [{ values: { percent: null } }, {}],
  });
});

test('every slot has its own reading, a blank inside its name or not', () => {
  const text = `${four.replace('CMM', 'CPU')}Slot  1/ 1   21 18 17 17\nSlot 12/3   24 19 18 18\n`;

  expect(parseHealthOfSlots('cpu')(text)).toMatchObject({
    readings: [
      { kind: 'cpu', subject: 'Slot 1/1', values: { percent: 21 } },
      { kind: 'cpu', subject: 'Slot 12/3', values: { percent: 24 } },
    ],
  });
});
