import { cleanText, isNoise } from './table';

/** The rest of a row: it begins with the separator, or far to the right. */
const rest = /^(?:\s*[:=]\s|\s{8,}\S)/;

/**
 * The rest of a row that a console message broke in two: it stands behind the message. Its first half may look like a
 * line of its own, so the value would be lost without a word. Undefined when there is none.
 */
export function brokenRow(text: string): string | undefined {
  const { lines } = cleanText(text);
  return lines
    .find((line, index) => index > 0 && isNoise(lines[index - 1] ?? '') && !isNoise(line) && rest.test(line))
    ?.trim();
}
