import { createFilterStream, type FilterStream } from './filter-stream';
import { hiddenIn, type KnownSecrets } from './hidden';
import { blankSpans } from './spans';

/**
 * The one place which every text passes that leaves the engine: known secrets in all their forms, what devices and
 * services print as secrets, private keys. Only the secret is blanked, the words around it stay.
 */
export type TextFilter = {
  /** @param patterns what a platform prints as secrets; group 1 is kept, group 2 is blanked */
  text(text: string, patterns?: readonly RegExp[]): string;
  /** Every text in a value of plain data. */
  all<T>(value: T, patterns?: readonly RegExp[]): T;
  /** The same for a text that comes in pieces. */
  stream(patterns?: readonly RegExp[]): FilterStream;
};

/** Makes a filter; it can be made in any thread, of a redactor that knows the same. */
export function createFilter(known: KnownSecrets): TextFilter {
  const text: TextFilter['text'] = (given, patterns = []) => blankSpans(given, hiddenIn(given, patterns, known).spans);
  const all = (value: unknown, patterns: readonly RegExp[]): unknown => {
    if (typeof value === 'string') return text(value, patterns);
    if (Array.isArray(value)) return value.map((each) => all(each, patterns));
    if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, all(each, patterns)]));
  };
  return {
    text,
    // Plain data in, the same plain data out with other texts in it.
    all: <T>(value: T, patterns: readonly RegExp[] = []) => all(value, patterns) as T,
    stream: (patterns = []) => createFilterStream(patterns, known),
  };
}
