import { opticWords, roleOf, vocabulary } from '../vocabulary';

/** The words of Junos. */
export const junosWords = vocabulary({
  fan: { good: ['OK'], bad: ['FAILED', 'CHECK', 'FAILURE', 'FAULT', 'BAD'], empty: ['ABSENT', 'NOT PRESENT'] },
  power: { good: ['OK'], bad: ['FAILED', 'CHECK', 'FAILURE', 'FAULT', 'BAD', 'OFF'], empty: ['ABSENT', 'NOT PRESENT'] },
  chassis: {
    good: ['OK', 'MASTER', 'BACKUP', 'PRIMARY', 'SECONDARY', 'ONLINE', 'STANDBY', 'NO ALARMS CURRENTLY ACTIVE'],
    attention: ['TESTING', 'MINOR', 'DISABLED', 'INITIALIZING'],
    empty: ['EMPTY', 'ABSENT'],
    other: 'bad',
  },
  temperature: { good: ['OK'], attention: ['WARNING'], bad: ['FAILED', 'CHECK', 'FAILURE'], empty: ['ABSENT'] },
  licence: { expired: ['EXPIRED', 'INVALID'] },
  optic: opticWords,
  roles: ({ status }) => roleOf(status, { active: ['MASTER', 'PRIMARY'], standby: ['BACKUP', 'SECONDARY'] }),
});
