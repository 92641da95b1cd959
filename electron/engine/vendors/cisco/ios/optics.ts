import type { AnyReading, ReadingOf } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { isNothing, isRuler, readTable } from '../../../text/table';
import { bodyOf, unreadable, withBody } from '../../dialects/ios/answer';

const portName = /^[A-Z][A-Za-z]*\d[\d/.]*$/;
const number = /^-?\d+(?:\.\d+)?$/;
/** What the legend above the tables says that the marks behind a value mean. */
const marks: Readonly<Record<string, string>> = {
  '++': 'high alarm',
  '--': 'low alarm',
  '+': 'high warning',
  '-': 'low warning',
};
const worst = (words: readonly (string | null)[]): string | null =>
  words.find((word) => word?.endsWith('alarm') === true) ?? words.find((word) => word !== null) ?? null;

type Value = { readonly value: number | null; readonly mark: string | null };

/** Values with the marks behind them; readouts in brackets say the same again. Undefined for other words. */
function valuesOf(text: string): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const word of text
    .replace(/\(\s*-?[\d.]+\s*\)/g, ' ')
    .trim()
    .split(/\s+/)) {
    const mark = marks[word];
    const last = values.at(-1);
    if (mark !== undefined) {
      if (last === undefined || last.value === null || last.mark !== null) return undefined;
      values[values.length - 1] = { ...last, mark };
    } else if (number.test(word)) values.push({ value: Number(word), mark: null });
    else if (isNothing(word) || /^na$/i.test(word)) values.push({ value: null, mark: null });
    else return undefined;
  }
  return values;
}

const plainHeading = /^\s*Port\s+\(Celsius\)\s+\(Volts\)(?:\s+\(mA\))?\s+\(dBm\)\s+\(dBm\)$/i;

/** `Te1/49  23.1  3.29  -2.2  -30.0 --`: temperature, voltage, current on some, light out, light in. */
function plainRow(line: string, columns: number): AnyReading | undefined {
  const [, port = '', rest = ''] = /^\s*(\S+)\s+(\S.*)$/.exec(line) ?? [];
  const values = valuesOf(rest);
  if (!portName.test(port) || values?.length !== columns) return undefined;
  return {
    kind: 'optic',
    subject: port,
    values: {
      celsius: values[0]?.value ?? null,
      txPowerDbm: values.at(-2)?.value ?? null,
      rxPowerDbm: values.at(-1)?.value ?? null,
    },
    status: worst(values.map(({ mark }) => mark)),
    line: line.trim(),
  };
}

/** `show interfaces transceiver` of IOS: what every optic measures, and a mark where it passes its limits. */
export function parseIosOptics(text: string): Parsed {
  const body = bodyOf(text);
  if (body.kind === 'unreadable') return body;
  const heading = body.lines.find((line) => plainHeading.test(line)) ?? '';
  const columns = heading.split('(').length - 1;
  const table = readTable(text, { heading: plainHeading, row: (line) => plainRow(line, columns) });
  return table.kind === 'unreadable' ? table : { kind: 'readings', readings: table.rows.map(({ value }) => value) };
}

type Quantity = 'temperature' | 'voltage' | 'current' | 'transmit power' | 'receive power';
type Row = Value & { readonly limits: readonly (number | null)[]; readonly line: string };
type Table = { readonly quantity: Quantity; readonly hasLane: boolean; readonly rows: Map<string, Row> };

const title = /^\s*(Temperature|Voltage|Current|(?:Optical )?Transmit Power|(?:Optical )?Receive Power)\s+Threshold\b/i;
const aboveTitle = /^\s*(?:Optical\s+)?High Alarm\s+High Warn\s+Low Warn\s+Low Alarm$/i;
const detailHeading = /^\s*Port\s+(Lane\s+)?\([A-Za-z]+\)(?:\s+\([A-Za-z]+\)){4}$/i;

