import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readTable } from '../../text/table';

type Member = { readonly id: string; readonly role: string; readonly status: string };

const nothing = { model: null, serial: null, partNumber: null, adminStatus: null, resets: null };

function memberOf(line: string): Member | undefined {
  const match = /^\s*(\d+)\s+(\S+)\s+(\S+)\s+\d+\s+\d+\s+\d+\s+(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i.exec(line);
  const [id, role, status] = match?.slice(1) ?? [];
  return id === undefined || role === undefined || status === undefined ? undefined : { id, role, status };
}

/** `show virtual-chassis topology`: role and state of every member. */
export function parseVirtualChassis(text: string): Parsed {
  const table = readTable(text, { heading: /^\s*Chas\s+Role\s+Status\b/i, row: memberOf });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { id, role, status }, line }) => {
      return { kind: 'chassis', subject: id, values: { ...nothing, role }, status, line };
    }),
  };
}

type Element = Member & { readonly links: readonly string[] };

const linkWord = /^(?:UP|DOWN|UNKNOWN)$/i;

function elementOf(line: string): Element | undefined {
  const [id = '', role = '', status = '', saved = '', ...rest] = line.trim().split(/\s+/);
  const links = rest.filter((word) => linkWord.test(word));
  const isRow = /^\d+$/.test(id) && /^[A-Z-]+$/.test(role) && /^[A-Z-]+$/.test(status) && /^(?:\d+|-+|NA)$/.test(saved);
  return isRow && links.length === 2 ? { id, role, status, links } : undefined;
}

/** `show stack topology` of AOS 6: every element, and the links that are not up; a single switch has no ring to be open. */
export function parseStackTopology(text: string): Parsed {
  const table = readTable(text, { heading: /^\s*NI\s+Role\s+State\b/i, row: elementOf });
  if (table.kind === 'unreadable') return table;
  const isStack = table.rows.length > 1;
  return {
    kind: 'readings',
    readings: table.rows.flatMap(({ value: { id, role, status, links }, line }): AnyReading[] => {
      const own: AnyReading = { kind: 'chassis', subject: id, values: { ...nothing, role }, status, line };
      const open = links.flatMap((word, index): AnyReading[] => {
        if (!isStack || /^UP$/i.test(word)) return [];
        const subject = `${id}/Link ${index === 0 ? 'A' : 'B'}`;
        return [{ kind: 'chassis', subject, values: { ...nothing, role: 'STACK LINK' }, status: word, line }];
      });
      return [own, ...open];
    }),
  };
}
