import type { Parsed } from '../../platform';
import { brokenText, cleanText, isNoise, isPromptLike, type Unreadable } from '../../../text/table';

/** The lines of a whole answer, without blank lines, console messages and the prompt behind it. */
export type Body = { readonly kind: 'body'; readonly lines: readonly string[] };

/** `Jun 19 03:02:31: %LINK-3-UPDOWN: …`, with or without number, stamp or host before it; group 1 is the severity. */
export const logLine = /%[A-Z][A-Z0-9_]*(?:-[A-Z0-9_]+)*-([0-7])-[A-Z0-9_]+:/;

/**
 * An answer as lines, or why it may not be read. Tabs become two blanks, so that columns stay apart.
 *
 * @param end a last line that is whole although its line end is missing
 */
export function bodyOf(text: string, end?: RegExp): Body | Unreadable {
  const clean = cleanText(text);
  const isWhole = end?.test(clean.lines.at(-1) ?? '') === true;
  const broken = isWhole ? undefined : brokenText(clean);
  if (broken !== undefined) return broken;
  const lines = clean.lines.filter((line) => line.trim() !== '' && !isNoise(line) && !logLine.test(line));
  const last = lines.at(-1);
  // `SW  PID  Serial#`, `  Load-Interval #`: lines that stopped at a hash; prompts begin at the margin, without gaps.
  if (!isWhole && !clean.endsInLineEnd && /^\s|\S\s{2,}\S/.test(last ?? '')) return unreadable('cut', last);
  const whole = last !== undefined && isPromptLike(last) ? lines.slice(0, -1) : lines;
  return { kind: 'body', lines: whole.map((line) => line.replaceAll('\t', '  ')) };
}

/** Nothing may be judged, for this reason, shown by this line. */
export function unreadable(reason: Unreadable['reason'], line: string | undefined): Unreadable {
  return { kind: 'unreadable', reason, line: (line ?? '').trim() };
}

/** Reads an answer line by line through `read`; a text that is not whole never reaches it. */
export function withBody(read: (lines: readonly string[]) => Parsed, end?: RegExp): (text: string) => Parsed {
  return (text) => {
    const body = bodyOf(text, end);
    return body.kind === 'unreadable' ? body : read(body.lines);
  };
}

/** Fields of a row whose columns stand at least two blanks apart. */
export function columnsOf(line: string): readonly string[] {
  return line
    .trim()
    .split(/\s{2,}/)
    .filter((cell) => cell !== '');
}
