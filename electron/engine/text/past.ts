import type { Reading } from '../../../shared/model/reading';

/** A number of an earlier reading; null where it had none. */
export function pastNumber({ values }: Reading, key: string): number | null {
  const value = values[key];
  return typeof value === 'number' ? value : null;
}
