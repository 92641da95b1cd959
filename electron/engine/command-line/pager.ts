/** A pager's question and what shows the next page. */
export type PagerRule = { readonly pattern: RegExp; readonly answer: string };

/** Questions of the pagers in the field; each is tested against the line with the cursor and has to end there. */
export const knownPagers: readonly PagerRule[] = [
  // AOS 6: More? [next screen <sp>, next line <cr>, filter pattern </>, quit </>]
  { pattern: /More\?\s*\[next screen <sp>[^\]]*\]\s*$/i, answer: ' ' },
  // Huawei, Comware: `  ---- More ----`; IOS, Ruijie, Hillstone, FortiOS, NX-OS: `--More--`
  { pattern: /(?<!-)-{2,}\s*\(?More\)?\s*-{2,}\s*$/i, answer: ' ' },
  // ASA
  { pattern: /<-{2,}\s*More\s*-{2,}>\s*$/i, answer: ' ' },
  // Junos
  { pattern: /(?<!-)-{2,}\(more(?:\s+\d{1,3}%)?\)-{2,}\s*$/i, answer: ' ' },
  // PAN-OS and others that page by less
  { pattern: /^lines \d+-\d+(?:\/\d+)?(?:\s+\(?(?:END|\d{1,3}%)\)?)?\s*$/, answer: ' ' },
  { pattern: /^-{2,}\s*(?:更多|继续)\s*-{2,}\s*$/, answer: ' ' },
  { pattern: /(?:press any key to continue|按任意键继续)[^\n]{0,40}$/i, answer: ' ' },
];

/** A pager's question stands alone on its line; only an invitation to press a key may follow a sentence. */
const isWord = /[\p{L}\p{N}]/u;
const anyKey = /any key|任意键/i;

/** The pager that asks on this line, or undefined. */
export function pagerOn(line: string, rules: readonly PagerRule[]): PagerRule | undefined {
  if (line.length < 4 || line.length > 200) return undefined;
  return rules.find(({ pattern }) => {
    const found = pattern.exec(line);
    return found !== null && (anyKey.test(found[0]) || !isWord.test(line.slice(0, found.index)));
  });
}

/**
 * Takes the remnants of questions out of drawn lines, for devices that do not erase them. Call it only for an
 * output in which a pager was answered: the same words may be text elsewhere. Where only some of the questions still
 * stand, the device does erase them, and what stands is text that had rested at the cursor; all but the line with the
 * cursor, on which a question may still wait.
 *
 * @param wasAsked the question's text as it stood on the screen, one entry each time
 */
export function withoutPagers(lines: readonly string[], wasAsked: readonly string[]): string[] {
  const waiting = wasAsked.map((question) => question.trim()).filter((question) => question !== '');
  const standing = new Map<number, string>();
  for (const [index, line] of lines.entries()) {
    const at = waiting.findIndex((question) => line.trimStart().startsWith(question));
    const [question] = at < 0 ? [] : waiting.splice(at, 1);
    if (question !== undefined) standing.set(index, question);
  }
  const isErased = waiting.length > 0;
  return lines.flatMap((line, index) => {
    const question = standing.get(index);
    if (question === undefined || (isErased && index < lines.length - 1)) return [line];
    const rest = line.trimStart().slice(question.length);
    return rest.trim() === '' ? [] : [rest];
  });
}
