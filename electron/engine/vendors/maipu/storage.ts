import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, unreadable } from '../values';

const labels = {
  sectors: /^\s*- total number of sectors:\s*([\d,]+)$/,
  size: /^\s*- bytes per sector:\s*([\d,]+)$/,
  free: /^\s*- free space on volume:\s*([\d,]+) bytes\s*\(.*\)$/,
} as const;

/** `show filesystem`: room on the flash; the free space is its last line. */
export function parseFileSystem(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  if (!lines.some((line) => /^\s*current volume configuration:$/.test(line))) {
    return unreadable('not-understood', lines[0]);
  }
  const [sectors = [], size = [], free = []] = Object.values(labels).map((label) =>
    lines.flatMap((line) => label.exec(line)?.[1]?.replaceAll(',', '') ?? []).map(Number),
  );
  if (sectors.length === 0 || size.length === 0 || free.length === 0) return unreadable('cut', lastLine(text));
  const [totalBytes, freeBytes] = [(sectors[0] ?? NaN) * (size[0] ?? NaN), free[0] ?? NaN];
  // A second volume, or a row twice: nobody knows which room is meant.
  const isOne = [sectors, size, free].every((found) => new Set(found).size === 1);
  if (!isOne || !(totalBytes > 0) || !(freeBytes <= totalBytes)) return unreadable('not-understood', lastLine(text));
  const line = lines.findLast((each) => labels.free.test(each)) ?? '';
  return answerOf(
    [{ kind: 'flash', subject: '', values: { freeBytes, totalBytes }, status: null, line: line.trim() }],
    line,
  );
}
