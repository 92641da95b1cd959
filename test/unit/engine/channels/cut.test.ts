import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, cutBytes, cutChars, cutMarkdown } from '../../../../electron/engine/channels/cut';

test('a text that fits is left alone', () => {
  expect(cutBytes('核心交换机', 15, '…')).toBe('核心交换机');
});

test.each([
  ['核心交换机', 14, '核心交…'],
  ['核心交换机', 12, '核心交…'],
  ['核心交换机', 11, '核心…'],
  ['ab核心', 7, 'ab…'],
  ['👍🏽👍🏽', 12, '👍🏽…'],
  ['👨‍👩‍👧x', 18, '…'],
  ['e\u0301e\u0301e\u0301', 8, 'e\u0301…'],
  ['核心', 2, ''],
])('%j in %i bytes is %j', (text, max, cut) => {
  expect(cutBytes(text, max, '…')).toBe(cut);
});

test('any text is cut to its bytes, stays whole characters, and shows that it was cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 10, max: 400 }), (text, max) => {
      const cut = cutBytes(text, max, '…');

      expect(byteLength(cut)).toBeLessThanOrEqual(max);
      expect(cut === text || (cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))).toBe(true);
      expect(Buffer.from(cut, 'utf8').toString('utf8')).toBe(cut);
    }),
  );
});

test('characters are code points: an emoji counts one', () => {
  expect(cutChars('😀😀😀😀', 3, '…')).toBe('😀😀…');
});

test('markdown is cut at the end of a line, so that no font colour stays open', () => {
  const line = '> <font color="comment">CPU 91 91 91 91</font>';
  const text = Array.from({ length: 100 }, () => line).join('\n');

  const cut = cutMarkdown(text, 2048, '…（略）');

  expect(byteLength(cut)).toBeLessThanOrEqual(2048);
  expect(cut.split('<font').length).toBe(cut.split('</font>').length);
  expect(cut.endsWith('\n…（略）')).toBe(true);
});

test('one endless markdown line loses its marks rather than its end tag', () => {
  const cut = cutMarkdown(`**<font color="warning">${'核'.repeat(900)}</font>**`, 2048, '…');

  expect(byteLength(cut)).toBeLessThanOrEqual(2048);
  expect(cut).toMatch(/^核+…$/);
});
