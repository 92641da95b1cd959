import { decodeOutput } from './decode';
import { drawLine } from './terminal-line';

const lineFeed = 0x0a;
const plain = /^[ -~]*$/;
const nothing = Buffer.alloc(0);

/** Everything received since the last cut, kept as bytes: a text is decoded whole, once, when it is complete. */
export class Tape {
  private chunks: Buffer[] = [];
  private whole: Buffer = nothing;
  private size = 0;

  /** Bytes on the tape. */
  get length(): number {
    return this.size;
  }

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
  }

  /** Forgets everything. */
  clear(): void {
    this.chunks = [];
    this.whole = nothing;
    this.size = 0;
  }

  /** Forgets the bytes before an offset. */
  cut(from: number): void {
    this.whole = Buffer.from(this.bytes(from));
    this.size = this.whole.length;
  }

  /** The bytes from an offset to the end, or to `end`. */
  bytes(from: number, end = this.size): Buffer {
    if (this.chunks.length > 0) {
      const [first] = this.chunks;
      const isAlone = this.whole.length === 0 && this.chunks.length === 1 && first !== undefined;
      this.whole = isAlone ? first : Buffer.concat([this.whole, ...this.chunks]);
      this.chunks = [];
    }
    return this.whole.subarray(from, end);
  }

  /** Offset just after the first LF at or behind `from`; undefined while that line is not complete. */
  lineEnd(from: number): number | undefined {
    const at = this.bytes(0).indexOf(lineFeed, from);
    return at < 0 ? undefined : at + 1;
  }

  /** Offset of the line with the cursor: just behind the last LF, or 0. */
  lastLineStart(): number {
    return this.bytes(0).lastIndexOf(lineFeed) + 1;
  }

  /**
   * The line with the cursor, never before `from`, where it is plain ASCII: that is how it looks, whatever the encoding.
   * Undefined where it holds anything else, or is longer than `maxBytes`.
   */
  plainCursorLine(from: number, maxBytes: number): string | undefined {
    const bytes = this.tailBytes(from, maxBytes);
    const start = bytes.lastIndexOf(lineFeed) + 1;
    if (start === 0 && this.size - from > maxBytes) return undefined;
    const line = bytes.toString('latin1', start);
    return plain.test(line) ? line : undefined;
  }

  /**
   * The last lines as a person sees them, at most `maxBytes` back and never before `from`. The last entry stands
   * after the last LF; the first may be cut when the tape is longer.
   */
  tail(from: number, maxBytes = 2048): string[] {
    const bytes = this.tailBytes(from, maxBytes);
    return decodeOutput(bytes).text.split('\n').map(drawLine);
  }

  /** Only joins the chunks that it needs, so that a long output is not copied once for each of its chunks. */
  private tailBytes(from: number, maxBytes: number): Buffer {
    const wanted = Math.min(this.size - from, maxBytes);
    const last = this.chunks.at(-1);
    if (last && last.length >= wanted) return trimmed(last.subarray(last.length - wanted), wanted < this.size - from);
    const needed: Buffer[] = [];
    let have = 0;
    for (let at = this.chunks.length - 1; at >= 0 && have < wanted; at -= 1) {
      const chunk = this.chunks[at];
      if (!chunk) break;
      needed.unshift(chunk);
      have += chunk.length;
    }
    if (have < wanted) needed.unshift(this.whole);
    const joined = Buffer.concat(needed);
    return trimmed(joined.subarray(joined.length - wanted), wanted < this.size - from);
  }
}

/** Starts a cut tail at a line start where it has one: half a character would spoil the decoding of the rest. */
function trimmed(tail: Buffer, isCut: boolean): Buffer {
  if (!isCut) return tail;
  const at = tail.indexOf(lineFeed);
  return at < 0 ? tail : tail.subarray(at + 1);
}
