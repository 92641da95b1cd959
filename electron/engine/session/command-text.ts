import type { CommandEnd } from '../../../shared/model/run';
import type { SessionTraits } from '../platforms/platform';
import { decodeOutput, type Encoding } from './decode';
import { withoutPagers } from './pager';
import { trailingPrompts } from './prompt';
import { drawLines } from './terminal-line';

/** A refusal stands among the first lines with text; further down the same words are output. */
const refusalLines = 5;

/** How console messages begin: a time stamp, or the mnemonic of IOS and its relatives. */
const consoleMessage =
  /^[*.]?(?:(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} {1,2}\d{1,2} |\d{4}[-/]\d{2}[-/]\d{2}[ T])\S*\d{2}:\d{2}:\d{2}|^[%#][\w@%]+[-/ :]/;

export type CommandTextParts = {
  readonly prompt: string;
  readonly traits: SessionTraits;
  /** Pager questions that were answered. */
  readonly asked: readonly string[];
  /** Empty lines sent since the command. */
  readonly emptyLines: number;
};

/**
 * Makes the output's text out of the bytes behind the echo: drawn as on a screen, without pager, prompt and noise.
 * A complete output in which the device says no near the start becomes `refused`.
 */
export function commandText(
  bytes: Uint8Array,
  { prompt, traits, asked, emptyLines }: CommandTextParts,
  end: CommandEnd,
): { readonly text: string; readonly end: CommandEnd; readonly encoding: Encoding } {
  const { text: raw, encoding } = decodeOutput(bytes);
  const drawn = drawLines(raw);
  const prompts = trailingPrompts(drawn, prompt);
  const isWhole = prompts.count > 0;
  const output = drawn.slice(0, prompts.firstLine);
  const own = isWhole && prompts.count <= emptyLines ? beforeConsoleMessages(output, prompt) : output;
  const shown = asked.length > 0 ? withoutPagers(own, asked) : own;
  const kept = shown.filter((line) => !traits.noise.some((noise) => noise.test(line)));
  const text = isWhole ? kept.map((line) => `${line}\n`).join('') : kept.join('\n');
  return { text, encoding, end: end === 'complete' && isRefused(kept, traits.refusals) ? 'refused' : end };
}

/**
 * The prompts at the end are all answers to our empty lines, so the command's own prompt stands further up. What
 * follows it is left out when it is a console message; anything else stays, since text is never thrown away on a guess.
 */
function beforeConsoleMessages(lines: readonly string[], prompt: string): readonly string[] {
  const at = lines.lastIndexOf(prompt);
  const next = at < 0 ? undefined : lines.slice(at + 1).find((line) => line.trim() !== '');
  return next !== undefined && consoleMessage.test(next) ? lines.slice(0, at) : lines;
}

function isRefused(lines: readonly string[], refusals: readonly RegExp[]): boolean {
  const first = lines.filter((line) => line.trim() !== '').slice(0, refusalLines);
  return first.some((line) => refusals.some((refusal) => refusal.test(line)));
}
