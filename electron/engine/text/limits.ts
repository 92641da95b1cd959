import type { LimitSource } from '../../../shared/model/finding';
import { Thresholds } from '../../../shared/model/settings';

const ours = Thresholds.parse({});

/** `settings` when the user moved a limit, `default` when it is ours. */
export function sourceOf(thresholds: Thresholds, pick: (thresholds: Thresholds) => number | null): LimitSource {
  return pick(thresholds) === pick(ours) ? 'default' : 'settings';
}

/** A status word as compared: whole field, one blank between words, upper case. */
export function statusWord(status: string | null): string {
  return (status ?? '').trim().replace(/\s+/g, ' ').toUpperCase();
}
