import { vocabulary } from '../vocabulary';

/** The words of MyPower; `Online` alone says of a part that it is there, not that it works. */
export const maipuWords = vocabulary({
  fan: { good: ['NORMAL'], bad: ['FAIL', 'FAULT'], empty: ['OFFLINE'] },
  power: { good: ['NORMAL'], bad: ['FAIL', 'FAULT'], 'no-input': ['POWER IN: FAULT'], empty: ['OFFLINE'] },
  chassis: { good: ['START OK', 'NORMAL'], empty: ['OFFLINE'] },
});
