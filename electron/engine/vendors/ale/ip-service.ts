import type { ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readTable } from '../../text/table';

type Service = Pick<ReadingOf<'service'>, 'subject' | 'values' | 'status'>;

function serviceOf(line: string): Service | undefined {
  const match = /^\s*(?:[*D]\s+)?(\S+)\s+(\d{1,5})\s+(enabled|disabled)$/i.exec(line);
  if (match === null) return undefined;
  const [subject = '', port = '', status = ''] = match.slice(1);
  return { subject, status, values: { port: Number(port), enabled: /^enabled$/i.test(status) ? 1 : 0 } };
}

/** `show ip service`: which services the switch offers, one row each. */
export function parseIpService(text: string): Parsed {
  const table = readTable(text, { heading: /^\s*(?:Flags?\s+)?Name\s+Port\s+Status$/i, row: serviceOf });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value, line }) => ({ kind: 'service', ...value, line })),
  };
}
