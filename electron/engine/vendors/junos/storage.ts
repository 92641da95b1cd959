import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { fileSystemOf } from '../dialects/unix/file-systems';
import { answerOf, unreadable } from '../values';
import { nodeAnswers, partOf } from './nodes';

// Memory disks and mounted images are full by design.
const isDisk = /^\/dev\/(?!md\d|loop)/;

/** `show system storage` of Junos: room on the disks, not on memory disks and images. */
export function parseStorage(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const { name, lines } of answer.nodes) {
    const start = lines.findIndex((line) =>
      /^\s*Filesystem\s+Size\s+Used\s+Avail\s+Capacity\s+Mounted on$/i.test(line),
    );
    if (start < 0) return unreadable(readings.length > 0 ? 'cut' : 'not-understood', lines[0] ?? lastLine(text));
    if (start === lines.length - 1) return unreadable('no-row', lines[start]);
    for (const line of lines.slice(start + 1)) {
      const system = fileSystemOf(line);
      if (system === undefined) return unreadable(line === lines.at(-1) ? 'cut' : 'not-understood', line);
      if (!isDisk.test(system.device)) continue;
      const { freeBytes, totalBytes } = system;
      const subject = partOf(name, system.mount);
      readings.push({ kind: 'flash', subject, values: { freeBytes, totalBytes }, status: null, line: line.trim() });
    }
  }
  return answerOf(readings, lastLine(text));
}
