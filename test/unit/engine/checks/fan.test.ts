import { fan } from '../../../../electron/engine/checks/fan';
import { aleWords } from '../../../../electron/engine/vendors/ale/vocabulary';
import { checkCases } from '../../../support/check-cases';

const values = { rpm: null };
const other = (subject: string, status: string) => ({ kind: 'fan' as const, subject, status, values, line: '' });

checkCases(
  fan,
  [
    { name: 'YES is good', status: 'YES', values, level: 'pass', value: 'YES' },
    { name: 'Running is good', status: 'Running', values, level: 'pass' },
    { name: 'NO is bad', status: 'NO', values, level: 'fail', reason: 'status-bad' },
    { name: 'Not Running is bad though it contains Running', status: 'Not  Running', values, level: 'fail' },
    { name: 'an unknown word is not judged', status: 'SPINNING', values, level: 'unknown', reason: 'not-understood' },
    { name: 'no word is not judged', status: null, values, level: 'unknown' },
    {
      name: 'an empty bay beside a working fan is lost redundancy',
      subject: '1/2',
      status: 'Not Present',
      values,
      siblings: [other('1/1', 'Running')],
      level: 'warn',
      reason: 'redundancy-lost',
    },
    {
      name: 'a fan in another chassis does not help',
      subject: '2/1',
      status: 'Not Present',
      values,
      siblings: [other('1/1', 'Running')],
      level: 'fail',
    },
  ],
  aleWords,
);
