import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';

type Port = { readonly name: string; readonly phy: string; readonly inErrors: number; readonly outErrors: number };

const row =
  /^\s*([A-Za-z\d][\w./:-]*)(?:\(\d+[GM]\))?\s+([*^]?(?:up|down)(?:\([A-Za-z]\))*)\s+([*^]?(?:up|down)(?:\([A-Za-z]\))*|--)\s+(?:\d+(?:\.\d+)?%|--)\s+(?:\d+(?:\.\d+)?%|--)\s+(\d+|--)\s+(\d+|--)$/i;

function portOf(line: string): Port | undefined {
  const match = row.exec(line);
  if (match === null) return undefined;
  const [, name = '', phy = '', , inErrors = '', outErrors = ''] = match;
  return { name, phy, inErrors: Number(inErrors), outErrors: Number(outErrors) };
}

const orNull = (count: number): number | null => (Number.isNaN(count) ? null : count);

/** `display interface brief`: state and error counters of every port. */
export function parseInterfaceBrief(text: string): Parsed {
  const table = readRows(text, {
    heading: /^\s*Interface\s+PHY\s+Protocol\s+InUti\s+OutUti\s+inErrors\s+outErrors$/i,
    row: portOf,
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { name, phy, inErrors, outErrors }, line }) => ({
      kind: 'interface',
      subject: name,
      values: { speedMbps: null, inErrors: orNull(inErrors), outErrors: orNull(outErrors) },
      status: phy,
      line,
    })),
  };
}
