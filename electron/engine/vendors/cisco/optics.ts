import type { AnyReading } from '../../../../shared/model/reading';
import { isNothing } from '../../text/table';
import { unreadable, withBody } from '../dialects/ios/answer';

function decimal(word: string): number | null | undefined {
  if (isNothing(word)) return null;
  return /^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : undefined;
}

const portLine = /^([A-Za-z][A-Za-z-]*\d[\d/]*)\b/;
const laneLine = /^\s*Lane Number\s*:\s*(\d+)\b/i;
// An empty cage, a port without one, copper, and an optic that cannot measure or may not.
const nothingToMeasure =
  /^\s*(?:transceiver is not (?:present|applicable)\b|DOM is (?:not supported|Disabled)\b|type is \S*(?:-A?CU|-CR\d|base-?T\b))/i;
const measure = /^\s*(Temperature|Tx Power|Rx Power)\s+(-?\d+(?:\.\d+)?|N\/A|--)\s*(?:C|dBm)?\b(.*)$/i;

type Lane = { readonly number: string; line: string; readonly fields: Map<string, readonly (number | null)[]> };
type Port = { readonly name: string; readonly line: string; excuse: string | undefined; readonly lanes: Lane[] };

/** The value and, where the row has them, its four limits: alarm high and low, warning high and low. */
function numbersOf(value: string, rest: string): readonly (number | null)[] | undefined {
  const limits = [...rest.matchAll(/(?<![\d.])(-?\d+(?:\.\d+)?|N\/A|--)\s*(?:C|dBm)\b/gi)].map(([, word = '']) =>
    decimal(word),
  );
  const numbers = [decimal(value), ...(limits.length === 4 ? limits : [])];
  return numbers.every((number) => number !== undefined) ? numbers : undefined;
}

function opticReading(subject: string, { line, fields }: Lane): AnyReading {
  const [rx = null, rxAlarmHighDbm = null, rxAlarmLowDbm = null, rxWarnHighDbm = null, rxWarnLowDbm = null] =
    fields.get('rx power') ?? [];
  const [tx = null, txAlarmHighDbm = null, txAlarmLowDbm = null, txWarnHighDbm = null, txWarnLowDbm = null] =
    fields.get('tx power') ?? [];
  const [celsius = null] = fields.get('temperature') ?? [];
  const rxLimits = { rxAlarmHighDbm, rxAlarmLowDbm, rxWarnHighDbm, rxWarnLowDbm };
  const txLimits = { txAlarmHighDbm, txAlarmLowDbm, txWarnHighDbm, txWarnLowDbm };
  const values = { celsius, rxPowerDbm: rx, txPowerDbm: tx, ...rxLimits, ...txLimits };
  return { kind: 'optic', subject, values, status: null, line: line.trim() };
}

/** Takes one measured row into the last lane of a port; false when it is not understood. */
function take(port: Port, label: string, numbers: readonly (number | null)[], line: string): boolean {
  if (port.lanes.length === 0) port.lanes.push({ number: '1', line: port.line, fields: new Map() });
  const lane = port.lanes.at(-1);
  if (lane === undefined || lane.fields.has(label)) return false;
  lane.fields.set(label, numbers);
  // What came in is the proof that people ask for.
  if (label === 'rx power') lane.line = line;
  return true;
}

/** The ports of an answer; a string is a line that is not understood. */
function portsOf(lines: readonly string[]): readonly Port[] | string {
  const ports: Port[] = [];
  for (const line of lines) {
    const [whole, label = '', value = '', rest = ''] = measure.exec(line) ?? [];
    const name = whole === undefined ? portLine.exec(line)?.[1] : undefined;
    if (name !== undefined) ports.push({ name, line, excuse: undefined, lanes: [] });
    const port = ports.at(-1);
    // A label alone has lost its value: the next lane's must not take its place.
    if (/^\s*(?:Temperature|Tx Power|Rx Power)\s*$/i.test(line)) return line;
    if (port === undefined) continue;
    if (nothingToMeasure.test(line)) port.excuse ??= line.trim();
    const lane = laneLine.exec(line)?.[1];
    if (lane !== undefined) {
      if (port.lanes.some(({ number }) => number === lane)) return line;
      port.lanes.push({ number: lane, line: port.line, fields: new Map() });
    }
    if (whole === undefined) continue;
    const numbers = numbersOf(value, rest);
    if (numbers === undefined || !take(port, label.toLowerCase(), numbers, line)) return line;
  }
  return ports;
}

/**
 * `show interface transceiver details` of NX-OS: every lane of every port that measures itself. Where no port does,
 * each one says what it has instead.
 */
export const parseNxosOptics = withBody((lines) => {
  const ports = portsOf(lines);
  if (typeof ports === 'string') return unreadable('not-understood', ports);
  if (ports.length === 0) return unreadable('not-understood', lines[0]);
  const readings = ports.flatMap(({ name, lanes }) => {
    const measured = lanes.filter(({ fields }) => fields.size > 0);
    return measured.map((lane) => opticReading(lanes.length > 1 ? `${name} Lane ${lane.number}` : name, lane));
  });
  if (readings.length > 0) return { kind: 'readings', readings };
  const said = ports.map(({ excuse }) => excuse);
  const isSilent = said.includes(undefined) || lines.some((line) => /\bdBm\b|Diagnostics Information/i.test(line));
  return isSilent ? unreadable('no-row', lines.at(-1)) : { kind: 'absent', line: said[0] ?? '' };
});
