/** How a line begins that we write behind an output, and no device. */
const opening = '[xunjian: ';
const mark = /(?:^|\n)\[xunjian: [^\n]*\]\n?$/;

/** An output of which the end is missing, with a last line that says so. @param words why, in the run's language */
export function withCutMark(text: string, words: string): string {
  const line = `${opening}${words}]\n`;
  return text === '' || text.endsWith('\n') ? `${text}${line}` : `${text}\n${line}`;
}

/** The output alone, and whether its last line said that the end is missing. */
export function withoutCutMark(text: string): { readonly text: string; readonly isCut: boolean } {
  // Looked for at the end alone: an output may be large.
  const tail = text.slice(-1024);
  const found = mark.exec(tail);
  if (found === null) return { text, isCut: false };
  const keptLineEnd = found[0].startsWith('\n') ? 1 : 0;
  return { text: text.slice(0, text.length - tail.length + found.index + keptLineEnd), isCut: true };
}
