import { isWord, roleOf, savedWords, stateOf, type StateRule, vocabulary, type Words } from '../vocabulary';

const boards: Words = {
  good: ['NORMAL', 'ACTIVE', 'STANDBY', 'MASTER', 'SLAVE'],
  attention: ['TESTING', 'INITIALIZING'],
  empty: ['ABSENT'],
  other: 'bad',
};

/** A board that was switched off is no fault; neither is a firewall of a pair that works in the other one's role. */
const boardState: StateRule<'chassis'> = ({ status, values }) => {
  const state = stateOf(status, boards);
  const isPlanned = isWord(values.adminStatus, ['POWER OFF']) || /^should be /i.test(status ?? '');
  return state === 'bad' && isPlanned ? 'attention' : state;
};

/** The words of VRP 5 and 8, YunShan OS and USG firewalls. */
export const huaweiWords = vocabulary({
  fan: {
    good: ['NORMAL', 'REGISTERED', 'YES'],
    bad: ['ABNORMAL', 'UNREGISTERED', 'NO', 'FAULT', 'FAIL'],
    empty: ['ABSENT'],
  },
  power: {
    good: ['SUPPLY', 'NORMAL'],
    attention: ['SLEEP', 'STANDBY'],
    bad: ['FAULT', 'ABNORMAL', 'FAIL'],
    'no-input': ['NOTSUPPLY'],
    empty: ['ABSENT', '-'],
  },
  chassis: boardState,
  temperature: { good: ['NORMAL'], bad: ['MINOR', 'MAJOR', 'FATAL', 'ABNORMAL'] },
  licence: {
    good: ['NORMAL'],
    attention: ['DEMO', 'TRIAL', 'EMERGENCY', 'DEFAULT'],
    expired: ['EXPIRED', 'OVERDUE', 'INVALID'],
  },
  'config-state': savedWords,
  // The role of a board in its chassis makes it no member of anything.
  roles: ({ subject, values }) =>
    subject.startsWith('HRP') ? roleOf(values.role, { active: ['ACTIVE'], standby: ['STANDBY'] }) : null,
});
