import { expect, test } from 'vitest';
import {
  boundedNumber,
  cleanText,
  isNoise,
  isPromptLike,
  readField,
  readTable,
} from '../../../../electron/engine/text/table';

const shape = {
  heading: /^Name\s+Value$/,
  row: (line: string) => /^(\w+)\s+(\d+)$/.exec(line)?.[2],
};
const head = 'Name  Value\n-----+-----\n';

test.each([
  ['CR LF', 'a\r\nb\r\n'],
  ['CR CR LF', 'a\r\r\nb\r\r\n'],
  ['colour', '\u001b[31ma\u001b[0m\nb\n'],
  ['NUL and BEL', 'a\u0000\n\u0007b\n'],
  ['written over by CR', 'x\ra\nb\n'],
  ['written over by backspaces', 'x\ba\nb\n'],
])('%s does not show', (_name, text) => {
  expect(cleanText(text).lines).toEqual(['a', 'b', '']);
});

test('rows are read in order with their lines', () => {
  const table = readTable(`${head}a 1\nb 2\n`, shape);

  expect(table).toEqual({
    kind: 'rows',
    rows: [
      { value: '1', line: 'a 1' },
      { value: '2', line: 'b 2' },
    ],
  });
});

test.each([
  ['nothing', '', 'empty'],
  ['blanks', ' \n\n', 'empty'],
  ['another text', 'hello\n', 'not-understood'],
  ['rows without heading', 'a 1\n', 'not-understood'],
  ['a heading alone', 'Name  Value\n', 'no-row'],
  ['a heading and its ruler', head, 'no-row'],
  ['a heading cut in its line', 'Name  Value', 'cut'],
  ['a row cut in its line', `${head}a 1`, 'cut'],
  ['a short last line', `${head}a 1\nb\n`, 'cut'],
  ['a strange line in the middle', `${head}a 1\nb x\nc 3\n`, 'not-understood'],
  ['a strange last line of full length', `${head}a 1\nb x\n`, 'not-understood'],
  ['a second heading without rows', `${head}a 1\n${head}`, 'cut'],
])('%s is not judged', (_name, text, reason) => {
  expect(readTable(text, shape)).toMatchObject({ kind: 'unreadable', reason });
});

test('console messages and a heading that comes twice are no rows', () => {
  const log = 'Tue Aug 14 14:00:26 : swlogd main INFO message:\n+++ link up\n';

  expect(readTable(`${head}a 1\n${log}\n${head}Please wait...\nb 2\n`, shape)).toMatchObject({
    rows: [{ value: '1' }, { value: '2' }],
  });
});

test('a console message inside a row makes the table unreadable', () => {
  expect(readTable(`${head}a Tue Aug 14 14:00:26 : x\nb 2\n`, shape)).toMatchObject({ reason: 'not-understood' });
});

test('a prompt at the end proves that the last row is whole', () => {
  expect(readTable(`${head}a 1\nsw3 (6560-A) -> `, shape)).toMatchObject({ kind: 'rows', rows: [{ value: '1' }] });
});

test.each([
  ['0', 0],
  ['100', 100],
  ['007', 7],
  ['N/A', null],
  ['NA', null],
  ['--', null],
  ['101', undefined],
  ['1000', undefined],
  ['-5', undefined],
  ['1.5', undefined],
  ['', undefined],
])('%s as a percentage', (word, number) => {
  expect(boundedNumber(word, 0, 100)).toBe(number);
});

test('a field ends at the last comma and may hold colons', () => {
  expect(readField('  Location: Row 4: rack 12, unit 3,', ':')).toMatchObject({
    label: 'Location',
    value: 'Row 4: rack 12, unit 3',
  });
});

test.each(['-> ', 'sw-1# ', 'S01 > ', 'sw3 (6560-A) ->'])('%s can be a prompt', (line) => {
  expect(isPromptLike(line)).toBe(true);
});

test.each(['Please wait...', '-- More --', 'More? [next screen <sp>, next line <cr>]', '2026-02-03 04:05:06 x'])(
  '%s is noise',
  (line) => {
    expect(isNoise(line)).toBe(true);
  },
);

test('a row is no noise', () => {
  expect(isNoise(' 1/CMMA  56  15 to 73  78  73  UNDER THRESHOLD')).toBe(false);
});
