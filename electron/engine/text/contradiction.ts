import { cleanText, isNoise } from './table';

/** A label as devices print one: words without a gap before a colon or an equals sign, or before the only gap. */
const marked = /^\s*([A-Za-z][^\s:=]*(?: [^\s:=]+)*)\s*[:=]\s*\S/;
const apart = /^\s*([A-Za-z]\S*(?: \S+)*)\s{2,}\S+(?: \S+)*$/;

const labelOf = (line: string): string | undefined => (marked.exec(line) ?? apart.exec(line))?.[1]?.toLowerCase();

/**
 * A line right behind a line that was read, with the same label and other words, of which nothing was read: the answer
 * says two things of one part, and nobody knows which of them is true. Undefined when there is none.
 *
 * @param read lines that readings quote, as quoted
 */
export function contradiction(text: string, read: ReadonlySet<string>): string | undefined {
  const lines = cleanText(text).lines.filter((line) => line.trim() !== '' && !isNoise(line));
  return lines
    .find((line, index) => {
      const before = lines[index - 1];
      if (before === undefined || read.has(line.trim()) || !read.has(before.trim())) return false;
      const label = labelOf(line);
      return label !== undefined && label === labelOf(before);
    })
    ?.trim();
}
