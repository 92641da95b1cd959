import { expect, test } from 'vitest';
import { rungsOf } from '../../../shared/model/connection-test';

const words = (rungs: ReturnType<typeof rungsOf>): string[] => rungs.map(({ rung, state }) => `${rung} ${state}`);

test('after the broken step the rest is not reached', () => {
  expect(words(rungsOf('telnet', { passed: ['tcp', 'banner'], broken: 'auth' }))).toEqual([
    'tcp passed',
    'banner passed',
    'auth broken',
    'prompt unreached',
    'privilege unreached',
    'pager unreached',
    'files unreached',
  ]);
});

test('what a device that came through has nothing of is not called passed', () => {
  const rungs = rungsOf('ssh', {
    passed: ['tcp', 'banner', 'kex', 'host-key', 'auth', 'shell', 'prompt', 'files'],
    broken: null,
  });

  expect(words(rungs).filter((word) => !word.endsWith(' passed'))).toEqual(['privilege n/a', 'pager n/a']);
});
