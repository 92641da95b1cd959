import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { answerOf, unreadable } from '../values';

const startLine = /^Physical interface:\s+(\S+?),\s+(?:\S.*,\s+)?Physical link is (\S+)\s*$/i;
const strangeStart = /^\s*Physical interface:/i;
/** Ports with a cable; tunnels, loopbacks and internal links have none. */
const isPort = /^(?:fe|ge|mge|xe|et|so|t1|t3|e1|e3)-\d/;
const inLine = /^\s*Errors:\s*(\d+),\s*Drops:\s*\d+/;
const outLine = /^\s*Carrier transitions:\s*\d+,\s*Errors:\s*(\d+),\s*Drops:\s*\d+/;
const packetLine = /^\s*(Input|Output)\s+packets:\s*(\d+)(?:\s+\d+ pps)?\s*$/i;
const errorLine = /^\s*(?:Errors|Carrier transitions):/;

type Port = { readonly name: string; readonly state: string; readonly line: string; readonly lines: string[] };

/** The first count of a way is the port's own; those of its units follow. */
function framesOf(lines: readonly string[]): number | null {
  const counts = ['input', 'output'].map((way) =>
    lines.map((line) => packetLine.exec(line)).find((match) => match?.[1]?.toLowerCase() === way),
  );
  const found = counts.flatMap((match) => (match?.[2] === undefined ? [] : [Number(match[2])]));
  return found.length === 0 ? null : found.reduce((sum, count) => sum + count, 0);
}

function readingOf({ name, state, line, lines }: Port): AnyReading | string | undefined {
  const strange = lines.find((each) => errorLine.test(each) && !inLine.test(each) && !outLine.test(each));
  if (strange !== undefined) return strange;
  const received = lines.find((each) => inLine.test(each));
  const sent = lines.find((each) => outLine.test(each));
  if (received === undefined || sent === undefined) return undefined;
  const inErrors = Number(inLine.exec(received)?.[1]);
  const outErrors = Number(outLine.exec(sent)?.[1]);
  const shown = inErrors > 0 ? received : outErrors > 0 ? sent : line;
  const values = { speedMbps: null, inErrors, outErrors, frames: framesOf(lines) };
  return { kind: 'interface', subject: name, values, status: state, line: shown.trim() };
}

/** `show interfaces extensive` of Junos, whole or cut down to its counters: errors of every port. */
export function parseInterfaces(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const ports: Port[] = [];
  for (const line of answer.lines) {
    const [, name, state] = startLine.exec(line) ?? [];
    if (name !== undefined && state !== undefined) ports.push({ name, state, line: line.trim(), lines: [] });
    else if (strangeStart.test(line)) return unreadable('not-understood', line);
    else ports.at(-1)?.lines.push(line);
  }
  if (ports.length === 0) return unreadable('not-understood', answer.lines[0]);
  const readings: AnyReading[] = [];
  for (const port of ports.filter(({ name }) => isPort.test(name))) {
    const reading = readingOf(port);
    if (reading === undefined) return unreadable(port === ports.at(-1) ? 'cut' : 'not-understood', port.line);
    if (typeof reading === 'string') return unreadable('not-understood', reading);
    readings.push(reading);
  }
  return answerOf(readings, answer.lines.at(-1));
}
