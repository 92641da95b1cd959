import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, durationSeconds, isDrawn, percentOf } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';
import { answerOf, loadValues, softwareReading, systemValues, unreadable, uptimeReading } from '../values';

type Fields = ReadonlyMap<string, Field>;

/** Fields by label; the first line that is no field, or says another thing than a line before it, spoils them. */
function fieldsOf(lines: readonly string[]): Fields | { readonly strange: string } {
  const fields = new Map<string, Field>();
  for (const line of lines) {
    const field = readField(line, ':');
    if (field === undefined) return { strange: line };
    const before = fields.get(field.label);
    if (before !== undefined && before.value !== field.value) return { strange: line };
    fields.set(field.label, field);
  }
  return fields;
}

const underMinute = 'under a minute';

/** `2 weeks, 22 hours under a minute`, where a comma may be missing; seconds. */
function uptimeOf(words: string): number | undefined {
  const whole = words.endsWith(underMinute) ? words.slice(0, -underMinute.length).trimEnd().replace(/,$/, '') : words;
  const counted = whole.replace(/([a-z])\s+(?=\d)/g, '$1, ');
  return counted === '' && words !== '' ? 0 : durationSeconds(counted);
}

const loads = { cpu: 'CPU Util (%)', minute: 'CPU Util (% avg 1 min)', memory: 'Memory Usage (%)' } as const;

function loadReadings(fields: Fields): readonly AnyReading[] | Field | undefined {
  const [cpu, minute, memory] = [fields.get(loads.cpu), fields.get(loads.minute), fields.get(loads.memory)];
  if (cpu === undefined || memory === undefined) return undefined;
  const [now, used] = [percentOf(cpu.value), percentOf(memory.value)];
  const average = minute === undefined ? null : percentOf(minute.value);
  if (now === undefined) return cpu;
  if (average === undefined) return minute;
  if (used === undefined) return memory;
  return [
    { kind: 'cpu', subject: '', values: loadValues(now, average), status: null, line: cpu.line },
    { kind: 'memory', subject: '', values: loadValues(used), status: null, line: memory.line },
  ];
}

/** `show system`: identity, uptime, CPU and memory; the memory is its last line. */
export function parseSystem(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const start = answer.lines.findIndex((line) => /^\s*Hostname\s*:/.test(line));
  if (start < 0) return unreadable('not-understood', answer.lines[0]);
  const fields = fieldsOf(answer.lines.slice(start));
  if ('strange' in fields) return unreadable('not-understood', fields.strange);
  const release = fields.get('ArubaOS-CX Version') ?? fields.get('AOS-CX Version');
  const [model, up] = [fields.get('Product Name'), fields.get('Up Time')];
  const load = loadReadings(fields);
  if (release === undefined || model === undefined || up === undefined || load === undefined) {
    return unreadable('cut', lastLine(text));
  }
  const seconds = uptimeOf(up.value);
  if (seconds === undefined) return unreadable('not-understood', up.line);
  if ('label' in load) return unreadable('not-understood', load.line);
  const said = (label: string): string | null => fields.get(label)?.value || null;
  const identity = systemValues({
    name: said('Hostname'),
    model: model.value,
    release: release.value,
    description: said('System Description'),
    contact: said('System Contact'),
    location: said('System Location'),
  });
  return answerOf(
    [
      { kind: 'system', subject: '', values: identity, status: null, line: model.line },
      uptimeReading(seconds, up.line),
      ...load,
    ],
    up.line,
  );
}

const product = /^\s*(?:Aruba|A)OS-CX$/;

/** `show version`: the release that runs; the version of the BIOS is its last line. */
export function parseVersion(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => product.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  const body = lines.slice(start + 1).filter((line) => !isDrawn(line) && !/^\s*\(c\) Copyright\b/i.test(line));
  const fields = fieldsOf(body);
  if ('strange' in fields) return unreadable('not-understood', fields.strange);
  const release = fields.get('Version');
  if (release === undefined || !fields.has('BIOS Version')) return unreadable('cut', lastLine(text));
  if (!/^[A-Z]{2}\.\d+(?:\.\d+)+\S*$/.test(release.value)) return unreadable('not-understood', release.line);
  return answerOf([softwareReading('', 'AOS-CX', release.value, release.line)], release.line);
}
