import { expect, test } from 'vitest';
import { aleWords } from '../../../../electron/engine/vendors/ale/vocabulary';
import { ciscoWords } from '../../../../electron/engine/vendors/cisco/vocabulary';
import { isWord, stateOf, vocabulary } from '../../../../electron/engine/vendors/vocabulary';
import { chassisValues } from '../../../../electron/engine/vendors/values';
import type { Parsed } from '../../../../electron/engine/vendors/platform';
import { platforms } from '../../../../electron/engine/registries.generated';
import { platformRecordings } from '../../../support/platform-recordings';

const words = { good: ['OK', 'NOT USED'], bad: ['NOT OK'] };

test.each([
  ['Ok', 'good'],
  ['  Not   Used ', 'good'],
  ['NOT OK', 'bad'],
  ['OK-ish', 'unknown'],
  ['O', 'unknown'],
  ['', null],
  [null, null],
] as const)('%j is %s: a whole word, without regard to case and blanks', (word, state) => {
  expect(stateOf(word, words)).toBe(state);
});

test('a table may say what every other word means', () => {
  expect(stateOf('melted', { ...words, other: 'bad' })).toBe('bad');
});

test('no list of words has no word in it', () => {
  expect(isWord('OK', undefined)).toBe(false);
});

test('a kind without a table knows no word, and a part that is no member has no role', () => {
  const fan = { kind: 'fan', subject: '1', values: { rpm: null }, status: 'OK', line: '' } as const;

  expect(vocabulary({})(fan)).toEqual({ ...fan, state: 'unknown', role: null });
});

test.each([
  ['the master of a virtual chassis', aleWords, { role: 'Master', subject: '1' }, 'active'],
  ['a member of a stack that prints no role', aleWords, { role: null, subject: '3' }, 'member'],
  ['a management module', aleWords, { role: null, subject: 'CMM-A' }, null],
  ['a member of a Catalyst stack', ciscoWords, { role: 'Member', subject: '2' }, 'member'],
  ['a line card', ciscoWords, { role: null, subject: '2' }, null],
] as const)('%s has its role', (_name, say, { role, subject }, expected) => {
  const values = chassisValues({ role });

  expect(say({ kind: 'chassis', subject, values, status: 'UP', line: '' }).role).toBe(expected);
});

const judged: readonly string[] = ['fan', 'power', 'chassis', 'temperature', 'optic'];

test.each(platforms.map(({ id }) => id))('%s knows every status word of its recordings', (id) => {
  const say = platforms.find((each) => each.id === id)?.vocabulary ?? vocabulary({});
  const strange = platformRecordings()
    .filter(({ platform }) => platform === id)
    .flatMap(({ expected }) => Object.values(expected) as readonly Parsed[])
    .flatMap((said) => (said.kind === 'readings' ? said.readings : []))
    .map((reading) =>
      reading.kind === 'temperature' ? { ...reading, values: { ...reading.values, celsius: 40 } } : reading,
    )
    .filter((reading) => judged.includes(reading.kind) && say(reading).state === 'unknown')
    .map(({ kind, status }) => `${kind}: ${status}`);

  expect(strange).toEqual([]);
});
