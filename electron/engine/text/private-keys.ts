import { blankMark, type Span } from './spans';

const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const end = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;

/** The bodies of private keys in a text, and whether its last one is still open. */
export type KeyBodies = { readonly spans: readonly Span[]; readonly isOpen: boolean };

/**
 * Finds the bodies of private keys; one that was cut reaches to the end of the text.
 *
 * @param isInside the text begins inside of one, whose mark was given already
 */
export function keyBodies(text: string, isInside: boolean): KeyBodies {
  const spans: Span[] = [];
  let from = 0;
  let by = '';
  let isOpen = isInside;
  for (;;) {
    if (!isOpen) {
      begin.lastIndex = from;
      const found = begin.exec(text);
      if (found === null) return { spans, isOpen: false };
      from = found.index + found[0].length;
      by = `\n${blankMark}\n`;
    }
    end.lastIndex = from;
    const found = end.exec(text);
    spans.push({ from, to: found?.index ?? text.length, by });
    if (found === null) return { spans, isOpen: true };
    from = found.index + found[0].length;
    isOpen = false;
  }
}
