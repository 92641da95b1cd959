import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { forTerminal, jsonForTerminal, terminalStream } from '../../../shared/terminal-text';

const orders: readonly (readonly [what: string, order: string])[] = [
  ['a title', '\u001b]0;owned\u0007'],
  ['a title that ends in ST', '\u001b]2;owned\u001b\\'],
  ['a title in C1', '\u009d0;owned\u009c'],
  ['the clipboard', '\u001b]52;c;b3duZWQ=\u0007'],
  ['a link', '\u001b]8;;http://192.0.2.1/\u001b\\'],
  ['a device control string', '\u001bP$q"p\u001b\\'],
  ['a device control string in C1', '\u0090$q"p\u009c'],
  ['an application command', '\u001b_owned\u001b\\'],
  ['a privacy message', '\u001b^owned\u001b\\'],
  ['a start of string', '\u0098owned\u009c'],
  ['a question for the cursor', '\u001b[6n'],
  ['a question in C1', '\u009b6n'],
  ['a question for the terminal', '\u001b[c'],
  ['the other screen', '\u001b[?1049h'],
  ['a mouse that reports', '\u001b[?1000h'],
  ['a reset', '\u001bc'],
  ['another character set', '\u001b(0'],
  ['a bell', '\u0007'],
  ['C1 alone', '\u0085\u0084\u008d'],
  ['a turn of direction', '\u202e\u2066\u2069\u200f'],
  ['line ends that nobody sees', '\u2028\u2029'],
];

test.each(orders)('%s does nothing on an operator’s terminal, in a line or in the live view', (_what, order) => {
  expect(forTerminal(`a${order}b`)).toBe('ab');
  expect(terminalStream()(`a${order}b`)).toBe('ab');
});

test.each(orders)('%s does nothing in the live view in whatever pieces it comes', (_what, order) => {
  const clean = terminalStream();
  expect([...`a${order}b`].map(clean).join('')).toBe('ab');
});

test('the live view keeps colours, moves and erasing', () => {
  const text = 'a\u001b[1;31mred\u001b[0m\r\n\u001b[42D\u001b[K--\b\tz';
  expect(terminalStream()(text)).toBe(text);
  expect(forTerminal(text)).toBe('ared\n--\tz');
});

test('an order that never ends swallows no more than itself on a terminal line, and stays silent in the view', () => {
  expect(forTerminal('a\u001b]0;never\u001b[6nb')).toBe('ab');
  expect(terminalStream()('a\u001b]0;never ends\nb')).toBe('a');
});

test('nothing that a terminal obeys is left of any text, and JSON says the same value', () => {
  const obeyed = new RegExp(String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]`);
  const part = fc.constantFrom(
    '\u001b',
    '[',
    ']',
    '0;',
    'm',
    '\u009b',
    '\u009d',
    '\u0090',
    '\\',
    '\u0007',
    'x',
    '\u202e',
    '\n',
    '6n',
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      expect(forTerminal(text)).not.toMatch(obeyed);
      const json = jsonForTerminal({ text });
      expect(json).not.toMatch(obeyed);
      expect(JSON.parse(json)).toEqual({ text });
      const whole = terminalStream()(text);
      const piecewise = terminalStream();
      expect(parts.map(piecewise).join('')).toBe(whole);
    }),
  );
});
