import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, chassisValues, unreadable } from '../values';
import { nodeAnswers } from './nodes';

const group = /^\s*Redundancy group:\s*(\d+)\s*,\s*Failover count:\s*\d+\s*$/i;
const row = /^\s*(node\d+)\s+(\d+)\s+(\S+)\s+(yes|no|n\/a)\s+(yes|no|n\/a)(?:\s+(\S.*))?$/i;

/** `show chassis cluster status`: both nodes of every group; a monitor failure counts more than the role. */
export function parseCluster(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const lines = answer.nodes.flatMap((node) => node.lines);
  const start = lines.findIndex((line) => /^\s*Cluster ID:\s*\d+/i.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  const readings: AnyReading[] = [];
  let name: string | undefined;
  let rows = 2;
  for (const line of lines.slice(start + 1)) {
    const next = group.exec(line)?.[1];
    const node = row.exec(line);
    if (next !== undefined) {
      if (rows < 2) return unreadable('not-understood', line);
      name = next;
      rows = 0;
    } else if (node !== null && name !== undefined) {
      const failures = node[6] ?? 'None';
      const hasFailed = !/^(?:None|n\/a)$/i.test(failures);
      const status = hasFailed ? failures : (node[3] ?? '');
      const values = chassisValues({ role: node[3] ?? null });
      readings.push({ kind: 'chassis', subject: `${node[1] ?? ''}/RG${name}`, values, status, line: line.trim() });
      rows += 1;
    } else if (!/^\s*Node\s+Priority\s+Status\b/i.test(line)) return unreadable('not-understood', line);
  }
  return rows === 2 ? answerOf(readings, lastLine(text)) : unreadable('cut', lastLine(text));
}
