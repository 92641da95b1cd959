import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { answerOf, unreadable } from '../values';

type Port = { readonly name: string; readonly state: string; readonly line: string; readonly rows: string[] };

const ofPort = /^(?:Interface|Aggregate)\b/;
const firstLine = /^(?:Interface|Aggregate) (\S+) is (up|down)\b/;

function portsOf(lines: readonly string[]): readonly Port[] | { readonly strange: string } {
  const ports: Port[] = [];
  for (const line of lines) {
    const [, name, state = ''] = firstLine.exec(line) ?? [];
    if (name !== undefined) ports.push({ name, state, line: line.trim(), rows: [] });
    // What belongs to a port is indented; only what was typed may stand before the first one.
    else if (/^\s/.test(line) ? ports.length === 0 : ports.length > 0 || ofPort.test(line)) return { strange: line };
    else ports.at(-1)?.rows.push(line);
  }
  return ports;
}

type Counters = { readonly errors: readonly [number, number]; readonly frames: number; readonly line: string };
type Said = Counters | { readonly strange: string } | 'cut' | 'none';

const numbers = (match: RegExpExecArray): readonly [number, number] => [Number(match[1]), Number(match[2])];

/** A label and three numbers, some of which a direction does not have. */
function isCounted(row: string): boolean {
  const words = row.trim().split(/\s+/);
  return words.length > 3 && words.slice(-3).every((word) => /^(?:\d+|n\/a)$/.test(word));
}

/** A table `Statistic RX TX Total`, the last part of a port. */
function ofTable(rows: readonly string[], start: number): Said {
  const table = rows.slice(start + 1);
  const strange = table.find((row) => !isDrawn(row) && !isCounted(row));
  if (strange !== undefined) return { strange };
  const find = (pattern: RegExp) => table.map((row) => pattern.exec(row)).find((match) => match !== null);
  const packets = find(/^\s*Packets\s+(\d+)\s+(\d+)\s+\d+$/);
  const errors = find(/^\s*Errors\s+(\d+)\s+(\d+)\s+\d+$/);
  if (!packets || !errors) return 'cut';
  const [received, sent] = numbers(packets);
  return { errors: numbers(errors), frames: received + sent, line: errors[0].trim() };
}

/** A block `Rx` and a block `Tx`, as older releases print them. */
function ofBlocks(rows: readonly string[], start: number): Said {
  const tx = rows.findIndex((row) => /^\s*Tx$/.test(row));
  const find = (some: readonly string[], pattern: RegExp) =>
    some.map((row) => pattern.exec(row)).find((match) => match !== null);
  const both = [tx < 0 ? rows.slice(start) : rows.slice(start, tx), tx < 0 ? [] : rows.slice(tx)].map((some) => ({
    errors: find(some, /^\s*(\d+) (?:(?:in|out)put )?errors?\s+\d+ dropped$/),
    packets: find(some, /^\s*(\d+) (?:total|input|output) packets\s+\d+ (?:total )?bytes$/),
  }));
  const strange = rows
    .slice(start)
    .find((row) => /\b(?:errors?|(?:total|input|output) packets)\b/.test(row) && !both.some((each) => isOf(each, row)));
  if (strange !== undefined) return { strange };
  const [received, sent] = both;
  if (!received?.errors || !received.packets || !sent?.errors || !sent.packets) return 'cut';
  return {
    errors: [Number(received.errors[1]), Number(sent.errors[1])],
    frames: Number(received.packets[1]) + Number(sent.packets[1]),
    line: (Number(received.errors[1]) > 0 ? received : sent).errors?.[0].trim() ?? '',
  };
}

type Found = RegExpExecArray | null | undefined;
const isOf = (each: { readonly errors: Found; readonly packets: Found }, row: string): boolean =>
  each.errors?.[0] === row || each.packets?.[0] === row;

function countersOf({ name, rows }: Port): Said {
  const table = rows.findIndex((row) => /^\s*Statistic\s+RX\s+TX\s+Total$/.test(row));
  if (table >= 0) return ofTable(rows, table);
  const block = rows.findIndex((row) => /^\s*Rx$/.test(row));
  if (block >= 0) return ofBlocks(rows, block);
  return /^\d/.test(name) ? 'cut' : 'none';
}

function speedOf({ state, rows }: Port): number | null {
  const speed = rows.map((row) => /^\s*Speed (\d+) Mb\/s$/.exec(row)?.[1]).find((each) => each !== undefined);
  return state === 'up' && speed !== undefined ? Number(speed) : null;
}

function readingOf(port: Port, counters: Counters | undefined): AnyReading {
  const [inErrors, outErrors] = counters?.errors ?? [null, null];
  const values = { speedMbps: speedOf(port), inErrors, outErrors, frames: counters?.frames ?? null };
  const hasErrors = (inErrors ?? 0) + (outErrors ?? 0) > 0;
  const line = hasErrors ? (counters?.line ?? port.line) : port.line;
  return { kind: 'interface', subject: port.name, values, status: port.state, line };
}

/** `show interface`: state, speed and error counters of every port; VLANs and loopbacks may count none. */
export function parseInterfaces(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const ports = portsOf(answer.lines);
  if ('strange' in ports) return unreadable('not-understood', ports.strange);
  const readings: AnyReading[] = [];
  for (const port of ports) {
    const counters = countersOf(port);
    if (counters === 'cut') return unreadable('cut', port.rows.at(-1));
    if (counters !== 'none' && 'strange' in counters) return unreadable('not-understood', counters.strange);
    readings.push(readingOf(port, counters === 'none' ? undefined : counters));
  }
  return readings.length > 0 ? answerOf(readings, undefined) : unreadable('not-understood', answer.lines[0]);
}
