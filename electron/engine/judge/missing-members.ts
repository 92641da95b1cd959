import type { Finding } from '../../../shared/model/finding';
import type { Reading, ReadingKind } from '../../../shared/model/reading';
import { chassisOf } from '../checks/check';
import { checksOf, plainFinding } from './judge-readings';

const kindsPerMember: readonly ReadingKind[] = ['temperature', 'fan', 'power'];

/** Where a part sits. A fan or supply without a place has a number of its own; a sensor without one is the member's. */
const placeOf = (kind: ReadingKind, subject: string): string =>
  kind === 'temperature' && !subject.includes('/') ? subject : chassisOf(subject);

/**
 * A table cut between two rows looks whole. The chassis list tells which members there are: one that is at work and has
 * no row in a table that names others of them is 判不了, never silently green. A numbered part that is no member by its
 * role is expected where another table has it.
 */
export function missingMembers(readings: readonly Reading[]): readonly Finding[] {
  const numbered = readings.filter(({ kind, subject }) => kind === 'chassis' && /^\d+$/.test(subject));
  const tables = kindsPerMember.map((kind) => {
    const rows = readings.filter((reading) => reading.kind === kind);
    return { kind, first: rows[0], seen: new Set(rows.map(({ subject }) => placeOf(kind, subject))) };
  });
  const members = numbered.filter(
    ({ state, role, subject }) => state === 'good' && (role !== null || tables.some(({ seen }) => seen.has(subject))),
  );
  return tables.flatMap(({ kind, first, seen }) => {
    // A table that numbers its parts in another way names no member at all.
    if (first === undefined || !numbered.some(({ subject }) => seen.has(subject))) return [];
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
