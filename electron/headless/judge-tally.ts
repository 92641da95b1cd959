import type { CutResult } from '../engine/judge/cut-answers';
import type { JudgedText } from '../engine/judge/judge-text';
import type { FindingReason } from '../../shared/model/finding';

/** Why a text is 判不了: the reason of a finding, or that its command is not one that is read. */
export type UnknownReason = FindingReason | 'evidence';

/** What became of the texts of one platform. */
export type TallyRow = {
  /** Null for texts whose platform nothing tells. */
  readonly platform: string | null;
  readonly texts: number;
  /** Texts that gave readings, or in which the device says that it has no such part. */
  readonly read: number;
  /** Texts of commands that no parser reads. */
  readonly evidence: number;
  /** Texts with at least one finding that is not 判不了. */
  readonly judged: number;
  /** Texts that are 判不了 as a whole. */
  readonly unknown: number;
  /** Texts that are 判不了 only because their end is not in them. */
  readonly endUnseenOnly: number;
  /** Texts that are 判不了, by reason; one may have several. */
  readonly reasons: ReadonlyMap<UnknownReason, number>;
  readonly cuts: number;
  /** Cut texts that are called 正常 all the same. */
  readonly passingCuts: number;
};

const empty = (platform: string | null): TallyRow => ({
  platform,
  texts: 0,
  read: 0,
  evidence: 0,
  judged: 0,
  unknown: 0,
  endUnseenOnly: 0,
  reasons: new Map(),
  cuts: 0,
  passingCuts: 0,
});

function reasonsOf({ said, findings }: JudgedText): readonly UnknownReason[] {
  if (said === 'evidence') return ['evidence'];
  return [...new Set(findings.filter(({ level }) => level === 'unknown').map(({ reason }) => reason))];
}

/** The row of one text. */
export function tallyOf(judged: JudgedText, cut?: CutResult): TallyRow {
  const { platform, said, findings, verdict } = judged;
  const reasons = verdict === 'unknown' ? reasonsOf(judged) : [];
  return {
    platform,
    texts: 1,
    read: said === 'readings' || said === 'absent' ? 1 : 0,
    evidence: said === 'evidence' ? 1 : 0,
    judged: findings.some(({ level }) => level !== 'unknown') ? 1 : 0,
    unknown: verdict === 'unknown' ? 1 : 0,
    endUnseenOnly: reasons.length === 1 && reasons[0] === 'end-unseen' ? 1 : 0,
    reasons: new Map(reasons.map((reason) => [reason, 1])),
    cuts: cut?.cuts ?? 0,
    passingCuts: cut?.passingLines.length ?? 0,
  };
}

function sumOf(one: TallyRow, other: TallyRow): TallyRow {
  const reasons = new Map(one.reasons);
  for (const [reason, count] of other.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  return {
    platform: one.platform,
    texts: one.texts + other.texts,
    read: one.read + other.read,
    evidence: one.evidence + other.evidence,
    judged: one.judged + other.judged,
    unknown: one.unknown + other.unknown,
    endUnseenOnly: one.endUnseenOnly + other.endUnseenOnly,
    reasons,
    cuts: one.cuts + other.cuts,
    passingCuts: one.passingCuts + other.passingCuts,
  };
}

/** One row a platform, in the order of their names, from one row a text. */
export function byPlatform(rows: readonly TallyRow[]): readonly TallyRow[] {
  const found = new Map<string | null, TallyRow>();
  for (const row of rows) found.set(row.platform, sumOf(found.get(row.platform) ?? empty(row.platform), row));
  return [...found.values()].toSorted((a, b) => ((a.platform ?? '') < (b.platform ?? '') ? -1 : 1));
}

/** All rows as one. */
export function totalOf(rows: readonly TallyRow[]): TallyRow {
  return rows.reduce(sumOf, empty(null));
}
