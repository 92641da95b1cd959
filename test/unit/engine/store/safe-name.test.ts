import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NameClaims, safeName } from '../../../../electron/engine/store/safe-name';

test.each([
  ['show health', 'show-health'],
  ['display cpu-usage | include Total', 'display-cpu-usage-include-Total'],
  ['核心交换机（一号楼）', '核心交换机（一号楼）'],
  ['a\u202Egnp.exe', 'a-gnp.exe'],
  ['name.', 'name'],
  ['name. . ', 'name'],
  ['...', 'fallback'],
  ['CON', '_CON'],
  ['com1.log', '_com1.log'],
  ['LPT¹', '_LPT¹'],
  ['console', 'console'],
  ['e\u0301', '\u00e9'],
  ['\ud800half', 'half'],
])('%j becomes %j', (text, name) => {
  expect(safeName(text, 'fallback')).toBe(name);
});

test('a long Chinese name is cut between characters', () => {
  const name = safeName('交换机'.repeat(40), 'fallback', '.txt');

  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80);
  expect(name).toMatch(/^[交换机]+\.txt$/);
});

test('any text gives a name that every file system takes', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const name = safeName(text, 'fallback', '.txt');
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/u);
      expect(name).toMatch(/^[^.\s].*\.txt$/su);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80);
    }),
    { numRuns: 500 },
  );
});

test('claimed names differ whatever the case', () => {
  const claims = new NameClaims();

  expect([claims.claim('SW', '.txt'), claims.claim('sw', '.txt'), claims.claim('SW', '.TXT')]).toEqual([
    'SW.txt',
    'sw-2.txt',
    'SW-3.TXT',
  ]);
});
