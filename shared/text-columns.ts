// Unicode EastAsianWidth W and F, in ranges wide enough for what devices print.
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
const mark = /\p{Mn}/u;

/** Columns that a text takes in a monospaced face: 2 for a Chinese character, 0 for a combining mark. */
export function columnsOf(text: string): number {
  // Most output is plain ASCII.
  if (!/[^\x20-\x7e]/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += characterColumns(character);
  return columns;
}

/** Columns of one character. */
export function characterColumns(character: string): number {
  if (mark.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
