import { leastForm, type Form } from './secret-forms';
import type { Span } from './spans';

const slots = 1 << 20;
const mixing = 0x9e3779b1;

/** Forms that begin with the same characters. */
type Bucket = {
  /** Longest first. */
  lengths: readonly number[];
  /** How many characters at the beginning of each form stay. */
  readonly kept: Map<string, number>;
};

/** Where forms that begin as the text does here would be marked. */
function slotAt(text: string, at: number): number {
  const high = (text.charCodeAt(at) << 16) ^ text.charCodeAt(at + 1);
  const low = (text.charCodeAt(at + 2) << 16) ^ text.charCodeAt(at + 3);
  return (Math.imul(Math.imul(high, mixing) ^ low, mixing) >>> 12) & (slots - 1);
}

/**
 * Many texts to look for at once; the cost grows with the text that is looked through, not with their number. The first
 * four characters of a form name its bucket; in it one look a length tells whether the form stands there.
 */
export class FormIndex {
  readonly #buckets = new Map<string, Bucket>();
  readonly #marked = new Uint8Array(slots);
  #longest = 0;
  #sorted: readonly string[] | undefined;

  add({ text, kept }: Form): void {
    const start = text.slice(0, leastForm);
    const bucket = this.#buckets.get(start) ?? { lengths: [], kept: new Map<string, number>() };
    this.#buckets.set(start, bucket);
    // A form that is a secret as a whole is one, whoever else keeps a part of it.
    bucket.kept.set(text, Math.min(kept, bucket.kept.get(text) ?? kept));
    if (!bucket.lengths.includes(text.length)) {
      bucket.lengths = [...bucket.lengths, text.length].toSorted((a, b) => b - a);
    }
    this.#marked[slotAt(text, 0)] = 1;
    this.#longest = Math.max(this.#longest, text.length);
    this.#sorted = undefined;
  }

  remove({ text }: Form): void {
    this.#buckets.get(text.slice(0, leastForm))?.kept.delete(text);
    this.#sorted = undefined;
  }

  /** Where any form stands; overlapping places are all told. */
  find(text: string): readonly Span[] {
    const spans: Span[] = [];
    if (this.#buckets.size === 0) return spans;
    for (let at = 0; at <= text.length - leastForm; at += 1) {
      if (this.#marked[slotAt(text, at)] === 0) continue;
      const span = this.#lookAt(text, at);
      if (span !== undefined) spans.push(span);
    }
    return spans;
  }

  /** How many characters at the end of a text may be the beginning of a form. */
  openEnd(text: string): number {
    for (let length = Math.min(this.#longest, text.length); length > 0; length -= 1) {
      if (this.#isBeginning(text.slice(-length))) return length;
    }
    return 0;
  }

  #lookAt(text: string, at: number): Span | undefined {
    const bucket = this.#buckets.get(text.slice(at, at + leastForm));
    for (const length of bucket?.lengths ?? []) {
      if (at + length > text.length) continue;
      const kept = bucket?.kept.get(text.slice(at, at + length));
      if (kept !== undefined) return { from: at + kept, to: at + length };
    }
    return undefined;
  }

  #isBeginning(part: string): boolean {
    this.#sorted ??= [...this.#buckets.values()].flatMap(({ kept }) => [...kept.keys()]).toSorted();
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < part) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low]?.startsWith(part) ?? false;
  }
}
