import type { CommandEnd } from '../../../shared/model/run';
import type { SessionTraits } from '../platforms/platform';
import { decodeOutput } from './decode';
import { withoutPagers } from './pager';
import { trailingPrompts } from './prompt';
import { drawLines } from './terminal-line';

/** A refusal stands among the first lines with text; further down the same words are output. */
const refusalLines = 5;

/**
 * Makes the output's text out of the bytes behind the echo: drawn as on a screen, without pager, prompt and noise.
 * A complete output in which the device says no near the start becomes `refused`.
 *
 * @param asked pager questions that were answered
 */
export function commandText(
  bytes: Uint8Array,
  prompt: string,
  traits: SessionTraits,
  asked: readonly string[],
  end: CommandEnd,
): { readonly text: string; readonly end: CommandEnd } {
  const drawn = drawLines(decodeOutput(bytes).text);
  const prompts = trailingPrompts(drawn, prompt);
  const isWhole = prompts.count > 0;
  const lines = drawn.slice(0, prompts.firstLine);
  const shown = asked.length > 0 ? withoutPagers(lines, asked) : lines;
  const kept = shown.filter((line) => !traits.noise.some((noise) => noise.test(line)));
  const text = isWhole ? kept.map((line) => `${line}\n`).join('') : kept.join('\n');
  return { text, end: end === 'complete' && isRefused(kept, traits.refusals) ? 'refused' : end };
}

function isRefused(lines: readonly string[], refusals: readonly RegExp[]): boolean {
  const first = lines.filter((line) => line.trim() !== '').slice(0, refusalLines);
  return first.some((line) => refusals.some((refusal) => refusal.test(line)));
}
