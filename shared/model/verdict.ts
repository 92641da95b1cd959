import * as z from 'zod';

/** Result of one check: 正常, 注意, 异常, 判不了, 不适用 (the device itself says it has no such part). */
export const Level = z.enum(['pass', 'warn', 'fail', 'unknown', 'n/a']);
export type Level = z.infer<typeof Level>;

/** Result of one device: a level that is never "not applicable". */
export const Verdict = z.enum(['pass', 'warn', 'fail', 'unknown']);
export type Verdict = z.infer<typeof Verdict>;

/** How many findings or devices stand at each verdict. */
export const VerdictCounts = z.object({
  pass: z.int().nonnegative(),
  warn: z.int().nonnegative(),
  fail: z.int().nonnegative(),
  unknown: z.int().nonnegative(),
});
export type VerdictCounts = z.infer<typeof VerdictCounts>;

/**
 * The verdict of a device from the levels of its findings: the worst of fail, warn, unknown.
 * Pass needs at least one pass: a device with nothing judged is unknown, never green.
 */
export function verdictOf(levels: readonly Level[]): Verdict {
  if (levels.includes('fail')) return 'fail';
  if (levels.includes('warn')) return 'warn';
  if (levels.includes('unknown')) return 'unknown';
  return levels.includes('pass') ? 'pass' : 'unknown';
}

/** Counts of pass, warn, fail and unknown; n/a is left out, it is counted apart. */
export function countVerdicts(levels: readonly Level[]): VerdictCounts {
  const count = (level: Level) => levels.filter((each) => each === level).length;
  return { pass: count('pass'), warn: count('warn'), fail: count('fail'), unknown: count('unknown') };
}
