import type { Finding, FindingReason } from '../../../shared/model/finding';
import type { AnyReading, AnyStated, Reading, ReadingKind, StatedReading } from '../../../shared/model/reading';
import type { Thresholds } from '../../../shared/model/settings';
import type { Level } from '../../../shared/model/verdict';
import type { Check, Judgement } from '../checks/check';
import { checks } from '../registries.generated';
import { newestOf, type PastInspection } from './past-inspection';

/** Findings of the device as a whole and of what could not be read have these ids. */
export const deviceChecks = {
  reachability: 'reachability',
  output: 'command-output',
  backup: 'config-backup',
  kept: 'result-kept',
  platform: 'platform',
  weakEncryption: 'weak-encryption',
  downgrade: 'encryption-downgrade',
  telnet: 'telnet-in-use',
  ftp: 'ftp-in-use',
} as const;

/** A finding that no check made: nothing was read, or the device has no such part. */
export function plainFinding(
  parts: Pick<Finding, 'check' | 'level' | 'reason'> &
    Partial<Omit<Finding, 'proof'>> & { readonly proof?: Finding['proof'] },
): Finding {
  return {
    subject: '',
    value: null,
    unit: null,
    limit: null,
    limitSource: null,
    proof: { command: '', line: '' },
    code: null,
    ...parts,
  };
}

/** Ids of the checks that judge a kind by itself; those that only compare with the last inspection are left out. */
export function checksOf(kind: ReadingKind): readonly string[] {
  return checks.filter((check) => check.needs === kind && check.isComparison !== true).map(({ id }) => id);
}

/** One finding for each check that a command's kinds would have fed; `command-output` where there is none. */
export function findingsOfNothing(
  kinds: readonly ReadingKind[],
  said: { readonly level: Level; readonly reason: FindingReason; readonly code: string | null },
  proof: Finding['proof'],
): readonly Finding[] {
  const ids = [...new Set(kinds.flatMap(checksOf))];
  const named = ids.length > 0 ? ids : [deviceChecks.output];
  return named.map((check) => plainFinding({ check, ...said, proof }));
}

/** What an answer that was read leaves out: each kind that its command should give and that has no reading. */
export function findingsOfMissing(
  gives: readonly ReadingKind[],
  readings: readonly AnyReading[],
  command: string,
): readonly Finding[] {
  const missing = gives.filter((kind) => !readings.some((reading) => reading.kind === kind));
  const nothing = { level: 'unknown', reason: 'no-row', code: null } as const;
  return missing.length > 0 ? findingsOfNothing(missing, nothing, { command, line: '' }) : [];
}

/** A reading that holds the device's own limit and no measurement. */
function isLimit(reading: AnyStated): reading is StatedReading<'cpu'> | StatedReading<'memory'> {
  return (
    (reading.kind === 'cpu' || reading.kind === 'memory') &&
    reading.subject === 'limit' &&
    reading.values.percent === null
  );
}

/** Gives the device's own limits to the measurements that came without one. */
export function withDeviceLimits(readings: readonly AnyStated[], all: readonly AnyStated[]): readonly AnyStated[] {
  const limits = new Map(all.filter(isLimit).map(({ kind, values }) => [kind, values.limitPercent]));
  return readings.map((reading) => {
    if ((reading.kind !== 'cpu' && reading.kind !== 'memory') || reading.values.limitPercent !== null) return reading;
    return { ...reading, values: { ...reading.values, limitPercent: limits.get(reading.kind) ?? null } };
  });
}

function findingOf(check: string, judgement: Judgement, proof: Finding['proof'], subject: string): Finding {
  const { level, reason, value, unit, limit, limitSource } = judgement;
  return {
    check,
    subject,
    level,
    reason,
    value: value ?? null,
    unit: unit ?? null,
    limit: limit ?? null,
    limitSource: limitSource ?? null,
    proof,
    code: null,
  };
}

/** What the checks need beside the readings. */
export type JudgeContext = {
  readonly thresholds: Thresholds;
  readonly now: number;
  /** When the device gave the answer, epoch milliseconds; absent for saved answers. */
  readonly askedAt?: number | undefined;
  /** Earlier inspections of the device, newest first. */
  readonly history?: readonly PastInspection[] | undefined;
};

/** Runs every check on the readings of one output, and on what the last inspection showed and this output does not. */
export function judgeReadings(
  readings: readonly AnyStated[],
  command: string,
  { thresholds, now, askedAt, history = [] }: JudgeContext,
): readonly Finding[] {
  const measured = readings.filter((reading) => !isLimit(reading));
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const own = measured.filter((reading) => reading.kind === kind);
    const past = newestOf(history, kind, command);
    const previousSiblings = past?.readings ?? [];
    const members = checks.filter((check) => check.needs === kind);
    const common = { thresholds, now, askedAt: askedAt ?? null, siblings: own, previousSiblings };
    const judged = own.flatMap((reading) => {
      const previous = previousSiblings.filter(({ subject }) => subject === reading.subject);
      const context = { ...common, previous, previousAt: past?.at ?? null };
      return members.flatMap((check) => {
        const judgement = check.judge(reading, context);
        const proof = { command, line: reading.line };
        return judgement === undefined ? [] : [findingOf(check.id, judgement, proof, reading.subject)];
      });
    });
    return [...judged, ...goneFindings(members, own, previousSiblings, command)];
  });
}

function goneFindings(
  members: readonly Check[],
  own: readonly AnyStated[],
  before: readonly Reading[],
  command: string,
): readonly Finding[] {
  const gone = before.filter((was) => !own.some(({ subject }) => subject === was.subject));
  return gone.flatMap((was) =>
    members.flatMap((check) => {
      const judgement = check.gone?.(was);
      return judgement === undefined ? [] : [findingOf(check.id, judgement, { command, line: '' }, was.subject)];
    }),
  );
}

/** A reading as stored: its values as a plain record, and the command that gave it. */
export function storedReading(reading: AnyStated, command: string): Reading {
  return { ...reading, values: { ...reading.values }, command };
}
