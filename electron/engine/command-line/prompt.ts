/** Pure rules about prompts: what may be one, and whether the learned one stands at the end. */

const maxPromptLength = 200;

/** True for a line that could be a prompt: only a reason to ask the device again, never proof. */
export function looksLikePrompt(line: string, hint?: RegExp): boolean {
  if (line.trim() === '' || line.length > maxPromptLength) return false;
  return /[>#$%\]:)】＞]\s?$/.test(line) || (hint?.test(line) ?? false);
}

/** A line of its own above each prompt: the role of a Junos member, `{master:0}`. */
const roleLine = /^\{[\w:.-]{1,40}\}$/;

const isEmpty = (line: string): boolean => line.trim() === '' || roleLine.test(line.trim());

/**
 * How often `prompt` stands in `line` with nothing else: 2 when an empty line was answered on the same line. Blanks
 * behind it are what was typed for a pager that was none: the device shows them at its prompt.
 */
function repeats(line: string, prompt: string): number {
  if (prompt === '') return 0;
  if (line.startsWith(prompt) && line.slice(prompt.length).trim() === '') return 1;
  if (line.length % prompt.length !== 0) return 0;
  const times = line.length / prompt.length;
  return times <= 8 && line === prompt.repeat(times) ? times : 0;
}

/** Where the prompts at the end of an output begin, and how many there are. */
export type TrailingPrompts = {
  readonly count: number;
  /** Index of the first line that belongs to them; the number of lines when there is none. */
  readonly firstLine: number;
  /** True when a line that is none stands above them: no line further up could change the count. */
  readonly isBounded: boolean;
};

/**
 * Counts the exact prompts at the very end, each at the start of a line, blank lines between them allowed. A role that
 * stands above the first one belongs to it.
 * `lines` is what stands on the screen; the last entry is the line with the cursor.
 */
export function trailingPrompts(lines: readonly string[], prompt: string): TrailingPrompts {
  let count = 0;
  let firstLine = lines.length;
  let isBounded = false;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? '';
    const found = repeats(line, prompt);
    if (found === 0 && (count === 0 || !isEmpty(line))) {
      // The first line may be the rest of a longer one.
      isBounded = at > 0;
      break;
    }
    count += found;
    if (found > 0) firstLine = roleLine.test(lines[at - 1] ?? '') ? at - 1 : at;
  }
  return { count, firstLine, isBounded };
}

/**
 * The learned prompt: the line with the cursor, when the same line stands right before it (empty lines between do
 * not count). Undefined until the device has said it twice.
 */
export function repeatedPrompt(lines: readonly string[]): string | undefined {
  const last = lines.at(-1) ?? '';
  if (last.trim() === '' || last.length > 2 * maxPromptLength) return undefined;
  const before = lines.slice(0, -1).findLast((line) => !isEmpty(line));
  if (before === last) return last;
  const half = last.slice(0, last.length / 2);
  return half.length >= 3 && half + half === last && looksLikePrompt(half) ? half : undefined;
}
