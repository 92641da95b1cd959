import { printedSecrets } from './general-secrets';
import { keyBodies } from './private-keys';
import type { Redactor } from './redact';
import { mergeSpans, type Span } from './spans';

/** What a filter asks of a redactor. */
export type KnownSecrets = Pick<Redactor, 'find' | 'isSecret' | 'openEnd'>;

/**
 * Where something in a text must not be shown.
 *
 * @param isInside the text begins inside a private key; `isOpen` tells whether it ends in one
 */
export function hiddenIn(
  text: string,
  patterns: readonly RegExp[],
  known: KnownSecrets,
  isInside = false,
): { readonly spans: readonly Span[]; readonly isOpen: boolean } {
  const keys = keyBodies(text, isInside);
  const spans = [...keys.spans, ...known.find(text), ...printedSecrets(text, patterns, known.isSecret)];
  return { spans: mergeSpans(spans), isOpen: keys.isOpen };
}
