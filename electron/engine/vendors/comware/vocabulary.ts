import { roleOf, savedWords, vocabulary } from '../vocabulary';

/** The words of Comware 5 and 7. */
export const comwareWords = vocabulary({
  fan: {
    good: ['NORMAL'],
    bad: ['FAULT', 'FANDIRECTIONFAULT', 'FAN DIRECTION FAULT', 'FAIL', 'ABNORMAL'],
    empty: ['ABSENT'],
  },
  power: { good: ['NORMAL'], bad: ['FAULT', 'FAIL', 'ABNORMAL'], empty: ['ABSENT'] },
  chassis: { good: ['MASTER', 'STANDBY', 'SLAVE', 'NORMAL'], empty: ['ABSENT'], other: 'bad' },
  licence: { good: ['IN USE'], empty: ['UNUSED', 'NOT IN USE'], expired: ['EXPIRED', 'INVALID'] },
  'config-state': savedWords,
  roles: ({ status }) => roleOf(status, { active: ['MASTER'], standby: ['STANDBY', 'SLAVE'] }),
});
