import { measured, opticWords, savedWords, vocabulary } from '../vocabulary';

/** The words of FortiOS; sensors print the bit of their alarm. */
export const fortinetWords = vocabulary({
  fan: { good: ['ALARM=0'], bad: ['ALARM=1'] },
  power: { good: ['ALARM=0'], bad: ['ALARM=1'] },
  chassis: { good: ['OK', 'IN-SYNC'], attention: ['WARNING'], other: 'bad' },
  temperature: measured({ good: ['ALARM=0'], bad: ['ALARM=1'] }),
  licence: { good: ['VALID'], expired: ['EXPIRED', 'INVALID'] },
  'config-state': savedWords,
  optic: opticWords,
});
