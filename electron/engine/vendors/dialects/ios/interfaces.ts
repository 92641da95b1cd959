import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { unreadable, withBody } from './answer';

type Port = { readonly name: string; readonly state: string; readonly line: string; readonly rows: string[] };

// IOS and ASA print the protocol beside the state, NX-OS the reason in brackets.
const starts = [
  /^(?:Interface )?([A-Za-z][\w/.:-]*)(?: "[^"]*")?,? is ([^,(]+?)(?: \(.*\))?, line protocol is (?:up|down)\b/,
  /^([A-Za-z][\w/.:-]*) is (up|down|administratively down|trunk)\b(?:.*)$/,
];

function portsOf(lines: readonly string[], firstLines: readonly RegExp[]): readonly Port[] {
  const ports: Port[] = [];
  for (const line of lines) {
    const match = firstLines.map((start) => start.exec(line)).find((found) => found !== null);
    if (match !== undefined && match !== null) {
      ports.push({ name: match[1] ?? '', state: match[2] ?? '', line: line.trim(), rows: [] });
    } else ports.at(-1)?.rows.push(line);
  }
  return ports;
}

function counter(rows: readonly string[], label: string): number | null {
  for (const row of rows) {
    const match = new RegExp(`(?:^|\\s)(\\d+) ${label} errors?\\b`).exec(row);
    if (match !== null) return Number(match[1]);
  }
  return null;
}

function speedMbps(rows: readonly string[]): number | null {
  for (const row of rows) {
    const match = /\bBW (\d+) (Kbit|Mbps)/.exec(row);
    if (match !== null) return Number(match[1]) / (match[2] === 'Kbit' ? 1000 : 1);
  }
  return null;
}

/** Frames of both directions: `5 packets input` on IOS and ASA, `5 input packets` on NX-OS. */
function framesOf(rows: readonly string[]): number | null {
  const counts = ['input', 'output'].map((way) => {
    const pattern = new RegExp(`(?:^|\\s)(\\d+) (?:packets ${way}|${way} packets)\\b`);
    return rows.map((row) => pattern.exec(row)?.[1]).find((count) => count !== undefined);
  });
  const found = counts.filter((count) => count !== undefined);
  return found.length === 0 ? null : found.reduce((sum, count) => sum + Number(count), 0);
}

function readingOf({ name, state, line, rows }: Port): AnyReading {
  const inErrors = counter(rows, 'input');
  const outErrors = counter(rows, 'output');
  const values = {
    speedMbps: /^up$/i.test(state) ? speedMbps(rows) : null,
    inErrors,
    outErrors,
    frames: framesOf(rows),
  };
  const errors = rows.find(
    (row) => inErrors !== null && inErrors > 0 && new RegExp(`\\b${inErrors} input error`).test(row),
  );
  return { kind: 'interface', subject: name, values, status: state, line: errors?.trim() ?? line };
}

/**
 * Makes a reader of ports: state, speed and error counters of each.
 *
 * @param firstLines match the first line of a port; group 1 is its name, group 2 its state
 */
export function interfacesReader(firstLines: readonly RegExp[]): (text: string) => Parsed {
  return withBody((lines) => {
    const ports = portsOf(lines, firstLines);
    const last = ports.at(-1);
    if (last === undefined) return unreadable('not-understood', lines[0]);
    // A physical port prints all its counters; with input errors and no output errors the answer stopped in it.
    if (counter(last.rows, 'input') !== null && counter(last.rows, 'output') === null)
      return unreadable('cut', lines.at(-1));
    return { kind: 'readings', readings: ports.map(readingOf) };
  });
}

/** `show interfaces` of IOS, `show interface` of NX-OS and ASA: state, speed and error counters of every port. */
export const parseInterfaces = interfacesReader(starts);
