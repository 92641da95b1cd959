import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withCutMark, withoutCutMark } from '../../../../electron/engine/text/cut-mark';

test('the mark is a last line of its own, and comes off again without a trace', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '[xunjian', ']', '\n', ' ', '字'), { maxLength: 30 }), (pieces) => {
      const text = `${pieces.join('')}\n`;
      const marked = withCutMark(text, '输出在此中断');

      expect(marked.split('\n').at(-2)).toBe('[xunjian: 输出在此中断]');
      expect(withoutCutMark(marked)).toEqual({ text, isCut: true });
    }),
  );
});

test('an output that stops in mid-line gets the mark on a new line', () => {
  expect(withCutMark('CPU 12', 'cut')).toBe('CPU 12\n[xunjian: cut]\n');
});

test('an output without a mark is left as it is', () => {
  const texts = ['', 'CPU 12\n', 'a [xunjian: b]\nc\n', '[xunjian: b'];

  expect(texts.map(withoutCutMark)).toEqual(texts.map((text) => ({ text, isCut: false })));
});
