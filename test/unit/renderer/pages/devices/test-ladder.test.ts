import { expect, test } from 'vitest';
import { ladderOf } from '../../../../../renderer/pages/devices/test-ladder';

const words = (steps: ReturnType<typeof ladderOf>): string[] => steps.map(({ phase, state }) => `${phase} ${state}`);

test('after the broken step the rest is not reached', () => {
  expect(words(ladderOf('telnet', { passed: ['tcp'], broken: 'auth' }))).toEqual([
    'tcp passed',
    'auth broken',
    'prompt notreached',
  ]);
});

test('a test that came through shows only what it passed', () => {
  expect(words(ladderOf('ssh', { passed: ['tcp', 'auth', 'prompt'], broken: null }))).toEqual([
    'tcp passed',
    'auth passed',
    'prompt passed',
  ]);
});
