/** A pair of limits in dBm; modules without limits of their own print zeros, or a low one above the high one. */
export type LimitPair = { readonly low: number | null; readonly high: number | null };

/** Both limits as printed, or none where no value could lie between them. */
export function limitPair(low: number | null, high: number | null): LimitPair {
  const isUnset = low !== null && high !== null && low >= high;
  return isUnset ? { low: null, high: null } : { low, high };
}
