import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import {
  brokenText,
  cleanText,
  firstLine,
  isNoise,
  isPromptLike,
  lastLine,
  readField,
  type Field,
} from '../../text/table';
import { clockOf } from './system';

/** AOS 6 has no line for the state: an update within this time shows that the client follows its server. */
const freshSeconds = 86_400;

/** The line that shows whether the clock follows a server, and what it says. */
function stateOf(
  fields: ReadonlyMap<string, Field>,
): { readonly field: Field; readonly isInStep: boolean } | undefined {
  const mode = fields.get('client mode');
  if (mode === undefined) return undefined;
  if (!/^enabled$/i.test(mode.value)) return { field: mode, isInStep: false };
  const status = fields.get('clock status');
  if (status !== undefined) return { field: status, isInStep: /^synchronized$/i.test(status.value) };
  const update = fields.get('last ntp update');
  if (update === undefined) return undefined;
  const now = clockOf(fields.get('current time')?.value ?? '').epochSeconds;
  const then = clockOf(update.value).epochSeconds;
  return { field: update, isInStep: now !== null && then !== null && Math.abs(now - then) <= freshSeconds };
}

/** `show ntp client`: whether the clock follows a server, and the clock. Only the last line has no comma. */
export function parseNtpClient(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  // Times hold no log line here: the lines begin with a label.
  const lines = clean.lines.filter((line) => line.trim() !== '' && !isNoise(line));
  const said = lines.flatMap((line) => readField(line, ':') ?? []);
  const fields = new Map(said.map((field) => [field.label.toLowerCase(), field]));
  const time = fields.get('current time');
  if (time === undefined) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const state = stateOf(fields);
  const last = lines.findLast((line) => !isPromptLike(line)) ?? '';
  if (state === undefined || last.endsWith(',')) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };

  const { field, isInStep } = state;
  const readings: readonly AnyReading[] = [
    {
      kind: 'clock',
      subject: '',
      values: { epochSeconds: null, utcOffsetMinutes: null, synchronised: isInStep ? 1 : 0 },
      status: field.value,
      line: field.line,
    },
    {
      kind: 'clock',
      subject: time.label,
      values: { ...clockOf(time.value), synchronised: null },
      status: null,
      line: time.line,
    },
  ];
  return { kind: 'readings', readings };
}
