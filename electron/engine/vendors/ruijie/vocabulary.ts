import { opticWords, vocabulary } from '../vocabulary';

/** The words of RGOS. */
export const ruijieWords = vocabulary({
  fan: { good: ['OK', 'NORMAL'], bad: ['FAIL', 'FAULT', 'FAILED', 'ABNORMAL'], empty: ['ABSENT', 'N/A'] },
  power: {
    good: ['OK', 'NORMAL'],
    bad: ['FAIL', 'FAULT', 'FAILED', 'ABNORMAL', 'OFF'],
    attention: ['LOST'],
    empty: ['N/A', 'ABSENT'],
  },
  chassis: { good: ['POWER-ON'], empty: ['N/A'], other: 'bad' },
  optic: opticWords,
});
