import type { AnyReading, ReadingValues } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { limitPair } from '../dialects/vrp/optic-limits';

type Row = { readonly now: number; readonly low: number; readonly high: number; readonly line: string };
type Name = 'txpower' | 'rxpower' | 'current' | 'temp.' | 'voltage';
type Block = { readonly port: string; readonly line: string; readonly rows: Map<string, Row> };

const names: readonly Name[] = ['txpower', 'rxpower', 'current', 'temp.', 'voltage'];
const start = /^\s*(?:Port\s+)?(?=\S*\d)(\S+) transceiver diagnostic information\s*:$/i;
const heading = /^\s*(?:Parameter\s+Current\s+Low Alarm\s+High Alarm|Type\s+Value\s+Threshold\s+Threshold\s+Status)$/i;
const number = String.raw`(-?\d+(?:\.\d+)?)`;
const row = new RegExp(String.raw`^\s*(\w+\.?)\(\S+\)\s+${number}\s+${number}\s+${number}\s+\S+$`, 'i');

function readingOf({ port, line, rows }: Block): AnyReading {
  const at = (name: Name): Row | undefined => rows.get(name);
  const receive = limitPair(at('rxpower')?.low ?? null, at('rxpower')?.high ?? null);
  const send = limitPair(at('txpower')?.low ?? null, at('txpower')?.high ?? null);
  const values: ReadingValues['optic'] = {
    celsius: at('temp.')?.now ?? null,
    rxPowerDbm: at('rxpower')?.now ?? null,
    txPowerDbm: at('txpower')?.now ?? null,
    rxAlarmLowDbm: receive.low,
    rxAlarmHighDbm: receive.high,
    txAlarmLowDbm: send.low,
    txAlarmHighDbm: send.high,
  };
  return { kind: 'optic', subject: port, values, status: null, line: at('rxpower')?.line ?? line.trim() };
}

/** `display transceiver diagnosis interface` of VRP: five rows for each module, with the limits of each value. */
export function parseTransceiverTable(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks: Block[] = [];
  for (const line of answer.lines) {
    const port = start.exec(line)?.[1];
    const block = blocks.at(-1);
    const found = row.exec(line);
    if (port !== undefined) blocks.push({ port, line, rows: new Map() });
    else if (block === undefined || heading.test(line) || isDrawn(line)) continue;
    else if (found === null) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    else {
      const [now = NaN, low = NaN, high = NaN] = found.slice(2).map(Number);
      block.rows.set((found[1] ?? '').toLowerCase(), { now, low, high, line: line.trim() });
    }
  }
  if (blocks.length === 0) {
    return { kind: 'unreadable', reason: 'not-understood', line: answer.lines[0]?.trim() ?? '' };
  }
  const poor = blocks.findIndex(({ rows }) => names.some((name) => !rows.has(name)));
  if (poor < 0) return { kind: 'readings', readings: blocks.map(readingOf) };
  const isLast = poor === blocks.length - 1;
  return {
    kind: 'unreadable',
    reason: isLast ? 'cut' : 'not-understood',
    line: isLast ? lastLine(text) : (blocks[poor]?.line.trim() ?? ''),
  };
}
