import { expect, test } from 'vitest';
import { parseFile, parseJudge, parseRun, parseTest } from '../../../electron/headless/arguments';

test('judging needs a path, and takes a platform alone for whole sessions', () => {
  expect(parseJudge(['a', 'b'])).toEqual({
    paths: ['a', 'b'],
    platform: undefined,
    command: undefined,
    at: undefined,
    isWhole: false,
    table: false,
    cuts: false,
    json: false,
    locale: undefined,
  });
  expect(parseJudge(['a', '--platform', 'cisco_ios', '--whole', '--table', '--cuts', '--lang', 'en'])).toMatchObject({
    platform: 'cisco_ios',
    command: undefined,
    isWhole: true,
    table: true,
    cuts: true,
    locale: 'en',
  });
});

test.each([
  [[]],
  [['a', '--command', 'show fan']],
  [['a', '--at', 'noon']],
  [['a', '--hole']],
  [['a', '--lang', 'fr']],
])('%j is refused', (words) => {
  expect(() => parseJudge(words)).toThrow(expect.objectContaining({ code: 'args.invalid' }));
});

test('testing takes settings as a run does, importing has no use for them', () => {
  expect(parseTest(['--inventory', 'a.csv', '--settings', 's.json', '--json'])).toMatchObject({
    file: 'a.csv',
    settings: 's.json',
    json: true,
  });
  expect(parseTest(['a.csv']).settings).toBeUndefined();
  expect(() => parseTest([])).toThrow(expect.objectContaining({ code: 'args.invalid' }));
  expect(() => parseFile(['a.csv', '--settings', 's.json'])).toThrow(expect.objectContaining({ code: 'args.invalid' }));
});

test('no format at all is a choice', () => {
  expect(parseRun(['--inventory', 'a.csv', '--out', 'b', '--formats', ''])).toMatchObject({ formats: [] });
});

test.each([
  [['--inventory', 'a.csv', '--out', '']],
  [['--inventory', 'a.csv', '--out=']],
  [['--inventory', '  ', '--out', 'b']],
  [['--inventory', 'a.csv', '--out', 'b', '--data', '']],
])('a path that is empty is refused: %j', (words) => {
  expect(() => parseRun(words)).toThrow(expect.objectContaining({ code: 'args.invalid' }));
});
