import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanLines, cleanText, wrapColumns } from '../../../../electron/engine/reports/clean-text';
import { columnsOf } from '../../../../shared/text-columns';

const anyText = fc.string({ unit: 'binary', maxLength: 200 });

test('cleaned text has only characters that XML allows', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cleanText(`${text}\u0000\uD800\u001b[31m`)).toMatch(
        /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u,
      );
    }),
  );
});

test('colours of a terminal and marks that reorder a line are taken out', () => {
  expect(cleanText('\u001b[1;31mUP\u001b[0m \u202Egnd\u202C')).toBe('UP gnd');
});

test('a cleaned line is one line', () => {
  expect(cleanLine('核心\r\n交换机\t01')).toBe('核心 交换机 01');
});

test('lines lose blank ends and tabs become columns of eight', () => {
  expect(cleanLines('\n\na\tb  \r\n\nc\n\n')).toEqual(['a       b', '', 'c']);
});

test('a Chinese character takes two columns, a combining mark none', () => {
  expect([columnsOf('abc'), columnsOf('核心01'), columnsOf('e\u0301')]).toEqual([3, 6, 1]);
});

test('wrapping loses no character and keeps every piece within its columns', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 8, max: 60 }), (line, columns) => {
      const pieces = wrapColumns(line, columns);

      expect(pieces.join('')).toBe(line);
      expect(Math.max(...pieces.map(columnsOf))).toBeLessThanOrEqual(columns);
    }),
  );
});

test('a line breaks after a blank where one is near the edge', () => {
  expect(wrapColumns('link state changed on port', 20)).toEqual(['link state changed ', 'on port']);
});
