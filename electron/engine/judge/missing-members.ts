import type { Finding } from '../../../shared/model/finding';
import type { Reading, ReadingKind } from '../../../shared/model/reading';
import { checksOf, plainFinding } from './judge-readings';

const kindsPerChassis: readonly ReadingKind[] = ['temperature', 'fan', 'power'];

/** The chassis or stack member of a part: `2` of `2/CMMA`. */
const chassisOf = (subject: string): string => subject.split('/')[0] ?? '';

/**
 * A table cut between two rows looks whole. The chassis list tells which members there are: one that is up and has no
 * row in a table of the others is 判不了, never silently green.
 */
export function missingMembers(readings: readonly Reading[]): readonly Finding[] {
  const members = readings.filter(
    ({ kind, status, subject }) => kind === 'chassis' && status === 'UP' && /^\d+$/.test(subject),
  );
  return kindsPerChassis.flatMap((kind) => {
    const rows = readings.filter((reading) => reading.kind === kind);
    const [first] = rows;
    if (first === undefined) return [];
    const seen = new Set(rows.map(({ subject }) => chassisOf(subject)));
    return members
      .filter(({ subject }) => !seen.has(subject))
      .flatMap(({ subject }) =>
        checksOf(kind).map((check) => {
          const proof = { command: first.command, line: '' };
          return plainFinding({ check, subject, level: 'unknown', reason: 'no-row', value: subject, proof });
        }),
      );
  });
}
