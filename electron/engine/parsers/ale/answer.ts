import type { Parsed } from '../../platforms/platform';
import { cleanText } from '../../text/table';

/** The device's own word that it has no such part or command: an answer, not a refusal. */
export const notSupported = /^\s*ERROR:\s*Command is not supported on this platform\b/i;

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
