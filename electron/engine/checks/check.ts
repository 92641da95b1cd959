import type { FindingReason, LimitSource } from '../../../shared/model/finding';
import type { PartState, Reading, ReadingKind, StatedReading } from '../../../shared/model/reading';
import type { Thresholds } from '../../../shared/model/settings';
import type { LocalText } from '../../../shared/model/text';
import type { Level } from '../../../shared/model/verdict';

/** What a check says of one reading. Absent fields mean "none". */
export type Judgement = {
  readonly level: Level;
  readonly reason: FindingReason;
  readonly value?: number | string | null;
  readonly unit?: string;
  readonly limit?: number | string | null;
  readonly limitSource?: LimitSource;
};

/** What a check may look at beside its reading. */
export type CheckContext = {
  readonly thresholds: Thresholds;
  /** All readings of the same kind on the device: redundancy is judged by the neighbours. */
  readonly siblings: readonly StatedReading<ReadingKind>[];
  /** Epoch milliseconds on our side. */
  readonly now: number;
  /** Epoch milliseconds at which the device gave the answer; null for a saved one, whose time nobody knows. */
  readonly askedAt: number | null;
  /** The reading of the same kind and subject in the last inspection that has this kind; empty on the first run. */
  readonly previous: readonly Reading[];
  /** All readings of the kind in that inspection. */
  readonly previousSiblings: readonly Reading[];
  /** When that inspection began, epoch milliseconds; null on the first run. */
  readonly previousAt: number | null;
};

/** A rule that judges one kind of reading. One file each in this folder. */
export type Check<K extends ReadingKind = ReadingKind> = {
  /** kebab-case, stored, never renamed. */
  readonly id: string;
  readonly labels: LocalText;
  readonly needs: K;
  /** `least`: the limit is what there must be at least (free flash); without it the limit is the most allowed. */
  readonly limitIs?: 'least';
  /** What to do when it is not good; shown in the report. */
  readonly advice: Readonly<Partial<Record<FindingReason, LocalText>>>;
  /** Reasons whose advice is to save: the platform's own commands for it are named behind it. */
  readonly saveAdvice?: readonly FindingReason[];
  /**
   * Compares with the last inspection only: an answer that was not read is no finding of this check, the other checks
   * of the kind say so.
   */
  readonly isComparison?: true;
  /** What it says of a part that the last inspection showed and this answer does not. */
  gone?(was: Reading): Judgement;
  /** Undefined: this reading holds nothing for this check, and gets no finding from it. */
  judge(reading: StatedReading<K>, context: CheckContext): Judgement | undefined;
};

/** What a state says by itself. A word that nobody knows, and a state that has no meaning of its own here, is 判不了. */
export function judgementOf(state: PartState | null, value: string | null): Judgement {
  if (state === 'good') return { level: 'pass', reason: 'status-good', value };
  if (state === 'bad') return { level: 'fail', reason: 'status-bad', value };
  if (state === 'attention') return { level: 'warn', reason: 'status-attention', value };
  if (state === 'empty') return { level: 'n/a', reason: 'no-such-part', value };
  return { level: 'unknown', reason: 'not-understood', value };
}

/** The chassis of a part: `1` of `1/--/2`; none of `FAN1`. */
export const chassisOf = (subject: string): string => /^(.*?)\//.exec(subject)?.[1] ?? '';

/** Types a check by the kind of reading it needs. */
export function defineCheck<K extends ReadingKind>(check: Check<K>): Check<K> {
  return check;
}
