import { expect, test } from 'vitest';
import { looksLikePrompt, repeatedPrompt, trailingPrompts } from '../../../../electron/engine/command-line/prompt';

test.each([
  { lines: ['text', '-> '], count: 1, firstLine: 1 },
  { lines: ['text', '-> ', '-> '], count: 2, firstLine: 1 },
  { lines: ['text', '-> ', '', '-> '], count: 2, firstLine: 1 },
  { lines: ['text', '-> -> '], count: 2, firstLine: 1 },
  { lines: ['text', '', '-> '], count: 1, firstLine: 2 },
  { lines: ['text', '->'], count: 0, firstLine: 2 },
  { lines: ['text', ' -> '], count: 0, firstLine: 2 },
  { lines: ['text', '-> show fan'], count: 0, firstLine: 2 },
  { lines: ['-> ', 'text'], count: 0, firstLine: 2 },
  { lines: ['-> ', ''], count: 0, firstLine: 2 },
  { lines: ['-> ', 'log line', '-> '], count: 1, firstLine: 2 },
  { lines: ['text', '', '{master:0}', '-> ', '', '{master:0}', '-> '], count: 2, firstLine: 2 },
])('$lines ends in $count prompts', ({ lines, count, firstLine }) => {
  expect(trailingPrompts(lines, '-> ')).toMatchObject({ count, firstLine });
});

test.each([
  { lines: ['Welcome', 'sw-> ', 'sw-> '], prompt: 'sw-> ' },
  { lines: ['noc# ', '机房 A> ', '', '机房 A> '], prompt: '机房 A> ' },
  { lines: ['sw-> sw-> '], prompt: 'sw-> ' },
  { lines: ['noc# ', 'sw-> '], prompt: undefined },
  { lines: ['sw-> '], prompt: undefined },
  { lines: ['same', 'same', ''], prompt: undefined },
])('$lines teaches the prompt $prompt', ({ lines, prompt }) => {
  expect(repeatedPrompt(lines)).toBe(prompt);
});

test.each(['-> ', 'sw#', '<核心>', '[~sw]', 'user@host:~$ ', '防火墙】'])('%j may be a prompt', (line) => {
  expect(looksLikePrompt(line)).toBe(true);
});

test.each(['', '   ', 'Fan 1 OK', 'x'.repeat(300) + '>'])('%j is no prompt', (line) => {
  expect(looksLikePrompt(line)).toBe(false);
});
