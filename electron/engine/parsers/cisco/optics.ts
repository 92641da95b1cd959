import type { AnyReading } from '../../../../shared/model/reading';
import { isNothing, readTable } from '../../text/table';
import type { Parsed } from '../../platforms/platform';
import { unreadable, withBody } from './answer';

function decimal(word: string): number | null | undefined {
  if (isNothing(word)) return null;
  return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
}

// Port, temperature, voltage, (current,) transmit, receive; marks of alarms may follow a number.
function opticOf(line: string): AnyReading | undefined {
  const [port = '', ...words] = line.trim().split(/\s+/);
  const numbers = words.filter((word) => !/^[+-]{1,2}$/.test(word) || word === '--').map(decimal);
  if (!/^[A-Z][A-Za-z]*[\d/.]+$/.test(port) || numbers.some((each) => each === undefined)) return undefined;
  if (numbers.length < 4 || numbers.length > 5) return undefined;
  const values = {
    celsius: numbers[0] ?? null,
    txPowerDbm: numbers.at(-2) ?? null,
    rxPowerDbm: numbers.at(-1) ?? null,
  };
  return { kind: 'optic', subject: port, values, status: null, line: line.trim() };
}

/** `show interfaces transceiver` of IOS. */
export function parseIosOptics(text: string): Parsed {
  const table = readTable(text, { heading: /^\s*Port\s+\(Celsius\)/i, row: opticOf });
  return table.kind === 'unreadable' ? table : { kind: 'readings', readings: table.rows.map(({ value }) => value) };
}

const portLine = /^([A-Za-z][A-Za-z-]*\d[\d/]*)\b/;
const measure = /^\s*(Temperature|Tx Power|Rx Power)\s+(-?\d+(?:\.\d+)?|N\/A|--)\s*(?:C|dBm)?\b/i;

/** `show interface transceiver details` of NX-OS: the first lane of every port that measures itself. */
export const parseNxosOptics = withBody((lines) => {
  const ports: { readonly name: string; readonly line: string; readonly fields: Map<string, number | null> }[] = [];
  for (const line of lines) {
    const name = portLine.exec(line)?.[1];
    if (name !== undefined && !measure.test(line)) ports.push({ name, line, fields: new Map() });
    const [whole, label = '', value = ''] = measure.exec(line) ?? [];
    const fields = ports.at(-1)?.fields;
    const number = decimal(value);
    if (whole === undefined || fields === undefined) continue;
    if (number === undefined) return unreadable('not-understood', line);
    if (!fields.has(label.toLowerCase())) fields.set(label.toLowerCase(), number);
  }
  if (ports.length === 0) return unreadable('not-understood', lines[0]);
  const measured = ports.filter(({ fields }) => fields.size > 0);
  if (measured.length === 0) return unreadable('no-row', lines.at(-1));
  return {
    kind: 'readings',
    readings: measured.map(({ name, line, fields }) => ({
      kind: 'optic',
      subject: name,
      values: {
        celsius: fields.get('temperature') ?? null,
        txPowerDbm: fields.get('tx power') ?? null,
        rxPowerDbm: fields.get('rx power') ?? null,
      },
      status: null,
      line: line.trim(),
    })),
  };
});
