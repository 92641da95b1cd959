import type { AnyReading } from '../../../../shared/model/reading';
import { readTable } from '../../text/table';
import type { Parsed } from '../platform';
import { bodyOf, unreadable } from '../dialects/ios/answer';

type Member = { readonly member: string; readonly role: string; readonly version: string; readonly state: string };

// `*1  Active  04bd.9715.5140  5  V02  Ready`; the hardware version is missing on members that are not there.
const memberRow =
  /^\s*(?:\*\s*)?(\d+)\s+([A-Z][A-Za-z-]*)\s+([0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4})\s+(\d+)\s+(?:(V?\d+)\s+)?([A-Z][A-Za-z -]*)$/i;
const ringRow = /^\s*(\d+)\s+(OK|DOWN|ABSENT)\s+(OK|DOWN|ABSENT)\s+(\S+)\s+(\S+)$/i;

function memberOf(line: string): Member | undefined {
  const [, member, role, , , version = '', state] = memberRow.exec(line) ?? [];
  if (member === undefined || role === undefined || state === undefined) return undefined;
  return { member, role, version, state };
}

// The second table, of the stack ports, is read apart.
const ringHead = /^\s*(?:Stack Port Status\s+Neighbors|Switch#\s+Port 1\s+Port 2\b.*|Switch#\s.*Port 2)\s*$/i;

/** A port of the ring that is down leaves one way between the members; a lone switch has no ring. */
function ringReadings(lines: readonly string[]): readonly AnyReading[] {
  const rows = lines.flatMap((line) => {
    const [whole, member, one, two] = ringRow.exec(line) ?? [];
    return whole === undefined ? [] : [{ member: member ?? '', states: [one ?? '', two ?? ''], line: line.trim() }];
  });
  if (rows.length < 2) return [];
  return rows.flatMap(({ member, states, line }) =>
    states.flatMap((state, index): AnyReading[] => {
      const subject = `${member}/Stack Port ${index + 1}`;
      const values = { model: null, serial: null, partNumber: null, adminStatus: null, role: null, resets: null };
      // An open ring still works: attention, not failure.
      const status = /^ok$/i.test(state) ? 'OK' : 'INCOMPLETE';
      return status === 'OK' ? [] : [{ kind: 'chassis', subject, values, status, line }];
    }),
  );
}

/** `show switch` and `show switch detail` of stackable Catalysts: the members, and ring ports that are down. */
export function parseSwitch(text: string): Parsed {
  const table = readTable(text, {
    heading: /^\s*Switch#\s+Role\s+Mac Address\s+Priority\s+Version\s+State$/i,
    row: memberOf,
    skip: new RegExp(`${ringHead.source}|${ringRow.source}`, 'i'),
  });
  if (table.kind === 'unreadable') return table;
  const body = bodyOf(text);
  if (body.kind === 'unreadable') return body;
  // The heading of the second table looks like the prompt of a switch without name.
  const hasRing = body.lines.some((line) => /^\s*Stack Port Status\b/i.test(line));
  if (hasRing && !body.lines.some((line) => ringRow.test(line))) return unreadable('cut', body.lines.at(-1));
  const members = table.rows.map(({ value: { member, role, state }, line }): AnyReading => ({
    kind: 'chassis',
    subject: member,
    values: { model: null, serial: null, partNumber: null, adminStatus: null, role, resets: null },
    status: state.trim(),
    line,
  }));
  return { kind: 'readings', readings: [...members, ...ringReadings(body.lines)] };
}
