import { expect, test } from 'vitest';
import { Thresholds } from '../../shared/model/settings';
import type { FindingReason, LimitSource } from '../../shared/model/finding';
import type { ReadingKind, ReadingOf, ReadingValues } from '../../shared/model/reading';
import type { Level } from '../../shared/model/verdict';
import type { z } from 'zod';
import type { Check } from '../../electron/engine/checks/check';

/** One row of a check's table: a reading, and what must be said of it. */
export type CheckCase<K extends ReadingKind> = {
  readonly name: string;
  readonly subject?: string;
  readonly status?: string | null;
  readonly values: ReadingValues[K];
  /** Status words of the other parts, by subject. */
  readonly siblings?: readonly ReadingOf<K>[];
  readonly thresholds?: z.input<typeof Thresholds>;
  readonly level: Level;
  readonly reason?: FindingReason;
  readonly value?: number | string | null;
  readonly limit?: number;
  readonly limitSource?: LimitSource;
};

/** Runs a check's table of cases. */
export function checkCases<K extends ReadingKind>(check: Check<K>, cases: readonly CheckCase<K>[]): void {
  test.each(cases.map((each) => ({ each, name: each.name })))(`${check.id}: $name`, ({ each }) => {
    const { subject = '1/1', status = null, values, siblings = [], thresholds = {} } = each;
    const reading: ReadingOf<K> = { kind: check.needs, subject, values, status, line: 'the line' };
    const context = { thresholds: Thresholds.parse(thresholds), siblings: [reading, ...siblings], now: 0 };

    const judgement = check.judge(reading, context);

    expect(judgement.level).toBe(each.level);
    if (each.reason !== undefined) expect(judgement.reason).toBe(each.reason);
    if (each.value !== undefined) expect(judgement.value).toBe(each.value);
    if (each.limit !== undefined) expect(judgement.limit).toBe(each.limit);
    if (each.limitSource !== undefined) expect(judgement.limitSource).toBe(each.limitSource);
  });
}
