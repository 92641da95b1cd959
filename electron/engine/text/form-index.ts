import { leastForm, type Form } from './secret-forms';
import type { Span } from './spans';

const slots = 1 << 20;
const mixing = 0x9e3779b1;

/** Forms that begin with the same characters. */
type Bucket = {
  /** Longest first. */
  lengths: number[];
  readonly kept: Map<string, number>;
};

/** Many texts to look for at once; the cost grows with the text that is looked through, not with their number. */
export type FormIndex = {
  add(form: Form): void;
  remove(form: Form): void;
  /** Where any of them stands; overlapping places are all told. */
  find(text: string): readonly Span[];
  /** How many characters at the end of a text may be the beginning of one. */
  openEnd(text: string): number;
};

/** Makes an index. Its first four characters name a form's bucket; in it one look a length tells whether it stands. */
export function createFormIndex(): FormIndex {
  const buckets = new Map<string, Bucket>();
  const seen = new Uint8Array(slots);
  let longest = 0;
  let sorted: string[] | undefined;

  const slotAt = (text: string, at: number): number => {
    const high = (text.charCodeAt(at) << 16) ^ text.charCodeAt(at + 1);
    const low = (text.charCodeAt(at + 2) << 16) ^ text.charCodeAt(at + 3);
    return (Math.imul(Math.imul(high, mixing) ^ low, mixing) >>> 12) & (slots - 1);
  };

  const lookAt = (text: string, at: number): Span | undefined => {
    const bucket = buckets.get(text.slice(at, at + leastForm));
    for (const length of bucket?.lengths ?? []) {
      if (at + length > text.length) continue;
      const kept = bucket?.kept.get(text.slice(at, at + length));
      if (kept !== undefined) return { from: at + kept, to: at + length };
    }
    return undefined;
  };

  const all = (): string[] => {
    sorted ??= [...buckets.values()].flatMap(({ kept }) => [...kept.keys()]).toSorted();
    return sorted;
  };

  const isBeginning = (part: string): boolean => {
    const forms = all();
    let [low, high] = [0, forms.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((forms[middle] ?? '') < part) low = middle + 1;
      else high = middle;
    }
    return forms[low]?.startsWith(part) ?? false;
  };

  return {
    add({ text, kept }) {
      const start = text.slice(0, leastForm);
      const bucket = buckets.get(start) ?? { lengths: [], kept: new Map<string, number>() };
      buckets.set(start, bucket);
      // A form that is a secret as a whole is one, whoever else keeps a part of it.
      bucket.kept.set(text, Math.min(kept, bucket.kept.get(text) ?? kept));
      if (!bucket.lengths.includes(text.length)) {
        bucket.lengths = [...bucket.lengths, text.length].toSorted((a, b) => b - a);
      }
      seen[slotAt(text, 0)] = 1;
      longest = Math.max(longest, text.length);
      sorted = undefined;
    },
    remove({ text }) {
      buckets.get(text.slice(0, leastForm))?.kept.delete(text);
      sorted = undefined;
    },
    find(text) {
      const spans: Span[] = [];
      if (buckets.size === 0) return spans;
      for (let at = 0; at <= text.length - leastForm; at += 1) {
        if (seen[slotAt(text, at)] === 0) continue;
        const span = lookAt(text, at);
        if (span !== undefined) spans.push(span);
      }
      return spans;
    },
    openEnd(text) {
      for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
        if (isBeginning(text.slice(-length))) return length;
      }
      return 0;
    },
  };
}
