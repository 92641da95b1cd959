import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine, isNoise, isPromptLike, lastLine } from '../../text/table';

// `Chassis/Slot/Port          : 1/1/30`, on AOS 6 `Slot/Port  1/1  :`; the short answer of AOS 8 may name the port alone.
// A port that is split in four has letters: `1/1/53A`.
const portStart = /^\s*(?:(?:Chassis\/)?Slot\/Port\s*(?::\s*)?)?(\d+(?:\/\d+){1,2}[A-D]?)\s*(?:[:,]\s*)?$/i;
/** Begins a port, whatever it is called. */
const anyStart = /^\s*(?:Chassis\/)?Slot\/Port\b/i;

type Value = { readonly value: string; readonly line: string };
type Block = { readonly port: string; readonly fields: Map<string, Value>; last: string };

/** Fields of a line: one, or two side by side. `side` tells the counters of the two directions apart. */
function addFields(block: Block, line: string, separator: RegExp, side: string): void {
  for (const part of line.split(',')) {
    const at = part.search(separator);
    if (at <= 0) continue;
    const label = `${side}${part.slice(0, at).trim().toLowerCase()}`;
    block.fields.set(label, { value: part.slice(at + 1).trim(), line: line.trim() });
  }
  block.last = line;
}

function blocksOf(lines: readonly string[], separator: RegExp): readonly Block[] {
  const blocks: Block[] = [];
  let side = '';
  for (const line of lines) {
    const port = portStart.exec(line)?.[1];
    const direction = /^\s*([RT]x)\s*:\s*,?$/i.exec(line)?.[1]?.toLowerCase();
    const block = blocks.at(-1);
    if (port !== undefined) {
      blocks.push({ port, fields: new Map(), last: line });
      side = '';
    } else if (direction !== undefined) side = `${direction} `;
    else if (block !== undefined) addFields(block, line, separator, side);
  }
  return blocks;
}

const numberOf = (block: Block, label: string): number | undefined => {
  const word = block.fields.get(label)?.value ?? '';
  return /^\d+(?:\.\d+E\d+)?$/i.test(word) ? Number(word) : undefined;
};

const framesLabels = ['unicast frames', 'broadcast frames', 'm-cast frames'];

function framesOf(block: Block): number | null {
  const counts = ['rx ', 'tx '].flatMap((side) => framesLabels.map((label) => numberOf(block, side + label)));
  return counts.reduce<number | null>((sum, count) => (sum === null || count === undefined ? null : sum + count), 0);
}

/** One port of the long answer; undefined when a counter is not there or no number. */
function longReading(block: Block): AnyReading | undefined {
  const errors = numberOf(block, 'rx error frames');
  const crc = numberOf(block, 'rx crc error frames');
  const alignment = numberOf(block, 'rx alignments err');
  const out = numberOf(block, 'tx error frames');
  if (errors === undefined || crc === undefined || alignment === undefined || out === undefined) return undefined;
  const inErrors = Math.max(errors, crc + alignment);
  const speed = numberOf(block, 'bandwidth (megabits)') ?? null;
  const label =
    inErrors === 0 && out > 0 ? 'tx error frames' : errors >= inErrors ? 'rx error frames' : 'rx crc error frames';
  return {
    kind: 'interface',
    subject: block.port,
    values: { speedMbps: speed, inErrors, outErrors: out, frames: framesOf(block) },
    status: block.fields.get('operational status')?.value ?? null,
    line: block.fields.get(label)?.line ?? '',
  };
}

/** One port of the short answer. */
function shortReading(block: Block): AnyReading | undefined {
  const inErrors = numberOf(block, 'ifinerrors');
  const outErrors = numberOf(block, 'ifouterrors');
  if (inErrors === undefined || outErrors === undefined) return undefined;
  const line = block.fields.get('ifinerrors')?.line ?? '';
  return {
    kind: 'interface',
    subject: block.port,
    values: { speedMbps: null, inErrors, outErrors },
    status: null,
    line,
  };
}

function parseBlocks(text: string, separator: RegExp, readingOf: (block: Block) => AnyReading | undefined): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const said = clean.lines.filter((line) => line.trim() !== '' && !isNoise(line));
  const lines = isPromptLike(said.at(-1) ?? '') ? said.slice(0, -1) : said;
  // Counters under a heading that is not understood would go to the port above.
  const strange = lines.find((line) => anyStart.test(line) && !portStart.test(line));
  if (strange !== undefined) return { kind: 'unreadable', reason: 'not-understood', line: strange.trim() };
  const blocks = blocksOf(lines, separator);
  if (blocks.length === 0) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const readings: AnyReading[] = [];
  for (const [index, block] of blocks.entries()) {
    const reading = readingOf(block);
    const isLast = index === blocks.length - 1;
    // The last line of a port is the only one without a comma.
    if (isLast && (reading === undefined || block.last.endsWith(','))) {
      return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
    }
    if (reading === undefined) return { kind: 'unreadable', reason: 'not-understood', line: block.last.trim() };
    readings.push(reading);
  }
  return { kind: 'readings', readings };
}

/** `show interfaces`: the counters of every port, with its frames. */
export function parseInterfaces(text: string): Parsed {
  return parseBlocks(text, /:/, longReading);
}

/** `show interfaces counters errors`: the error counters alone. */
export function parseCounterErrors(text: string): Parsed {
  return parseBlocks(text, /=/, shortReading);
}
