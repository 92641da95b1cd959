import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';

type Port = { readonly name: string; readonly frames: number | null; readonly errors: number | null };

const countOf = (word = ''): number | null => (/^\d+$/.test(word) ? Number(word) : null);

function portOf(line: string): Port | undefined {
  const match = /^\s*([A-Za-z][\w./:-]*)((?:\s+(?:\d+|--|Overflow)){4})$/i.exec(line);
  const counts = match?.[2]?.trim().split(/\s+/) ?? [];
  if (match === null) return undefined;
  return { name: match[1] ?? '', frames: countOf(counts[0]), errors: countOf(counts.at(-1)) };
}

/**
 * `display counters inbound interface`: packets with errors by port, received ones. The same table comes for sent
 * ones, which the answer does not tell.
 */
export function parseInboundCounters(text: string): Parsed {
  const table = readRows(text, {
    heading: /^\s*Interface\s+Total \(pkts\).*\bErr \(pkts\)$/i,
    row: portOf,
    skip: /^\s*(?:Overflow: More than 14 digits.*|--: Not supported\.)$/i,
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { name, frames, errors }, line }) => ({
      kind: 'interface',
      subject: name,
      values: { speedMbps: null, inErrors: errors, outErrors: null, frames },
      status: null,
      line,
    })),
  };
}
