import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';
import { answerOf, secondsOf, softwareReading, systemValues, unreadable, uptimeReading } from '../values';

/** `2 days, 2:38:49`; under a day only the time. */
function uptimeOf(value: string): number | undefined {
  const match = /^(?:(\d+) days?, )?(\d{1,2}):(\d\d):(\d\d)$/.exec(value);
  return match === null ? undefined : secondsOf(match[1], match[2], match[3], match[4]);
}

/** `show system info` of PAN-OS. `operational-mode` stands near its end: without it the answer was cut. */
export function parseSystemInfo(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const fields = new Map<string, Field>();
  for (const line of answer.lines) {
    const field = readField(line, ':');
    if (field !== undefined) fields.set(field.label.toLowerCase(), field);
  }
  const name = fields.get('hostname');
  const uptime = fields.get('uptime');
  const model = fields.get('model');
  const release = fields.get('sw-version');
  if (name === undefined) return unreadable('not-understood', answer.lines[0]);
  if (uptime === undefined || model === undefined || release === undefined || !fields.has('operational-mode')) {
    return unreadable('cut', lastLine(text));
  }
  const seconds = uptimeOf(uptime.value);
  if (seconds === undefined) return unreadable('not-understood', uptime.line);
  const serial = fields.get('serial')?.value ?? '';
  const identity = systemValues({
    name: name.value,
    model: model.value,
    release: release.value,
    description: `${model.value} ${serial}`.trim(),
  });
  return answerOf(
    [
      { kind: 'system', subject: '', values: identity, status: null, line: model.line },
      uptimeReading(seconds, uptime.line),
      softwareReading('', 'PAN-OS', release.value, release.line),
    ],
    release.line,
  );
}
