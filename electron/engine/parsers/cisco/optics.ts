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
const measure = /^\s*(Temperature|Tx Power|Rx Power)\s+(-?\d+(?:\.\d+)?|N\/A|--)\s*(?:C|dBm)?\b(.*)$/i;

type Port = { readonly name: string; line: string; readonly fields: Map<string, readonly (number | null)[]> };

/** The value and, where the row has them, its four limits: alarm high and low, warning high and low. */
function numbersOf(value: string, rest: string): readonly (number | null)[] | undefined {
  const limits = [...rest.matchAll(/(-?\d+(?:\.\d+)?|N\/A|--)\s*(?:C|dBm)\b/gi)].map(([, word = '']) => decimal(word));
  const numbers = [decimal(value), ...(limits.length === 4 ? limits : [])];
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function opticReading({ name, line, fields }: Port): AnyReading {
  const [rx = null, rxAlarmHighDbm = null, rxAlarmLowDbm = null, rxWarnHighDbm = null, rxWarnLowDbm = null] =
    fields.get('rx power') ?? [];
  const [tx = null, txAlarmHighDbm = null, txAlarmLowDbm = null, txWarnHighDbm = null, txWarnLowDbm = null] =
    fields.get('tx power') ?? [];
  const [celsius = null] = fields.get('temperature') ?? [];
  const rxLimits = { rxAlarmHighDbm, rxAlarmLowDbm, rxWarnHighDbm, rxWarnLowDbm };
  const txLimits = { txAlarmHighDbm, txAlarmLowDbm, txWarnHighDbm, txWarnLowDbm };
  const values = { celsius, rxPowerDbm: rx, txPowerDbm: tx, ...rxLimits, ...txLimits };
  return { kind: 'optic', subject: name, values, status: null, line: line.trim() };
}

/** `show interface transceiver details` of NX-OS: the first lane of every port that measures itself. */
export const parseNxosOptics = withBody((lines) => {
  const ports: Port[] = [];
  for (const line of lines) {
    const [whole, label = '', value = '', rest = ''] = measure.exec(line) ?? [];
    const name = whole === undefined ? portLine.exec(line)?.[1] : undefined;
    if (name !== undefined) ports.push({ name, line, fields: new Map() });
    const port = ports.at(-1);
    const fields = port?.fields;
    // A label alone has lost its value: the next lane's must not take its place.
    if (/^\s*(?:Temperature|Tx Power|Rx Power)\s*$/i.test(line)) return unreadable('not-understood', line);
    if (whole === undefined || fields === undefined) continue;
    const numbers = numbersOf(value, rest);
    if (numbers === undefined) return unreadable('not-understood', line);
    if (fields.has(label.toLowerCase())) continue;
    fields.set(label.toLowerCase(), numbers);
    // What came in is the proof that people ask for.
    if (port !== undefined && /^rx/i.test(label)) port.line = line;
  }
  if (ports.length === 0) return unreadable('not-understood', lines[0]);
  const measured = ports.filter(({ fields }) => fields.size > 0);
  if (measured.length === 0) return unreadable('no-row', lines.at(-1));
  return { kind: 'readings', readings: measured.map(opticReading) };
});
