import { decodeOutput } from './decode';
import type { Tape } from './tape';
import { drawLine } from './terminal-line';

/** Letters that may stand before a scrolled echo on its line; more is other text. */
const maxScrolledLength = 300;
/** An echo that scrolls sideways shows at least this much of the command's end, letters without blanks. */
const shownEndLength = 12;

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** What a line may be read as: as drawn, and with the soft wraps (blank, CR) that some line editors write. */
function readings(raw: string): string[] {
  const drawn = squeezed(drawLine(raw));
  if (!/[\r\b]/.test(raw.replace(/(?<!\r)\r+$/, ''))) return [drawn];
  const unwrapped = raw.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '').replace(/[\u0000-\u001f\u007f]/g, '');
  return [drawn, squeezed(unwrapped)];
}

function isEchoOf(seen: string, command: string, prompt: string, isFirst: boolean): boolean {
  if (seen === prompt + command) return true;
  if (!isFirst) return false;
  if (seen === command) return true;
  const end = command.slice(-shownEndLength);
  return command.length > shownEndLength && seen.length >= end.length && seen.endsWith(end);
}

type Start = { readonly texts: readonly string[]; readonly isFirst: boolean };

/**
 * Looks for the echo of a command: the rest of the prompt's own line, or a later line that begins with the prompt
 * (text that came late stands before it). Blanks do not count, so an echo that the device wraps at its own width is
 * found as well.
 *
 * @param from offset on the tape where the command was sent
 * @returns offset just behind the echo's line end; undefined while it has not come
 */
export function echoEnd(tape: Tape, from: number, command: string, prompt: string): number | undefined {
  const wanted = squeezed(command);
  const mark = squeezed(prompt);
  let starts: Start[] = [];
  for (let at = from, end = tape.lineEnd(at); end !== undefined; at = end, end = tape.lineEnd(at)) {
    const texts = readings(decodeOutput(tape.bytes(at, end - 1)).text);
    starts.push({ texts: [''], isFirst: at === from });
    starts = starts
      .map((start) => ({
        ...start,
        texts: start.texts.flatMap((before) => texts.map((text) => before + text)).slice(0, 8),
      }))
      .filter(({ texts: joined, isFirst }) => isFirst || joined.some((seen) => (mark + wanted).startsWith(seen)));
    if (starts.some((start) => start.texts.some((seen) => isEchoOf(seen, wanted, mark, start.isFirst)))) return end;
    const first = starts[0];
    if (first?.isFirst && first.texts.every((seen) => seen.length > wanted.length + maxScrolledLength)) starts.shift();
  }
  return undefined;
}
