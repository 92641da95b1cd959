import type { Locale } from '../../../shared/model/text';
import { translate } from '../../../shared/i18n/translate';

/** Length in UTF-8 bytes; a Chinese character counts three. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The mark at the end of a text that was cut. */
export function cutMark(locale: Locale): string {
  return translate(locale, 'message.cut.mark');
}

/** At most `maxBytes` UTF-8 bytes, cut between whole characters as a reader sees them, the mark included. */
export function cutBytes(text: string, maxBytes: number, mark: string): string {
  return cutBy(text, maxBytes, mark, byteLength);
}

/** At most `maxChars` code points, cut between whole characters as a reader sees them, the mark included. */
export function cutChars(text: string, maxChars: number, mark: string): string {
  return cutBy(text, maxChars, mark, (part) => Array.from(part).length);
}

/** Cuts WeCom markdown at a line's end, so that no quote, bold or font colour stays open. */
export function cutMarkdown(text: string, maxBytes: number, mark: string): string {
  if (byteLength(text) <= maxBytes) return text;
  const lines = text.split('\n');
  const budget = maxBytes - byteLength(`\n${mark}`);
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    const cost = byteLength(line) + (kept.length === 0 ? 0 : 1);
    if (used + cost > budget) break;
    kept.push(line);
    used += cost;
  }
  if (kept.length === 0) return cutBytes(withoutMarks(lines[0] ?? ''), maxBytes, mark);
  return `${kept.join('\n')}\n${mark}`;
}

/** True when the body already opens with the notice, so that it need not be put before it. */
export function opensWith(notice: string, body: string): boolean {
  return body.startsWith(notice);
}

function cutBy(text: string, max: number, mark: string, cost: (part: string) => number): string {
  if (cost(text) <= max) return text;
  const budget = max - cost(mark);
  if (budget < 0) return '';
  let used = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    used += cost(segment);
    if (used > budget) break;
    end = index + segment.length;
  }
  return text.slice(0, end) + mark;
}

function withoutMarks(line: string): string {
  return line.replace(/<\/?font[^<>]*>|\*\*|`/g, '');
}
