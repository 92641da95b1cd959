import type { Finding, FindingReason } from '../../../shared/model/finding';
import type { AnyReading, Reading, ReadingKind, ReadingOf } from '../../../shared/model/reading';
import type { Thresholds } from '../../../shared/model/settings';
import type { Level } from '../../../shared/model/verdict';
import type { Judgement } from '../checks/check';
import { checks } from '../registries.generated';

/** Findings of the device as a whole and of what could not be read have these ids. */
export const deviceChecks = {
  reachability: 'reachability',
  output: 'command-output',
  backup: 'config-backup',
  platform: 'platform',
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

/** Ids of the checks that judge a kind. */
export function checksOf(kind: ReadingKind): readonly string[] {
  return checks.filter((check) => check.needs === kind).map(({ id }) => id);
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

/** A reading that holds the device's own limit and no measurement. */
function isLimit(reading: AnyReading): reading is ReadingOf<'cpu'> | ReadingOf<'memory'> {
  return (
    (reading.kind === 'cpu' || reading.kind === 'memory') &&
    reading.subject === 'limit' &&
    reading.values.percent === null
  );
}

/** Gives the device's own limits to the measurements that came without one. */
export function withDeviceLimits(readings: readonly AnyReading[], all: readonly AnyReading[]): readonly AnyReading[] {
  const limits = new Map(all.filter(isLimit).map(({ kind, values }) => [kind, values.limitPercent]));
  return readings.map((reading) => {
    if ((reading.kind !== 'cpu' && reading.kind !== 'memory') || reading.values.limitPercent !== null) return reading;
    return { ...reading, values: { ...reading.values, limitPercent: limits.get(reading.kind) ?? null } };
  });
}

function findingOf(check: string, judgement: Judgement, reading: AnyReading, command: string): Finding {
  const { level, reason, value, unit, limit, limitSource } = judgement;
  return {
    check,
    subject: reading.subject,
    level,
    reason,
    value: value ?? null,
    unit: unit ?? null,
    limit: limit ?? null,
    limitSource: limitSource ?? null,
    proof: { command, line: reading.line },
    code: null,
  };
}

/** Runs every check on the readings of one output. */
export function judgeReadings(
  readings: readonly AnyReading[],
  command: string,
  context: { readonly thresholds: Thresholds; readonly now: number },
): readonly Finding[] {
  return readings
    .filter((reading) => !isLimit(reading))
    .flatMap((reading) => {
      const siblings = readings.filter((each) => each.kind === reading.kind);
      return checks
        .filter((check) => check.needs === reading.kind)
        .map((check) => findingOf(check.id, check.judge(reading, { ...context, siblings }), reading, command));
    });
}

/** A reading as stored: its values as a plain record, and the command that gave it. */
export function storedReading(reading: AnyReading, command: string): Reading {
  const { kind, subject, values, status, line } = reading;
  return { kind, subject, values: { ...values }, status, command, line };
}
