import type { Parsed } from '../platform';
import { answerLines, durationSeconds } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';
import { answerOf, softwareReading, systemValues, unreadable, uptimeReading } from '../values';

const title = /^\s*(\S+) Version Information$/;
const uptimeLine = /^\s*System Uptime is (\d.*)$/;

/** `show version`: model, release and, in its last line, the uptime. */
export function parseVersion(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => title.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  const fields = new Map<string, Field>();
  let up: string | undefined;
  for (const line of lines.slice(start + 1)) {
    const field = readField(line, ':');
    const before = field && fields.get(field.label);
    if (up === undefined && uptimeLine.test(line)) up = line;
    else if (field === undefined || (before !== undefined && before.value !== field.value)) {
      return unreadable('not-understood', line);
    } else fields.set(field.label, field);
  }
  const release = fields.get('Software Version');
  if (release === undefined || up === undefined) return unreadable('cut', lastLine(text));
  const seconds = durationSeconds((uptimeLine.exec(up)?.[1] ?? '').replace(/([a-z]),?\s+(?=\d)/g, '$1, '));
  if (seconds === undefined || release.value === '') {
    return unreadable('not-understood', release.value === '' ? release.line : up);
  }
  const model = title.exec(lines[start] ?? '')?.[1] ?? null;
  const values = systemValues({ model, release: release.value });
  return answerOf(
    [
      { kind: 'system', subject: '', values, status: null, line: (lines[start] ?? '').trim() },
      softwareReading('', 'MyPower', release.value, release.line),
      uptimeReading(seconds, up),
    ],
    up,
  );
}
