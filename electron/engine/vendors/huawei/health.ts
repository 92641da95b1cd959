import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn, percentOf, readRows } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { loadValues } from '../values';

const heading = /^\s*Slot\s+CPU Usage\s+Memory Usage\s?\(Used\/Total\)(?:\s+DataPlane CPU Usage)?$/i;
const row = /^\s*(\d+)\s+[A-Z]\w*(?:\((?:Master|Slave)\))?\s+(\d+)%\s+(\d+)%\s+\d+MB\/\d+MB(?:\s+\d+%)?$/i;

/** `display health` of routers and of newer releases: CPU and memory of every board. */
export function parseHealth(text: string): Parsed {
  const table = readRows(text, {
    heading,
    row: (line) => {
      const match = row.exec(line);
      const [cpu, memory] = [percentOf(match?.[2] ?? ''), percentOf(match?.[3] ?? '')];
      return cpu === undefined || memory === undefined ? undefined : { slot: `Slot ${match?.[1]}`, cpu, memory };
    },
  });
  if (table.kind === 'unreadable') return table;
  const answer = answerLines(text);
  const lines = answer.kind === 'lines' ? answer.lines : [];
  const head = lines.findIndex((line) => heading.test(line));
  // A table that a rule opens is closed by one.
  if (isDrawn(lines[head - 1] ?? '') && !isDrawn(lines.at(-1) ?? '')) {
    return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  }
  return {
    kind: 'readings',
    readings: table.rows.flatMap(({ value: { slot, cpu, memory }, line }): readonly AnyReading[] => [
      { kind: 'cpu', subject: slot, values: loadValues(cpu), status: null, line },
      { kind: 'memory', subject: slot, values: loadValues(memory), status: null, line },
    ]),
  };
}
