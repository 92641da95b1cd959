import type { FindingReason } from '../../../shared/model/finding';
import type { AnyReading, AnyStated } from '../../../shared/model/reading';
import type { CommandEnd } from '../../../shared/model/run';
import { vocabulary } from '../vendors/vocabulary';
import type { Platform, PlatformCommand } from '../vendors/platform';
import { brokenRow } from '../text/broken-row';
import { contradiction } from '../text/contradiction';
import { cleanText, lastLine } from '../text/table';
import { findCommand } from './platform-lookup';

/** One command's answer, as far as judging needs it. */
export type JudgedOutput = {
  readonly command: string;
  readonly text: string;
  readonly end: CommandEnd;
  /** Product error code of what cut it; undefined when nothing did. */
  readonly code: string | undefined;
  /** When the answer had come, epoch milliseconds on our side; absent where nobody knows. */
  readonly at?: number | undefined;
};

/** Why an output cannot be judged. */
export type NoReading = {
  readonly kind: 'none';
  readonly reason: FindingReason;
  readonly line: string;
  readonly code: string | null;
};

/** What one output says. `evidence` is kept and shown, and has no part in the verdict. */
export type OutputReading =
  | { readonly kind: 'readings'; readonly readings: readonly AnyStated[] }
  | { readonly kind: 'absent'; readonly line: string }
  | { readonly kind: 'evidence' }
  | NoReading;

/** The line by which the device refused; looked for where refusals stand, at the start of the answer. */
function refusalLine(platform: Platform | undefined, text: string): string | undefined {
  if (platform === undefined) return undefined;
  return cleanText(text)
    .lines.filter((line) => line.trim() !== '')
    .slice(0, 3)
    .find((line) => platform.traits.refusals.some((refusal) => refusal.test(line)))
    ?.trim();
}

const noWords = vocabulary({});

/** A line for which readings may not be judged, although they were read. */
function unsound(text: string, readings: readonly AnyReading[]): string | undefined {
  // Lines of a log begin with a time, which is no label.
  const labelled = readings.filter(({ kind }) => kind !== 'log');
  return brokenRow(text) ?? contradiction(text, new Set(labelled.map(({ line }) => line)));
}

/** Parses one saved or fresh text by a platform's entry; a text without an entry is evidence. */
export function readText(
  platform: Platform | undefined,
  entry: PlatformCommand | undefined,
  text: string,
): OutputReading {
  const refused = refusalLine(platform, text);
  if (refused !== undefined) return { kind: 'none', reason: 'refused', line: refused, code: null };
  if (entry?.parse === undefined) return { kind: 'evidence' };
  const parsed = entry.parse(text);
  const broken = parsed.kind === 'readings' ? unsound(text, parsed.readings) : undefined;
  if (broken !== undefined) return { kind: 'none', reason: 'not-understood', line: broken, code: null };
  if (parsed.kind === 'unreadable') return { kind: 'none', reason: parsed.reason, line: parsed.line, code: null };
  if (parsed.kind === 'absent') return parsed;
  return { kind: 'readings', readings: parsed.readings.map(platform?.vocabulary ?? noWords) };
}

const reasons = { partial: 'cut', refused: 'refused', unknown: 'not-read' } as const satisfies Record<
  Exclude<CommandEnd, 'complete'>,
  FindingReason
>;

/** What a command's output says, given how the command ended: only a complete one is read. */
export function readOutput(platform: Platform | undefined, { command, text, end, code }: JudgedOutput): OutputReading {
  if (end !== 'complete') {
    const line = (end === 'refused' ? refusalLine(platform, text) : undefined) ?? lastLine(text);
    return { kind: 'none', reason: reasons[end], line, code: code ?? null };
  }
  const entry = platform === undefined ? undefined : findCommand(platform, command);
  // The session saw the prompt behind it: the last line is whole although its line end may be missing.
  return readText(platform, entry, text === '' || text.endsWith('\n') ? text : `${text}\n`);
}