/** Port (and lane) with its value and four limits; undefined for what is no such row. */
function detailRow(line: string, hasLane: boolean): readonly [string, Row] | undefined {
  const pattern = hasLane ? /^\s*(\S+)\s+(\d+|N\/A)\s+(\S.*)$/i : /^\s*(\S+)()\s+(\S.*)$/;
  const [, port = '', lane = '', rest = ''] = pattern.exec(line) ?? [];
  const [value, ...limits] = valuesOf(rest) ?? [];
  if (!portName.test(port) || value === undefined || limits.length !== 4) return undefined;
  if (limits.some(({ mark }) => mark !== null)) return undefined;
  const key = /^\d+$/.test(lane) ? `${port} Lane ${lane}` : port;
  return [key, { ...value, limits: limits.map((limit) => limit.value), line: line.trim() }];
}

/** The tables of an answer; a string is a line in one of them that is no row of it. */
function tablesOf(lines: readonly string[]): readonly (Table & { readonly isOpen: boolean })[] | string {
  const tables: (Table & { isOpen: boolean })[] = [];
  let quantity: Quantity | undefined;
  for (const line of lines) {
    const named = title.exec(line)?.[1]?.toLowerCase().replace('optical ', '');
    const heading = detailHeading.exec(line);
    const table = tables.at(-1);
    if (named !== undefined) quantity = named as Quantity;
    else if (heading !== null && quantity !== undefined) {
      tables.push({ quantity, hasLane: heading[1] !== undefined, rows: new Map(), isOpen: false });
      quantity = undefined;
    } else if (isRuler(line) && table?.rows.size === 0) table.isOpen = true;
    else if (table !== undefined && quantity === undefined && !aboveTitle.test(line)) {
      const row = table.isOpen ? detailRow(line, table.hasLane) : undefined;
      if (row === undefined || table.rows.has(row[0])) return line;
      table.rows.set(...row);
    }
  }
  return tables;
}

const portOf = (key: string): string => key.replace(/ Lane \d+$/, '');

function opticReading(key: string, rx: Row, tx: Row | undefined, celsius: Row | undefined): AnyReading {
  const [rxAlarmHighDbm = null, rxWarnHighDbm = null, rxWarnLowDbm = null, rxAlarmLowDbm = null] = rx.limits;
  const [txAlarmHighDbm = null, txWarnHighDbm = null, txWarnLowDbm = null, txAlarmLowDbm = null] = tx?.limits ?? [];
  const values: ReadingOf<'optic'>['values'] = {
    celsius: celsius?.value ?? null,
    rxPowerDbm: rx.value,
    txPowerDbm: tx?.value ?? null,
    ...{ rxAlarmHighDbm, rxAlarmLowDbm, rxWarnHighDbm, rxWarnLowDbm },
    ...{ txAlarmHighDbm, txAlarmLowDbm, txWarnHighDbm, txWarnLowDbm },
  };
  return { kind: 'optic', subject: key, values, status: worst([rx.mark, tx?.mark ?? null]), line: rx.line };
}

/**
 * `show interfaces transceiver detail` of IOS: one table a quantity, that of the light coming in at the end. It must
 * hold every port of the tables before it; with no port in any of them the device has no optic that measures itself.
 */
export const parseIosOpticsDetail = withBody((lines) => {
  const tables = tablesOf(lines);
  if (typeof tables === 'string') return unreadable('not-understood', tables);
  const rowsOf = (quantity: Quantity) => tables.find((table) => table.quantity === quantity)?.rows;
  const last = tables.at(-1);
  if (last === undefined) return unreadable('not-understood', lines[0]);
  if (last.quantity !== 'receive power' || !last.isOpen) return unreadable('cut', lines.at(-1));
  const seen = new Set([...last.rows.keys()].map(portOf));
  const isShort = tables.some(({ rows }) => [...rows.keys()].some((key) => !seen.has(portOf(key))));
  const tx = rowsOf('transmit power');
  const lacksLane = [...(tx?.keys() ?? [])].some((key) => !last.rows.has(key));
  if (isShort || lacksLane || tx === undefined) return unreadable('cut', lines.at(-1));
  if (last.rows.size === 0)
    return { kind: 'absent', line: (lines.findLast((line) => detailHeading.test(line)) ?? '').trim() };
  // One temperature a port, by its name or by its first lane.
  const temperatures = rowsOf('temperature');
  const readings = [...last.rows].map(([key, rx]) =>
    opticReading(key, rx, tx.get(key), temperatures?.get(portOf(key)) ?? temperatures?.get(`${portOf(key)} Lane 1`)),
  );
  return { kind: 'readings', readings };
});
