import { isWord, measured, opticWords, roleOf, stateOf, type StateRule, vocabulary, type Words } from '../vocabulary';

const chassis: Words = {
  good: ['UP', 'RUNNING'],
  // A member that was added since the topology was saved.
  attention: ['RUNNING+', 'TESTING', 'INITIALIZING'],
  empty: ['ABSENT', 'EMPTY'],
  other: 'bad',
};

/** A part that an administrator switched off, and one open link of a ring that carries on, are no faults. */
const chassisState: StateRule<'chassis'> = ({ status, values }) => {
  const state = stateOf(status, chassis);
  const isSpare = isWord(values.adminStatus, ['POWER OFF']) || isWord(values.role, ['STACK LINK']);
  return state === 'bad' && isSpare ? 'attention' : state;
};

/** Each line of `show running-directory` has its own words; whole fields are compared, since they contain each other. */
const configState: StateRule<'config-state'> = ({ subject, status }) => {
  switch (subject) {
    case 'Running configuration':
      // Not the master of the virtual chassis: the files here may be old.
      if (/^SLAVE/i.test(status ?? '')) return 'attention';
      return isWord(status, ['CERTIFIED']) ? 'bad' : 'good';
    case 'Certify/Restore Status':
      return stateOf(status, { good: ['CERTIFIED'], attention: ['CERTIFY NEEDED'], empty: ['NOT AVAILABLE'] });
    case 'Flash Between CMMs':
      return stateOf(status, { good: ['SYNCHRONIZED'], bad: ['NOT SYNCHRONIZED'], empty: ['NOT AVAILABLE'] });
    default:
      return stateOf(status, { good: ['SYNCHRONIZED'], attention: ['NOT SYNCHRONIZED'], empty: ['NOT AVAILABLE'] });
  }
};

/** The words of AOS 5 to 8. */
export const aleWords = vocabulary({
  fan: {
    good: ['YES', 'RUNNING', 'UP'],
    bad: ['NO', 'NOT RUNNING', 'DOWN', 'FAULT', 'FAIL', 'FAILED', 'NO STATUS'],
    empty: ['NOT PRESENT', '--'],
  },
  // PWRSAVE sleeps on purpose; MASTER is the word of the standard MIB.
  power: {
    good: ['UP', 'MASTER', 'PWRSAVE'],
    attention: ['SECONDARY', 'IDLE', 'TESTING', 'SLEEP', 'STANDBY'],
    bad: ['DOWN', 'FAULT', 'FAIL', 'FAILED', 'ERR-DISABLE', 'OFF'],
    'no-input': ['UNPLUG', 'UNPLUGGED', 'UNPOWERED'],
    empty: ['--', '-', 'NOT PRESENT'],
  },
  chassis: chassisState,
  temperature: measured({
    good: ['UNDER THRESHOLD'],
    bad: ['OVER THRESHOLD', 'OVER FIRST THRESHOLD', 'OVER DANGER THRESHOLD'],
    empty: ['NOT PRESENT'],
  }),
  licence: { attention: ['DEMO', 'TRIAL'], expired: ['EXPIRED'] },
  'config-state': configState,
  optic: opticWords,
  // AOS 6 numbers the members of a stack, and prints a role in its topology only.
  roles: ({ subject, values }) =>
    roleOf(values.role, { active: ['MASTER', 'PRIMARY'], standby: ['SLAVE', 'SECONDARY'] }) ??
    (/^\d+$/.test(subject) ? 'member' : null),
});
