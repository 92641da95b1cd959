import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { percentOf } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, chassisValues, loadValues, unreadable } from '../values';
import { nodeAnswers, partOf } from './nodes';

type Engine = { readonly name: string; readonly lines: string[] };

function enginesOf(lines: readonly string[]): readonly Engine[] {
  const engines: Engine[] = [];
  let isInside = false;
  for (const line of lines) {
    const slot = /^\s*Slot (\d+):\s*$/i.exec(line)?.[1];
    if (/^\s*Routing Engine status:\s*$/i.test(line)) {
      isInside = true;
      // Boxes with one engine print no slot.
      engines.push({ name: 'RE', lines: [] });
    } else if (slot !== undefined && isInside) engines.push({ name: `RE ${slot}`, lines: [] });
    else if (isInside) engines.at(-1)?.lines.push(line);
  }
  return engines.filter(({ name, lines: own }) => name !== 'RE' || own.length > 0);
}

const idleLine = /^\s*Idle\s+(\S+) percent\s*$/i;
const blockLine = /^\s*(?:(\d+) (sec|min) )?CPU utilization:\s*$/i;
const memoryLine = /^\s*(?:Memory utilization\s+(\S+) percent|Total memory\s.*\(\s*(\S+) percent\))\s*$/i;

/** Idle percentages by block, in order: `5 sec`, `1 min`, …; releases before 16 have one block without a time. */
function idlesOf(lines: readonly string[]): ReadonlyMap<string, { readonly word: string; readonly line: string }> {
  const idles = new Map<string, { word: string; line: string }>();
  let block: string | undefined;
  for (const line of lines) {
    const start = blockLine.exec(line);
    if (start !== null) block = start[1] === undefined ? 'now' : `${start[1]} ${(start[2] ?? '').toLowerCase()}`;
    const idle = idleLine.exec(line)?.[1];
    if (idle !== undefined && block !== undefined) idles.set(block, { word: idle, line });
  }
  return idles;
}

const withoutLoad = /^(?:Empty|Offline|Disabled|Present|Fault|Failed|Not present)\b/i;

function readingsOf(subject: string, lines: readonly string[]): readonly AnyReading[] | string | undefined {
  const stateLine = lines.find((line) => /^\s*Current state\s{2,}\S/i.test(line));
  const state = stateLine?.replace(/^\s*Current state\s+/i, '').trim();
  const serial = lines.map((line) => /^\s*Serial ID\s+(\S+)/i.exec(line)?.[1]).find((each) => each !== undefined);
  const chassis: readonly AnyReading[] =
    stateLine === undefined || state === undefined
      ? []
      : [
          {
            kind: 'chassis',
            subject,
            values: chassisValues({ serial: serial ?? null }),
            status: state,
            line: stateLine.trim(),
          },
        ];
  const [memory, second] = lines.filter((line) => memoryLine.test(line));
  if (second !== undefined && second !== memory) return second;
  const idles = idlesOf(lines);
  const now = idles.get('5 sec') ?? idles.get('now');
  if (state !== undefined && withoutLoad.test(state) && memory === undefined && now === undefined) return chassis;
  const hasEnd = lines.some(
    (line, index) =>
      /^\s*Load averages:/i.test(line) && /^\s*[\d.]+\s+[\d.]+\s+[\d.]+\s*$/.test(lines[index + 1] ?? ''),
  );
  if (memory === undefined || now === undefined || !hasEnd) return undefined;
  const match = memoryLine.exec(memory);
  const used = percentOf(match?.[1] ?? match?.[2] ?? '');
  const idle = percentOf(now.word);
  const minute = percentOf(idles.get('1 min')?.word ?? '');
  if (used === undefined) return memory;
  if (idle === undefined) return now.line;
  return [
    ...chassis,
    {
      kind: 'cpu',
      subject,
      values: loadValues(100 - idle, minute === undefined ? null : 100 - minute),
      status: null,
      line: now.line.trim(),
    },
    { kind: 'memory', subject, values: loadValues(used), status: null, line: memory.trim() },
  ];
}

/** `show chassis routing-engine` of Junos: state, CPU (100 less idle) and memory of every engine. */
export function parseRoutingEngine(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const node of answer.nodes) {
    const engines = enginesOf(node.lines);
    if (engines.length === 0) {
      const reason = readings.length > 0 || node.lines.length === 0 ? 'cut' : 'not-understood';
      return unreadable(reason, node.lines[0] ?? lastLine(text));
    }
    for (const { name, lines } of engines) {
      const own = readingsOf(partOf(node.name, name), lines);
      if (own === undefined) return unreadable('cut', lastLine(text));
      if (typeof own === 'string') return unreadable('not-understood', own);
      readings.push(...own);
    }
  }
  return answerOf(readings, lastLine(text));
}
