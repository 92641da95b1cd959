import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';

type Supply = { readonly subject: string; readonly status: string; readonly watts: number | null };

/** `PWR1 Present AC Supply 0.08 53.48 4.28`, on boxes with the slot before it; the last number is the power in watts. */
function supplyOf(line: string): Supply | undefined {
  const match =
    /^\s*(?:(\d+)\s+)?(PWR\s?\d+)\s+(Present|Absent)\s+([A-Za-z/]+|-)\s+([A-Za-z]+|-)((?:\s+(?:\d+(?:\.\d+)?|-|NA|N\/A))+)$/i.exec(
      line,
    );
  if (match === null) return undefined;
  const [, slot, name = '', online = '', , state = '', numbers = ''] = match;
  const watts = numbers.trim().split(/\s+/).at(-1) ?? '';
  return {
    subject: slot === undefined ? name : `${slot}/${name}`,
    status: /^Absent$/i.test(online) ? online : state,
    watts: /^\d/.test(watts) ? Number(watts) : null,
  };
}

/** `display power`: an empty bay says Absent and has dashes for the rest. */
export function parsePower(text: string): Parsed {
  const table = readRows(text, {
    heading: /^\s*(?:Slot\s+)?PowerID\s+Online\s+Mode\s+State\b/i,
    row: (line, _label, heading) => {
      const columns = heading.trim().split(/\s+/).length;
      return line.trim().split(/\s+/).length === columns ? supplyOf(line) : undefined;
    },
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, status, watts }, line }) => ({
      kind: 'power',
      subject,
      values: { watts },
      status,
      line,
    })),
  };
}
