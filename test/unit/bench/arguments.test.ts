import { expect, test } from 'vitest';
import { benchArguments } from '../../../electron/bench/arguments';

test('without words it measures fifty healthy devices, all at once', () => {
  expect(benchArguments([])).toMatchObject({
    devices: 50,
    concurrency: 50,
    hungPercent: 0,
    slowPercent: 0,
    thinkMs: 30,
    fileBytes: 20_480,
    isCompared: false,
    rounds: 1,
    formats: undefined,
    jsonOut: 'out/bench.json',
  });
});

test('a comparison is the median of several rounds', () => {
  expect(benchArguments(['--compare']).rounds).toBe(5);
  expect(benchArguments(['--compare', '--rounds', '2']).rounds).toBe(2);
});

test('never more sessions at once than the product opens', () => {
  expect(benchArguments(['--devices', '1000']).concurrency).toBe(200);
  expect(benchArguments(['--devices', '1000', '--concurrency', '20']).concurrency).toBe(20);
});

test.each([
  [['--devices', 'many'], '--devices many'],
  [['--devices', ''], '--devices'],
  [['--devices', '0'], '--devices 0'],
  [['--hung', '60', '--slow', '50'], '--slow 50'],
  [['--concurrency', '201'], '--concurrency 201'],
  [['--lang', 'fr'], '--lang fr'],
  [['--fast'], '--fast'],
])('%j is refused by name', (words, detail) => {
  expect(() => benchArguments(words)).toThrow(
    expect.objectContaining({ code: 'args.invalid', params: { detail: expect.stringContaining(detail) } }),
  );
});
