import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutOffText } from '../../../../electron/engine/command-line/cut-off-text';
import { drawLines } from '../../../../electron/engine/command-line/terminal-line';

test('text in lines is drawn as it would be at once, whatever its length', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Fan 1: OK', '端口 1/1/1 已启用', '12%\b\b\b45%', '', 'short\rlonger'),
      fc.integer({ min: 1, max: 60_000 }),
      (line, times) => {
        const text = `${line}\r\n`.repeat(times);

        expect(cutOffText(Buffer.from(text)).text).toBe(drawLines(text).join('\n'));
      },
    ),
    { numRuns: 20 },
  );
});

test('of a long output the first 4 MB are kept', () => {
  expect(cutOffText(Buffer.alloc(5_000_000, 'Fan 1: OK\n')).text.length).toBe(4_194_304);
});

test('a line without end is cut before a character, never inside one', () => {
  for (const before of ['', 'a', 'ab']) {
    const text = before + '端'.repeat(200_000);

    expect(cutOffText(Buffer.from(text))).toEqual({ text, encoding: 'utf-8' });
  }
});
