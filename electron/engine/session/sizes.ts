import type { Budgets } from '../../../shared/model/settings';

type Sizes = Pick<Budgets, 'outputMegabytes' | 'fileMegabytes'>;

/** Budgets of a session. Sizes are those of new settings when left out. */
export type SessionBudgets = Omit<Budgets, keyof Sizes> & Partial<Sizes>;

/** The limit of a size, as its error tells it. */
type Limit = { readonly megabytes: number };

const usualMegabytes = 32;

/** The most that one command may print. */
export function outputLimit({ outputMegabytes = usualMegabytes }: Partial<Sizes>): Limit {
  return { megabytes: outputMegabytes };
}

/** The largest file that is fetched. */
export function fileLimit({ fileMegabytes = usualMegabytes }: Partial<Sizes>): Limit {
  return { megabytes: fileMegabytes };
}

export function bytesOf({ megabytes }: Limit): number {
  return megabytes * 1_048_576;
}
