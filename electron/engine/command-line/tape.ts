import { decodeOutput } from './decode';
import { drawLine } from './terminal-line';

const lineFeed = 0x0a;
const plain = /^[ -~]*$/;
const nothing = Buffer.alloc(0);

/** Room for most answers. */
const leastBytes = 4096;
/** A longer answer's room is given back with the answer. */
const mostKeptBytes = 65_536;

/** Everything received since the last cut, kept as bytes: a text is decoded whole, once, when it is complete. */
export class Tape {
  private room: Buffer = nothing;
  private size = 0;

  /** Bytes on the tape. */
  get length(): number {
    return this.size;
  }

  push(chunk: Buffer): void {
    const size = this.size + chunk.length;
    if (size > this.room.length) this.widen(Math.max(leastBytes, 2 * this.room.length, size));
    this.room.set(chunk, this.size);
    this.size = size;
  }

  /** Forgets everything. */
  clear(): void {
    this.cut(this.size);
  }

  /** Forgets the bytes before an offset. */
  cut(from: number): void {
    this.room.copyWithin(0, from, this.size);
    this.size -= from;
    if (this.room.length > mostKeptBytes && this.size <= mostKeptBytes) this.widen(Math.max(leastBytes, this.size));
  }

  /** The bytes from an offset to the end, or to `end`; to be read before the tape goes on. */
  bytes(from: number, end = this.size): Buffer {
    return this.room.subarray(from, end);
  }

  private widen(bytes: number): void {
    const room = Buffer.allocUnsafeSlow(bytes);
    room.set(this.room.subarray(0, this.size));
    this.room = room;
  }

  /** Offset just after the first LF at or behind `from`; undefined while that line is not complete. */
  lineEnd(from: number): number | undefined {
    const at = this.bytes(from).indexOf(lineFeed);
    return at < 0 ? undefined : from + at + 1;
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

  private tailBytes(from: number, maxBytes: number): Buffer {
    const start = Math.max(from, this.size - maxBytes);
    return trimmed(this.bytes(start), start > from);
  }
}

/** Starts a cut tail at a line start where it has one: half a character would spoil the decoding of the rest. */
function trimmed(tail: Buffer, isCut: boolean): Buffer {
  if (!isCut) return tail;
  const at = tail.indexOf(lineFeed);
  return at < 0 ? tail : tail.subarray(at + 1);
}
