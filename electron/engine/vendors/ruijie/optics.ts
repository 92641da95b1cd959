import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { unreadable } from '../values';

const portLine = /^=+\s*(?:Interface\s+)?([A-Za-z][A-Za-z-]* ?\d[\d/:.]*)\s*=+$/;
const heading = /^\s*Temp\(Celsius\)\s+Voltage\(V\)\s+Bias\(mA\)\s+RX power\(dBm\)\s+TX power\(dBm\)$/i;
const begins = /^\s*Current diagnostic parameters\b/i;
const thresholds = /^\s*Diagnostic parameters? thresholds?\b/i;
const nothing = /\bthe transceiver is absent\b|\bdoesn't support DDM\b|\bis (?:not present|a copper port)\b/i;
// `-5.96(OK)[AP]`, `-35.64(alarm)[AP]`, `N/A`.
const cell = /^(-?\d+(?:\.\d+)?|N\/?A)(?:\(([A-Za-z -]+)\))?(?:\[[A-Z]+\])?$/i;

type Cell = { readonly value: number | null; readonly word: string | null };

function cellsOf(line: string): readonly Cell[] | undefined {
  const words = line.trim().split(/\s+/);
  const matches = words.map((word) => cell.exec(word));
  if (words.length !== 5 || matches.some((match) => match === null)) return undefined;
  return matches.map((match) => ({
    value: /^-?\d/.test(match?.[1] ?? '') ? Number(match?.[1]) : null,
    word: match?.[2] ?? null,
  }));
}

/** The worst of the device's own words for a port; `OK` only when it says so of both directions of the light. */
function wordOf(cells: readonly Cell[]): string | null {
  const bad = cells.find(({ word }) => word !== null && !/^ok$/i.test(word));
  if (bad !== undefined) return bad.word;
  return cells.slice(3).every(({ word }) => word !== null) ? 'OK' : null;
}

type Port = { readonly name: string; state: 'open' | 'heading' | 'read' | 'limits'; said: string | undefined };

function opticReading(name: string, cells: readonly Cell[], line: string): AnyReading {
  const [celsius, , , rx, tx] = cells;
  const values = {
    celsius: celsius?.value ?? null,
    rxPowerDbm: rx?.value ?? null,
    txPowerDbm: tx?.value ?? null,
  };
  return { kind: 'optic', subject: name, values, status: wordOf(cells), line: line.trim() };
}

/**
 * `show interfaces transceiver diagnosis` of RGOS: a block for each port with a cage. A port whose block begins must
 * measure or say why it does not; what stands behind the row of values are limits of some releases.
 */
export function parseOptics(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  const ports: Port[] = [];
  for (const line of answer.lines) {
    const name = portLine.exec(line.trim())?.[1];
    const port = ports.at(-1);
    if (name !== undefined) ports.push({ name, state: 'open', said: undefined });
    else if (port === undefined || isDrawn(line) || begins.test(line)) continue;
    else if (nothing.test(line)) port.said = line.trim();
    else if (heading.test(line)) port.state = 'heading';
    else if (thresholds.test(line)) port.state = 'limits';
    else if (port.state === 'heading') {
      const cells = cellsOf(line);
      if (cells === undefined) return unreadable('not-understood', line);
      readings.push(opticReading(port.name, cells, line));
      port.state = 'read';
    } else if (port.state === 'read') return unreadable('not-understood', line);
  }
  const [first] = ports;
  if (first === undefined) return unreadable('not-understood', answer.lines[0]);
  const measured = new Set(readings.map(({ subject }) => subject));
  const silent = ports.find(({ name, said }) => said === undefined && !measured.has(name));
  if (silent !== undefined) return unreadable(silent === ports.at(-1) ? 'cut' : 'not-understood', lastLine(text));
  return readings.length > 0 ? { kind: 'readings', readings } : { kind: 'absent', line: first.said ?? '' };
}
