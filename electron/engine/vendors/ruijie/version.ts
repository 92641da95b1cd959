import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';
import { answerOf, secondsOf, softwareReading, systemValues, unreadable, uptimeReading } from '../values';

const slotLine = /^\s+(Slot\s+[^:\s]+(?:\s+[^:\s]+)*)\s*:\s*(\S.*)$/i;

type Block = { readonly name: string; readonly fields: Map<string, Field> };

function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [{ name: '', fields: new Map() }];
  for (const line of lines) {
    const slot = slotLine.exec(line);
    const field = readField(line, ':');
    if (slot !== null) blocks.push({ name: slot[1] ?? '', fields: new Map() });
    else if (field !== undefined) blocks.at(-1)?.fields.set(field.label.toLowerCase(), field);
  }
  return blocks;
}

/** `313:22:34:30` is days, hours, minutes and seconds. */
function uptimeOf(value: string): number | undefined {
  const match = /^(\d+):(\d{1,2}):(\d{1,2}):(\d{1,2})$/.exec(value);
  return match === null ? undefined : secondsOf(match[1], match[2], match[3], match[4]);
}

/** `show version` of RGOS: identity, uptime, and the release of the box and of every module. */
export function parseVersion(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const [system, ...slots] = blocksOf(lines);
  const description = system?.fields.get('system description');
  const uptime = system?.fields.get('system uptime');
  const release = system?.fields.get('system software version');
  if (description === undefined) return unreadable('not-understood', lines[0]);
  if (uptime === undefined || release === undefined) return unreadable('cut', lastLine(text));
  const seconds = uptimeOf(uptime.value);
  if (seconds === undefined) return unreadable('not-understood', uptime.line);
  const lists = system?.fields.has('module information') === true;
  if (lists && slots.length === 0) return unreadable('cut', lastLine(text));
  const short = slots.find(({ fields }) => !fields.has('software version') || !fields.has('serial number'));
  if (short !== undefined) return unreadable('cut', lastLine(text));

  const identity = systemValues({
    model: /\(([^()\s]+)(?:\s[^()]*)?\)/.exec(description.value)?.[1] ?? null,
    release: release.value,
    description: description.value,
  });
  const modules = slots.flatMap(({ name, fields }): readonly AnyReading[] => {
    const own = fields.get('software version');
    return own === undefined ? [] : [softwareReading(name, 'RGOS', own.value, own.line)];
  });
  const readings: readonly AnyReading[] = [
    { kind: 'system', subject: '', values: identity, status: null, line: description.line },
    uptimeReading(seconds, uptime.line),
    softwareReading('', 'RGOS', release.value, release.line),
    ...modules,
  ];
  return answerOf(readings, lines.at(-1));
}
