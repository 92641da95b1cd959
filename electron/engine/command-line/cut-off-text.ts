import { decodeOutput, type Encoding } from './decode';
import { drawLines } from './terminal-line';

/** One piece is drawn at a time: the lines of all of it, each an object, would be many times its size. */
const pieceBytes = 262_144;
/** So much of it is kept: enough to see what it is, and little beside what went before it was cut off. */
const mostKeptBytes = 4_194_304;
const lineFeed = 0x0a;

/** The beginning of an output that was cut off for its length. Nothing is taken out of it: no prompt was looked for. */
export function cutOffText(all: Buffer): { readonly text: string; readonly encoding: Encoding } {
  const bytes = all.subarray(0, mostKeptBytes);
  const texts: string[] = [];
  let encoding: Encoding = 'utf-8';
  for (let from = 0, to = 0; from < bytes.length; from = to) {
    to = pieceEnd(bytes, from);
    const piece = decodeOutput(bytes.subarray(from, to));
    if (piece.encoding !== 'utf-8') encoding = piece.encoding;
    texts.push(drawLines(piece.text).join('\n'));
  }
  return { text: texts.join(''), encoding };
}

/** Behind the last line end of a piece; in a longer line, before a character. */
function pieceEnd(bytes: Buffer, from: number): number {
  const most = from + pieceBytes;
  if (most >= bytes.length) return bytes.length;
  const end = bytes.subarray(from, most).lastIndexOf(lineFeed);
  if (end >= 0) return from + end + 1;
  // The later bytes of a character in UTF-8 begin with the bits 10; there are at most three.
  const start = [most, most - 1, most - 2, most - 3].find((at) => ((bytes[at] ?? 0) & 0xc0) !== 0x80);
  return start ?? most;
}
