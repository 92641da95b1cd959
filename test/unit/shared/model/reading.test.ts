import { expect, test } from 'vitest';
import { Reading } from '../../../../shared/model/reading';

test('a reading of an earlier release has no state and no role', () => {
  const kept = { kind: 'fan', subject: '1', values: { rpm: null }, status: 'YES', command: 'show fan', line: '1 YES' };

  expect(Reading.parse(kept)).toEqual({ ...kept, state: null, role: null });
});

test('a state that is none of ours is refused', () => {
  const strange = { kind: 'fan', subject: '', values: {}, status: null, state: 'fine', command: '', line: '' };

  expect(Reading.safeParse(strange).success).toBe(false);
});
