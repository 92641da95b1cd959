import { vocabulary } from '../vocabulary';

/** The words of StoneOS: it calls a licence over, and prints a date for every other one. */
export const hillstoneWords = vocabulary({ licence: { expired: ['EXPIRED'] } });
