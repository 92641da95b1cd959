import { expect, test } from 'vitest';
import { userChanged } from '../../../../electron/engine/checks/user-changed';
import { checkCases } from '../../../support/check-cases';

const values = { name: 'auditor' };

checkCases(userChanged, [
  { name: 'a first run has nothing to compare with', subject: 'auditor', values, level: 'none' },
  { name: 'known', subject: 'auditor', values, before: [{}], level: 'pass', reason: 'unchanged' },
  {
    name: 'new',
    subject: 'auditor',
    values,
    before: [{ subject: 'admin' }],
    level: 'warn',
    reason: 'appeared',
    value: 'auditor',
  },
]);

test('user-changed: a user who is gone is 注意', () => {
  const said = { status: null, state: null, role: null, command: 'show user', line: 'old' };
  const was = { kind: 'user' as const, subject: 'old', values: {}, ...said };

  expect(userChanged.gone?.(was)).toMatchObject({ level: 'warn', reason: 'gone', value: 'old' });
});
