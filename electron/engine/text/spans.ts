/** What stands in the place of a secret. */
export const blankMark = '******';

/** A piece of a text that must not be shown, from its first character to the one behind its last. */
export type Span = {
  readonly from: number;
  readonly to: number;
  /** What is shown in its place; the usual mark when left out. */
  readonly by?: string;
};

/** Joins pieces that overlap; pieces that only touch stay two. */
export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1);
    if (last === undefined || span.from >= last.to) merged.push(span);
    else if (span.to > last.to) merged[merged.length - 1] = { ...last, to: span.to };
  }
  return merged;
}

/** The text with all pieces blanked. */
export function blankSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  const parts: string[] = [];
  let shownTo = 0;
  for (const { from, to, by = blankMark } of mergeSpans(spans)) {
    parts.push(text.slice(shownTo, from), by);
    shownTo = to;
  }
  parts.push(text.slice(shownTo));
  return parts.join('');
}
