import type { Parsed } from '../platform';
import { cleanText, isNoise, isPromptLike, isRuler, type Unreadable } from '../../text/table';

/** The device's own word that it has no such part or command: an answer, not a refusal. */
const notSupported = /^\s*ERROR:\s*Command is not supported on this platform\b/i;

/** Every other `ERROR:` line is a refusal. */
export const refusal = /^\s*ERROR:(?!\s*Command is not supported on this platform\b)/i;

/** Puts the device's own "I have none" before a parser: it needs no table. */
export function unlessAbsent(parse: (text: string) => Parsed): (text: string) => Parsed {
  return (text) => {
    const lines = cleanText(text).lines.filter((line) => line.trim() !== '');
    const sentence = lines.slice(0, 3).find((line) => notSupported.test(line));
    return sentence === undefined ? parse(text) : { kind: 'absent', line: sentence.trim() };
  };
}

/**
 * A table that a switch without such parts prints: the heading with its ruler, and nothing below. Whether the rows were
 * cut off, only the session knows that read it; here it is "none", which makes nothing 正常.
 */
export function emptyTable(text: string, heading: RegExp, unread: Unreadable): Parsed {
  if (unread.reason !== 'no-row') return unread;
  const lines = cleanText(text).lines.filter((line) => line.trim() !== '' && !isNoise(line) && !isPromptLike(line));
  const title = lines.find((line) => heading.test(line));
  return title !== undefined && isRuler(lines.at(-1) ?? '') ? { kind: 'absent', line: title.trim() } : unread;
}
