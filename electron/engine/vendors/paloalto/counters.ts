import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { answerOf, unreadable } from '../values';

const startLine = /^\s*(?:Interface:\s*(\S+)|Name:\s*([^,\s]+)(?:,.*)?)\s*$/i;
const titleLine = /^\s*(Physical port|Hardware interface|Logical interface)\s+counters\b.*:\s*$/i;
const counterLine = /^\s*([a-z][\w-]*(?: +[\w-]+)*?)\s{2,}(\d+)\s*$/i;
const judged = /^\s*(?:receive errors|[rt]x-error\S*)\b/i;
/** Ports with a cable; tunnels, loopbacks and units have none. */
const isPort = /^(?:ethernet\d+\/\d+|ha\S*|hsci\S*|dedicated-ha\d|mgmt|management)$/i;

type Counter = { readonly value: number; readonly line: string };
type Port = { readonly name: string; readonly line: string; readonly counters: Map<string, Counter> };

function readingOf({ name, line, counters }: Port): AnyReading | undefined {
  const received = counters.get('hardware receive errors') ?? counters.get('logical receive errors');
  const sent = [...counters].find(([label]) => /^physical tx-errors?$/.test(label))?.[1];
  if (received === undefined) return undefined;
  const way = counters.has('hardware packets received') ? 'hardware' : 'logical';
  const frames = ['received', 'transmitted'].map((each) => counters.get(`${way} packets ${each}`)?.value);
  const values = {
    speedMbps: null,
    inErrors: received.value,
    outErrors: sent?.value ?? null,
    frames: frames.every((each) => each === undefined)
      ? null
      : frames.reduce<number>((sum, each) => sum + (each ?? 0), 0),
  };
  const shown = received.value > 0 ? received.line : line;
  return { kind: 'interface', subject: name, values, status: null, line: shown };
}

/** `show counter interface all` of PAN-OS: errors of every port, by the hardware where it counts them. */
export function parseCounters(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const ports: Port[] = [];
  let section = '';
  for (const line of answer.lines.filter((each) => !isDrawn(each))) {
    const start = startLine.exec(line);
    const title = titleLine.exec(line)?.[1];
    const [, label, count] = counterLine.exec(line) ?? [];
    const counters = ports.at(-1)?.counters;
    if (start !== null) {
      ports.push({ name: start[1] ?? start[2] ?? '', line: line.trim(), counters: new Map() });
      section = '';
    } else if (title !== undefined) section = (title.split(' ')[0] ?? '').toLowerCase();
    else if (label !== undefined && count !== undefined) {
      const key = `${section} ${label.toLowerCase()}`;
      // The units of a port follow it and repeat its labels.
      if (counters?.has(key) === false) counters.set(key, { value: Number(count), line: line.trim() });
    } else if (counters !== undefined && judged.test(line)) return unreadable('not-understood', line);
  }
  if (ports.length === 0) return unreadable('not-understood', answer.lines[0]);
  const readings: AnyReading[] = [];
  for (const port of ports.filter(({ name }) => isPort.test(name))) {
    const reading = readingOf(port);
    if (reading === undefined) return unreadable(port === ports.at(-1) ? 'cut' : 'not-understood', port.line);
    readings.push(reading);
  }
  return answerOf(readings, answer.lines.at(-1));
}
