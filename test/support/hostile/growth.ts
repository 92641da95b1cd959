import { attacksOn, attackText, type Attack } from './regex-attacks';
import { countedRegex } from './counted-regex';

/** How the work of a pattern grows with the length of the worst text that was found for it. */
export type Growth = {
  readonly isLinear: boolean;
  /** Texts that were tried. */
  readonly tried: number;
  /** Steps of twice the length by steps of the length, the highest that was measured; 2 is linear. */
  readonly worstRatio: number;
  readonly worst: Attack | undefined;
};

/** A pattern that takes fewer steps for each character of a short text tries no part again at each place. */
const calmStepsEach = 12;
const shortLength = 64;
const stepBound = 16_000_000;
const most = 3;

/**
 * Attacks a pattern with texts made of its own parts. Twice the length may cost twice the steps; a part that is bounded
 * (`.{0,80}`) shows its true growth only beyond its bound, so that what looks bad is tried again at greater lengths.
 */
export function growthOf(pattern: Pick<RegExp, 'source' | 'flags'>): Growth {
  const counted = countedRegex(pattern);
  const attacks = attacksOn(pattern);
  const ratio = (attack: Attack, length: number): number => {
    const whole = counted.costOf(attackText(attack, 2 * length), stepBound);
    return whole.isCapped ? Infinity : whole.steps / counted.costOf(attackText(attack, length), stepBound).steps;
  };
  let worstRatio = 0;
  for (const attack of attacks) {
    if (counted.costOf(attackText(attack, shortLength), stepBound).steps < calmStepsEach * shortLength) continue;
    const lengths = [256, 1024, 4096];
    const bad = lengths.findIndex((length) => {
      const measured = ratio(attack, length);
      if (measured < most) worstRatio = Math.max(worstRatio, measured);
      return measured < most;
    });
    if (bad < 0) return { isLinear: false, tried: attacks.length, worstRatio: Infinity, worst: attack };
  }
  return { isLinear: true, tried: attacks.length, worstRatio, worst: undefined };
}
