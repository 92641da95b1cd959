import type { CommandEnd } from '../../../shared/model/run';
import type { SessionTraits } from '../session/traits';
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
  const isOwnMissing = isWhole && prompts.count <= emptyLines;
  const own = isWhole ? beforeOwnPrompt(output, prompt, isOwnMissing) : { lines: output, endsInLineEnd: false };
  const shown = asked.length > 0 ? withoutPagers(own.lines, asked) : own.lines;
  const kept = shown.filter((line) => !traits.noise.some((noise) => noise.test(line)));
  const text = kept.join('\n') + (own.endsInLineEnd && kept.length > 0 ? '\n' : '');
  return { text, encoding, end: end === 'complete' && isRefused(kept, traits.refusals) ? 'refused' : end };
}

type Lines = { readonly lines: readonly string[]; readonly endsInLineEnd: boolean };

/** True for a prompt with a console message right behind it: the device wrote it while it waited for a command. */
export function isPromptWithMessage(line: string, prompt: string): boolean {
  return prompt !== '' && line.startsWith(prompt) && consoleMessage.test(line.slice(prompt.length).trimStart());
}

/**
 * The command's own prompt may stand further up, with nothing but console messages behind it. When all prompts at the
 * end are answers to our empty lines (`isOwnMissing`) it must: then one message behind it is enough, or it is glued to
 * an answer without line end. Anything else stays, since text is never thrown away on a guess.
 */
function beforeOwnPrompt(lines: readonly string[], prompt: string, isOwnMissing: boolean): Lines {
  const isMessage = (line: string): boolean => line.trim() === '' || consoleMessage.test(line);
  const isPrompt = (line: string): boolean => line === prompt || isPromptWithMessage(line, prompt);
  let own = lines.length;
  for (let at = lines.length - 1; at >= 0 && (isMessage(lines[at] ?? '') || isPrompt(lines[at] ?? '')); at -= 1) {
    if (isPrompt(lines[at] ?? '')) own = at;
  }
  if (own < lines.length || !isOwnMissing) return { lines: lines.slice(0, own), endsInLineEnd: true };
  const at = lines.findLastIndex(isPrompt);
  const next = at < 0 ? undefined : lines.slice(at + 1).find((line) => line.trim() !== '');
  if (next !== undefined && consoleMessage.test(next)) return { lines: lines.slice(0, at), endsInLineEnd: true };
  const last = lines.at(-1) ?? '';
  if (prompt === '' || !last.endsWith(prompt)) return { lines, endsInLineEnd: true };
  return { lines: [...lines.slice(0, -1), last.slice(0, -prompt.length)], endsInLineEnd: false };
}

function isRefused(lines: readonly string[], refusals: readonly RegExp[]): boolean {
  let seen = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    if (refusals.some((refusal) => refusal.test(line))) return true;
    seen += 1;
    if (seen === refusalLines) break;
  }
  return false;
}
