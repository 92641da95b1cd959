import { printedSecrets } from './general-secrets';
import { keyBodies } from './private-keys';
import type { Redactor } from './redact';
import { mergeSpans, type Span } from './spans';

/** What a filter asks of a redactor. */
export type KnownSecrets = Pick<Redactor, 'find' | 'isSecret' | 'openEnd'>;

/** What came before a text that is a part of a longer one. */
export type Before = {
  /** The lines before it, as far as a pattern looks back on them. */
  readonly text: string;
  /** The text begins inside a private key. */
  readonly isInKey: boolean;
};

const nothing: Before = { text: '', isInKey: false };

/** Where something in a text must not be shown; `isOpen` tells whether it ends inside a private key. */
export function hiddenIn(
  text: string,
  patterns: readonly RegExp[],
  known: KnownSecrets,
  before: Before = nothing,
): { readonly spans: readonly Span[]; readonly isOpen: boolean } {
  const keys = keyBodies(text, before.isInKey);
  const start = before.text.length;
  const printed = printedSecrets(before.text + text, patterns, known.isSecret)
    .filter(({ to }) => to > start)
    .map(({ from, to }) => ({ from: Math.max(0, from - start), to: to - start }));
  // What begins inside a key goes with it; only its rest behind the key is a piece of its own.
  const outside = [...known.find(text), ...printed].map((span) => {
    const key = keys.spans.find(({ from, to }) => span.from >= from && span.from < to);
    return key === undefined ? span : { ...span, from: key.to };
  });
  const spans = [...keys.spans, ...outside.filter(({ from, to }) => from < to)];
  return { spans: mergeSpans(spans), isOpen: keys.isOpen };
}
