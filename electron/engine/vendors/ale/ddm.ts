import type { AnyReading, ReadingValues } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine, readTable } from '../../text/table';
import { emptyTable } from './answer';

const levels = ['actual', 'a-high', 'w-high', 'w-low', 'a-low'] as const;
type Level = (typeof levels)[number];
type Row = {
  readonly port: string | undefined;
  readonly level: Level;
  readonly celsius: number | null;
  readonly output: number | null;
  readonly input: number | null;
  readonly marks: readonly string[];
};

// Temperature, voltage, bias, output and input power; a mark stands behind a value that is past a limit.
const ddmRow =
  /^\s*(?:(\d+(?:\/\d+){1,2}[A-D]?)\s*)?(Actual|A-High|W-High|W-Low|A-Low)((?:\s+(?:-?\d+(?:\.\d+)?|-?inf|N\/?[AS]|--?)(?:\s*\([AW][HL]\))?){5})$/i;

/** A decimal; null for what the module does not measure or cannot see. */
const number = (word: string): number | null => (/^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : null);

function rowOf(line: string): Row | undefined {
  const match = ddmRow.exec(line);
  if (match === null) return undefined;
  const [port, level = '', rest = ''] = match.slice(1) as (string | undefined)[];
  const known = levels.find((each) => each === level.toLowerCase());
  const marks = [...rest.matchAll(/\(([AW][HL])\)/gi)].map(([, mark = '']) => mark.toUpperCase());
  const words = rest
    .replace(/(?<!\s)\s*\([AW][HL]\)/gi, '')
    .trim()
    .split(/\s+/);
  const [celsius = '', , , output = '', input = ''] = words;
  if (known === undefined) return undefined;
  return { port, level: known, celsius: number(celsius), output: number(output), input: number(input), marks };
}

type Port = { readonly port: string; readonly line: string; readonly rows: Map<Level, Row> };

function readingOf({ port, line, rows }: Port): AnyReading {
  const at = (level: Level) => rows.get(level);
  const values: ReadingValues['optic'] = {
    celsius: at('actual')?.celsius ?? null,
    rxPowerDbm: at('actual')?.input ?? null,
    txPowerDbm: at('actual')?.output ?? null,
    rxAlarmLowDbm: at('a-low')?.input ?? null,
    rxAlarmHighDbm: at('a-high')?.input ?? null,
    rxWarnLowDbm: at('w-low')?.input ?? null,
    rxWarnHighDbm: at('w-high')?.input ?? null,
    txAlarmLowDbm: at('a-low')?.output ?? null,
    txAlarmHighDbm: at('a-high')?.output ?? null,
    txWarnLowDbm: at('w-low')?.output ?? null,
    txWarnHighDbm: at('w-high')?.output ?? null,
  };
  const marks = at('actual')?.marks ?? [];
  const status = marks.find((mark) => mark.startsWith('A')) ?? marks[0] ?? null;
  return { kind: 'optic', subject: port, values, status, line };
}

const heading = /^(?:(?!\bOutput\b).)*\bOutput\b.*\bInput\b/i;
/** What the marks stand for; above the table or below it. */
const legend = /^\s*(?:(?:A|W)[HL]|N\/?[AS]|INF)\s*[=:-]\s*\S/i;

/** `show interfaces ddm`: five rows for each module, what it measures and its four limits; no row, no module. */
export function parseDdm(text: string): Parsed {
  const table = readTable(text, { heading, row: rowOf, skip: legend });
  if (table.kind === 'unreadable') return emptyTable(text, heading, table);
  const ports: Port[] = [];
  for (const { value, line } of table.rows) {
    if (value.port !== undefined) ports.push({ port: value.port, line, rows: new Map() });
    ports.at(-1)?.rows.set(value.level, value);
  }
  const poor = ports.findIndex(({ rows }) => rows.size < levels.length);
  if (ports.length === 0 || poor >= 0) {
    const isLast = poor === ports.length - 1;
    const line = ports[poor]?.line ?? lastLine(text);
    return { kind: 'unreadable', reason: isLast ? 'cut' : 'not-understood', line: isLast ? lastLine(text) : line };
  }
  return { kind: 'readings', readings: ports.map(readingOf) };
}
