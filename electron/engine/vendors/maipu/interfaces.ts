import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';
import { answerOf, cutRow } from '../values';

const row =
  /^([a-z][\w\-/.:]*)\s+(?:unassigned|\d{1,3}(?:\.\d{1,3}){3})\s+(up|down|administratively down)\s+(?:up|down)(?:\s+\S.*)?$/;

function portOf(line: string): AnyReading | undefined {
  const [, subject = '', status = ''] = row.exec(line) ?? [];
  const values = { speedMbps: null, inErrors: null, outErrors: null };
  return subject === '' ? undefined : { kind: 'interface', subject, values, status, line: line.trim() };
}

/** `show ip interface brief`: the state of every port with an address; it counts no errors. */
export function parseInterfaces(text: string): Parsed {
  const cut = cutRow(text);
  if (cut !== undefined) return cut;
  const heading = /^Interface\s+IP-Address\s+Status\s+Protocol\s+Description$/;
  const table = readRows(text, { heading, row: portOf });
  if (table.kind === 'unreadable') return table;
  return answerOf(
    table.rows.map(({ value }) => value),
    undefined,
  );
}
