import type { Parsed } from '../platform';
import { readTable } from '../../text/table';

type Module = { readonly slot: string; readonly status: string; readonly admin: string };

function moduleOf(line: string): Module | undefined {
  const match = /^\s*(\S+)\s+([A-Z]+(?: [A-Z]+)?)\s+(POWER (?:ON|OFF))\s+\S.*?(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$/i.exec(
    line,
  );
  const [slot, status, admin] = match?.slice(1) ?? [];
  return slot === undefined || status === undefined || admin === undefined ? undefined : { slot, status, admin };
}

/** `show module status`: a row for each slot. */
export function parseModuleStatus(text: string): Parsed {
  const table = readTable(text, { heading: /^\s*(?:Chassis\/)?Slot\s+Status\s+Admin[- ]Status\b/i, row: moduleOf });
  if (table.kind === 'unreadable') return table;
  const nothing = { model: null, serial: null, partNumber: null, role: null, resets: null };
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { slot, status, admin }, line }) => {
      return { kind: 'chassis', subject: slot, values: { ...nothing, adminStatus: admin }, status, line };
    }),
  };
}
