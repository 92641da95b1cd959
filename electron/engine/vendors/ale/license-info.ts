import type { ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { isNothing, readTable } from '../../text/table';
import { emptyTable } from './answer';

type Licence = Omit<ReadingOf<'licence'>, 'kind' | 'line'>;

// Names hold blanks: type and days are found from the right.
const licenceRow = /^\s*(\d+)\s+(\d+)\s+(\S+(?:\s+\S+)*?)\s+([A-Z][A-Z-]+)\s+(NA|N\/A|-|--|\d+)(?:\s+(\S+)\s+(\S.*))?$/;

function licenceOf(line: string): Licence | undefined {
  const match = licenceRow.exec(line);
  if (match === null) return undefined;
  const [chassis = '', device = '', name = '', type = '', days = ''] = match.slice(1);
  const isPermanent = /^PERM/.test(type);
  if (!isPermanent && isNothing(days)) return undefined;
  return {
    subject: `${name} (${chassis}/${device})`,
    values: { name, daysLeft: isNothing(days) ? null : Number(days), permanent: isPermanent ? 1 : 0 },
    status: type,
  };
}

const heading = /^\s*Time \(Days\)/i;

/** `show license-info`: AOS 8 with seven columns, AOS 7 with five; no row, no licence. */
export function parseLicenseInfo(text: string): Parsed {
  const table = readTable(text, { heading, row: licenceOf });
  if (table.kind === 'unreadable') return emptyTable(text, heading, table);
  return {
    kind: 'readings',
    readings: table.rows.map(({ value, line }) => ({ kind: 'licence', ...value, line })),
  };
}
