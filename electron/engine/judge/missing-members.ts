import type { Finding } from '../../../shared/model/finding';
import type { Reading, ReadingKind } from '../../../shared/model/reading';
import { checksOf, plainFinding } from './judge-readings';

const kindsPerMember: readonly ReadingKind[] = ['temperature', 'fan', 'power'];

/** The chassis or stack member of a part: `2` of `2/CMMA`. */
const memberOf = (subject: string): string => subject.split('/')[0] ?? '';

/**
 * A table cut between two rows looks whole. The chassis list tells which members there are: one that is at work and has
 * no row in a table that names others of them is 判不了, never silently green. A numbered part that is no member by its
 * role is expected where another table has it.
 */
export function missingMembers(readings: readonly Reading[]): readonly Finding[] {
  const numbered = readings.filter(
    ({ kind, state, subject }) => kind === 'chassis' && state === 'good' && /^\d+$/.test(subject),
  );
  const tables = kindsPerMember.map((kind) => {
    const rows = readings.filter((reading) => reading.kind === kind);
    return { kind, first: rows[0], seen: new Set(rows.map(({ subject }) => memberOf(subject))) };
  });
  const members = numbered.filter(({ role, subject }) => role !== null || tables.some(({ seen }) => seen.has(subject)));
  return tables.flatMap(({ kind, first, seen }) => {
    // A table that numbers its parts in another way names no member at all.
    if (first === undefined || !members.some(({ subject }) => seen.has(subject))) return [];
    const proof = { command: first.command, line: '' };
    return members
      .filter(({ subject }) => !seen.has(subject))
      .flatMap(({ subject }) =>
        checksOf(kind).map((check) =>
          plainFinding({ check, subject, level: 'unknown', reason: 'no-row', value: subject, proof }),
        ),
      );
  });
}
