import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { percentOf } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, loadValues, secondsOf, unreadable, uptimeReading } from '../values';
import { nodeAnswers, type NodeAnswer } from './nodes';

const idleLine = /^\s*CPU(?: states)?:(?:.*[^\d.])?([\d.]+)% idle\s*$/i;
const upLine = /\bup (\d+)\+(\d\d):(\d\d):(\d\d)\s/i;

function readingsOf({ name, lines }: NodeAnswer): readonly AnyReading[] | undefined {
  const first = lines.find((line) => /^\s*last pid:/i.test(line));
  const up = upLine.exec(`${first ?? ''} `);
  const cpu = lines.find((line) => idleLine.test(line));
  const idle = percentOf(idleLine.exec(cpu ?? '')?.[1] ?? '');
  const isWhole = lines.some((line) => /^\s*Mem:/i.test(line)) && lines.some((line) => /^\s*Swap:/i.test(line));
  if (first === undefined || up === null || cpu === undefined || idle === undefined || !isWhole) return undefined;
  const busy = Math.round((100 - idle) * 100) / 100;
  return [
    uptimeReading(secondsOf(up[1], up[2], up[3], up[4]), first, name),
    { kind: 'cpu', subject: name, values: loadValues(busy), status: null, line: cpu.trim() },
  ];
}

/** `show system processes brief` and `summary`: the head of `top`, uptime and CPU. */
export function parseProcesses(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const node of answer.nodes) {
    const own = readingsOf(node);
    if (own === undefined) {
      const isOther = !node.lines.some((line) => /^\s*last pid:/i.test(line)) && node.lines.length > 0;
      return isOther ? unreadable('not-understood', node.lines[0]) : unreadable('cut', lastLine(text));
    }
    readings.push(...own);
  }
  return answerOf(readings, lastLine(text));
}
