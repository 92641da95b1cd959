import { roleOf, savedWords, vocabulary } from '../vocabulary';

/** The words of AOS-CX. `OK*`, the only supply of a chassis that takes several, is left to the engineer. */
export const arubaWords = vocabulary({
  fan: { good: ['OK', 'READY'], bad: ['FAULT'], empty: ['EMPTY'] },
  power: {
    good: ['OK'],
    bad: ['OUTPUT FAULT'],
    attention: ['WARNING'],
    'no-input': ['INPUT FAULT'],
    empty: ['ABSENT'],
  },
  // Of a sensor that is broken itself nobody knows the temperature.
  temperature: {
    good: ['NORMAL', 'MIN', 'MAX'],
    bad: ['CRITICAL', 'LOW_CRITICAL', 'EMERGENCY'],
    attention: ['FAULT'],
  },
  chassis: {
    good: ['ACTIVE (LOCAL)', 'ACTIVE', 'READY', 'NO SPLIT', 'MASTER', 'CONDUCTOR', 'STANDBY', 'MEMBER'],
    bad: ['DOWN', 'FAILED', 'DIAGNOSTIC', 'DEINITIALIZED'],
  },
  'config-state': savedWords,
  roles: ({ subject, status }) =>
    /^\d+$/.test(subject)
      ? roleOf(status, { active: ['MASTER', 'CONDUCTOR'], standby: ['STANDBY'], member: ['MEMBER'] })
      : null,
});
