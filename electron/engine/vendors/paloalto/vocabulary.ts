import { measured, roleOf, savedWords, vocabulary } from '../vocabulary';

/** The words of PAN-OS. */
export const paloaltoWords = vocabulary({
  fan: { good: ['ALARM FALSE'], bad: ['ALARM TRUE'] },
  power: { good: ['ALARM FALSE'], bad: ['ALARM TRUE'], empty: ['INSERTED FALSE'] },
  chassis: {
    good: ['ACTIVE', 'PASSIVE', 'ACTIVE-PRIMARY', 'ACTIVE-SECONDARY', 'UP'],
    attention: ['INITIALIZING', 'DISABLED'],
    other: 'bad',
  },
  temperature: measured({ good: ['ALARM FALSE'], bad: ['ALARM TRUE'] }),
  licence: { good: ['VALID'], expired: ['EXPIRED', 'INVALID'] },
  'config-state': savedWords,
  roles: ({ status }) =>
    roleOf(status, { active: ['ACTIVE', 'ACTIVE-PRIMARY', 'ACTIVE-SECONDARY'], standby: ['PASSIVE'] }),
});
