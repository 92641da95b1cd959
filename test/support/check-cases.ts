import { expect, test } from 'vitest';
import { Thresholds } from '../../shared/model/settings';
import type { FindingReason, LimitSource } from '../../shared/model/finding';
import type {
  AnyReading,
  Reading,
  ReadingKind,
  ReadingOf,
  ReadingValues,
  StatedReading,
} from '../../shared/model/reading';
import type { Level } from '../../shared/model/verdict';
import type { z } from 'zod';
import type { Check } from '../../electron/engine/checks/check';
import { vocabulary, type Vocabulary } from '../../electron/engine/vendors/vocabulary';

/** One row of a check's table: a reading, and what must be said of it. */
export type CheckCase<K extends ReadingKind> = {
  readonly name: string;
  readonly subject?: string;
  readonly status?: string | null;
  readonly values: ReadingValues[K];
  /** Status words of the other parts, by subject. */
  readonly siblings?: readonly ReadingOf<K>[];
  readonly thresholds?: z.input<typeof Thresholds>;
  /** What the last inspection had of this kind; a reading without subject is of the same part. */
  readonly before?: readonly {
    readonly subject?: string;
    readonly status?: string | null;
    readonly values?: ReadingValues[K];
    readonly line?: string;
  }[];
  /** Seconds from the last inspection to now. */
  readonly secondsSince?: number;
  /** Epoch milliseconds of the answer; null for a saved one. */
  readonly askedAt?: number | null;
  /** The line of the device. */
  readonly line?: string;
  /** `none`: the check says nothing. */
  readonly level: Level | 'none';
  readonly reason?: FindingReason;
  readonly value?: number | string | null;
  readonly limit?: number;
  readonly limitSource?: LimitSource;
};

/**
 * Runs a check's table of cases.
 *
 * @param words what the status words mean; no word is known without it
 */
export function checkCases<K extends ReadingKind>(
  check: Check<K>,
  cases: readonly CheckCase<K>[],
  words: Vocabulary = vocabulary({}),
): void {
  test.each(cases.map((each) => ({ each, name: each.name })))(`${check.id}: $name`, ({ each }) => {
    const {
      subject = '1/1',
      status = null,
      values,
      siblings = [],
      thresholds = {},
      before = [],
      line = 'the line',
    } = each;
    // A vocabulary takes any kind, and gives back the kind that it took.
    const stated = (reading: ReadingOf<K>) => words(reading as AnyReading) as StatedReading<K>;
    const reading = stated({ kind: check.needs, subject, values, status, line });
    const now = 1_800_000_000_000;
    const previousSiblings: Reading[] = before.map((was) => ({
      kind: check.needs,
      subject: was.subject ?? subject,
      values: { ...(was.values ?? values) },
      status: was.status ?? null,
      state: null,
      role: null,
      command: 'the command',
      line: was.line ?? 'the old line',
    }));
    const context = {
      thresholds: Thresholds.parse(thresholds),
      siblings: [reading, ...siblings.map(stated)],
      now,
      askedAt: each.askedAt === undefined ? now : each.askedAt,
      previousSiblings,
      previous: previousSiblings.filter((was) => was.subject === subject),
      previousAt: before.length === 0 ? null : now - (each.secondsSince ?? 86_400) * 1000,
    };

    const judgement = check.judge(reading, context);

    expect(judgement?.level ?? 'none').toBe(each.level);
    if (judgement === undefined) return;
    if (each.reason !== undefined) expect(judgement.reason).toBe(each.reason);
    if (each.value !== undefined) expect(judgement.value).toBe(each.value);
    if (each.limit !== undefined) expect(judgement.limit).toBe(each.limit);
    if (each.limitSource !== undefined) expect(judgement.limitSource).toBe(each.limitSource);
  });
}
