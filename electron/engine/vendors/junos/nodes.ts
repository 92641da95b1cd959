import { isDrawn } from '../../text/answer-lines';
import { isNoise, type Unreadable } from '../../text/table';
import { isLogLine, plainLines, unreadable } from '../values';

/** What one member of a cluster or virtual chassis answered; `name` is empty where there is only one. */
export type NodeAnswer = { readonly name: string; readonly lines: readonly string[] };

// `{master:0}`, `{primary:node0}` stand before a prompt and are no output.
const roleLine = /^\{[\w:-]+\}$/;
const nodeLine = /^((?:fpc|node|member|re|lcc|sfc|localre)\d*):$/i;

/**
 * Splits an answer by its members: `fpc0:` or `node0:` above a line of dashes. Log lines are dropped, unless the rows of
 * the answer begin with a date themselves.
 */
export function nodeAnswers(
  text: string,
  rows: 'plain' | 'dated' = 'plain',
): { readonly kind: 'nodes'; readonly nodes: readonly NodeAnswer[] } | Unreadable {
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const isLog = (line: string): boolean => rows === 'plain' && isLogLine(line);
  const lines = answer.lines.filter((line) => !roleLine.test(line.trim()) && !isLog(line));
  const nodes: { name: string; lines: string[] }[] = [{ name: '', lines: [] }];
  const below = linesBelow(lines);
  for (const [index, line] of lines.entries()) {
    const name = nodeLine.exec(line.trim())?.[1];
    if (name !== undefined && isDrawn(below[index] ?? '---')) nodes.push({ name, lines: [] });
    else if (!isDrawn(line)) nodes.at(-1)?.lines.push(line);
  }
  const [before, ...named] = nodes;
  // A cluster of firewalls has two nodes, a virtual chassis of routers two members: an answer of one lost the other.
  const [only] = named;
  if (only !== undefined && named.length === 1 && /^(?:node|member)\d$/i.test(only.name))
    return unreadable('cut', lines.at(-1));
  return { kind: 'nodes', nodes: named.length > 0 || before === undefined ? named : [before] };
}

/** For each line the next one below it that the device did not write on its own accord. */
function linesBelow(lines: readonly string[]): readonly (string | undefined)[] {
  let next: string | undefined;
  return lines
    .toReversed()
    .map((line) => {
      const below = next;
      if (!isLogLine(line) && !isNoise(line)) next = line;
      return below;
    })
    .toReversed();
}

/** A part's name with its member before it: `fpc0/FPC 0 Fan 1`. */
export function partOf(node: string, part: string): string {
  if (node === '') return part;
  return part === '' ? node : `${node}/${part}`;
}
