import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, softwareReading, systemValues, unreadable } from '../values';
import { nodeAnswers, type NodeAnswer } from './nodes';

const packageLine = /^\s*(?:JUNOS|Junos) .*\[([^[\]]+)\]\s*$/;

/** `Junos: 21.4R3-S3.4`; before release 13 only the packages name it. */
function releaseOf(lines: readonly string[]): { readonly release: string; readonly line: string } | undefined {
  const own = lines.find((line) => /^\s*Junos:\s*\S+$/i.test(line));
  if (own !== undefined) return { release: own.replace(/^\s*Junos:\s*/i, ''), line: own };
  const named = lines.find((line) => /^\s*JUNOS (?:Software Release|Base OS boot|EX\s+Software Suite)\b/i.test(line));
  // Newer packages carry build numbers; one that carries a release is worth more.
  const released = lines.find((each) => /^\d+\.\d+[A-Z]\d/.test(packageLine.exec(each)?.[1] ?? ''));
  const line = named ?? released ?? lines.find((each) => packageLine.test(each));
  const release = packageLine.exec(line ?? '')?.[1];
  return line === undefined || release === undefined ? undefined : { release, line };
}

function readingsOf({ name, lines }: NodeAnswer): readonly AnyReading[] | undefined {
  const field = (label: string): string | undefined =>
    lines
      .map((line) => new RegExp(`^\\s*${label}:\\s*(\\S.*)$`, 'i').exec(line)?.[1])
      .find((each) => each !== undefined);
  const model = field('Model');
  const release = releaseOf(lines);
  if (model === undefined || release === undefined) return undefined;
  const values = systemValues({ name: field('Hostname') ?? null, model, release: release.release });
  const line = lines.find((each) => /^\s*Model:/i.test(each)) ?? '';
  return [
    { kind: 'system', subject: name, values, status: null, line: line.trim() },
    softwareReading(name, 'Junos', release.release, release.line),
  ];
}

/** `show version` of Junos: every member of a virtual chassis or cluster answers for itself. */
export function parseVersion(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const node of answer.nodes) {
    const own = readingsOf(node);
    if (own === undefined) {
      const isOther = !node.lines.some((line) => /^\s*(?:Hostname|Model):/i.test(line)) && node.lines.length > 0;
      return isOther ? unreadable('not-understood', node.lines[0]) : unreadable('cut', lastLine(text));
    }
    readings.push(...own);
  }
  return answerOf(readings, lastLine(text));
}
