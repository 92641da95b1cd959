import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { cleanText } from '../../text/table';
import { answerOf, unreadable } from '../values';
import { shellLines } from './uptime';

const startLine = /^\d+:\s+([^\s:@]+)(?:@\S+)?:\s+<([A-Z0-9_,-]*)>/;
const strangeStart = /^\d+:\s/;
const heading = /^\s*(RX|TX)(?: errors)?:\s+(\S.*)$/;
const numbers = /^\s*\d+(?:\s+\d+)*\s*$/;
/** Loopbacks, tunnels and what containers and virtual machines make; they come and go, and have no cable. */
const isMade = /^(?:lo\d*|veth|docker|br-|virbr|vnet|tun|tap|cni|flannel|cali|dummy|ifb|sit|gre|wg)/;

type Counts = { readonly packets: number; readonly errors: number; readonly line: string };
type Link = {
  readonly name: string;
  readonly flags: string;
  readonly line: string;
  readonly counts: Map<string, Counts>;
};

function countsOf(columns: string, line: string): Counts | undefined {
  const labels = columns.trim().split(/\s+/);
  const words = line.trim().split(/\s+/);
  const at = (label: string): number => Number(words[labels.indexOf(label)] ?? NaN);
  if (!numbers.test(line) || words.length !== labels.length) return undefined;
  const counts = { packets: at('packets'), errors: at('errors'), line: line.trim() };
  return Number.isNaN(counts.packets + counts.errors) ? undefined : counts;
}

function readingOf({ name, flags, line, counts }: Link): AnyReading | undefined {
  const rx = counts.get('RX');
  const tx = counts.get('TX');
  if (rx === undefined || tx === undefined) return undefined;
  const values = { speedMbps: null, inErrors: rx.errors, outErrors: tx.errors, frames: rx.packets + tx.packets };
  const status = flags.split(',').includes('LOWER_UP') ? 'up' : 'down';
  const shown = rx.errors > 0 ? rx.line : tx.errors > 0 ? tx.line : line;
  return { kind: 'interface', subject: name, values, status, line: shown };
}

/** `ip -s link`: packets and errors of every link with a cable; `-s -s` prints the kinds of errors below, not read. */
export function parseLinks(text: string): Parsed {
  const { lines: all, endsInLineEnd } = cleanText(text);
  const end = all.at(-1) ?? '';
  // `2: eth0: <UP>` that stops there looks like a prompt.
  if (!endsInLineEnd && strangeStart.test(end)) return unreadable('cut', end);
  const answer = shellLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const links: Link[] = [];
  for (const [index, line] of lines.entries()) {
    const [, name, flags] = startLine.exec(line) ?? [];
    const [, way = '', columns = ''] = heading.exec(line) ?? [];
    if (name !== undefined && flags !== undefined) links.push({ name, flags, line: line.trim(), counts: new Map() });
    else if (strangeStart.test(line)) return unreadable('not-understood', line);
    else if (columns.includes('packets')) {
      const below = lines[index + 1];
      const counts = countsOf(columns, below ?? '');
      if (counts === undefined) return unreadable(below === undefined ? 'cut' : 'not-understood', below ?? line);
      links.at(-1)?.counts.set(way, counts);
    }
  }
  if (links.length === 0) return unreadable('not-understood', lines[0]);
  const readings: AnyReading[] = [];
  for (const link of links) {
    const reading = readingOf(link);
    if (reading === undefined) return unreadable(link === links.at(-1) ? 'cut' : 'not-understood', link.line);
    if (!isMade.test(link.name)) readings.push(reading);
  }
  return answerOf(readings, lines.at(-1));
}
