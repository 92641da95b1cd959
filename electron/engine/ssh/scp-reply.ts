/** What the far end of SCP has said so far. */
export type ScpState =
  /** More must come. */
  | { readonly kind: 'reading' }
  /** The header of the file has come: it must be acknowledged once. */
  | { readonly kind: 'header'; readonly size: number }
  /** The whole file and the mark after it have come. */
  | { readonly kind: 'done'; readonly bytes: Buffer }
  /** The far end speaks SCP and said no, in its own words. */
  | { readonly kind: 'refused'; readonly words: string }
  /** What answers does not speak SCP. */
  | { readonly kind: 'not-scp' };

const header = /^C[0-7]{3,5} (\d{1,15}) [^\n]*$/;
const newline = 0x0a;

/** Reads what `scp -f` sends, in pieces of any size. */
export class ScpReply {
  private readonly parts: Buffer[] = [];
  private count = 0;
  private head: { readonly size: number; readonly length: number } | undefined;

  /** Bytes of the file that have come. */
  get received(): number {
    return this.head === undefined ? 0 : Math.min(this.count - this.head.length, this.head.size);
  }

  /** The size that the header told; undefined before it has come. */
  get expected(): number | undefined {
    return this.head?.size;
  }

  take(chunk: Buffer): ScpState {
    this.parts.push(chunk);
    this.count += chunk.length;
    if (this.head === undefined) return this.readHead();
    const { size, length } = this.head;
    if (this.count <= length + size) return { kind: 'reading' };
    const whole = Buffer.concat(this.parts);
    const mark = whole[length + size];
    // Anything but a zero after the bytes is the far end's word that it could not read all of them.
    if (mark !== 0) return { kind: 'refused', words: wordsOf(whole.subarray(length + size)) };
    return { kind: 'done', bytes: whole.subarray(length, length + size) };
  }

  private readHead(): ScpState {
    const bytes = Buffer.concat(this.parts);
    const first = bytes[0];
    if (first === undefined) return { kind: 'reading' };
    const isWarning = first === 1 || first === 2;
    if (!isWarning && first !== 0x43) return { kind: 'not-scp' };
    const end = bytes.indexOf(newline);
    if (end === -1) return bytes.length > 4096 ? { kind: 'not-scp' } : { kind: 'reading' };
    if (isWarning) return { kind: 'refused', words: wordsOf(bytes.subarray(0, end)) };
    const size = header.exec(bytes.subarray(0, end).toString('latin1'))?.[1];
    if (size === undefined) return { kind: 'not-scp' };
    this.head = { size: Number(size), length: end + 1 };
    return { kind: 'header', size: this.head.size };
  }
}

function wordsOf(bytes: Buffer): string {
  return bytes.subarray(1).toString('utf8').trim();
}
