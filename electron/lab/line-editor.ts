/** What became of some typed bytes. */
export type Typed = {
  /** To be sent back. */
  readonly echo: Buffer;
  /** The finished line, if one was finished; `rest` is not looked at yet. */
  readonly line: string | undefined;
  readonly rest: Buffer;
};

const lineEnd = Buffer.from('\r\n');
const wipeOne = Buffer.from('\b \b');
const interrupted = Buffer.from('^C\r\n');

/** The typing side of a terminal: echo, backspace, Ctrl-C, Ctrl-U; CR or LF ends a line. */
export class LineEditor {
  #line: number[] = [];
  #wasInterrupted = false;

  /** Takes bytes up to the end of a line. */
  take(bytes: Buffer, hasEcho: boolean): Typed {
    const echo: Buffer[] = [];
    let plainFrom = 0;
    const flush = (to: number) => {
      if (hasEcho && to > plainFrom) echo.push(bytes.subarray(plainFrom, to));
      plainFrom = to + 1;
    };
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= 0x20 && byte !== 0x7f) {
        this.#line.push(byte);
        continue;
      }
      flush(at);
      if (byte === 0x0d || byte === 0x0a) {
        echo.push(lineEnd);
        return { echo: Buffer.concat(echo), line: this.#finish(), rest: bytes.subarray(at + 1) };
      }
      if (byte === 0x03) {
        this.#finish();
        this.#wasInterrupted = true;
        echo.push(interrupted);
        return { echo: Buffer.concat(echo), line: undefined, rest: bytes.subarray(at + 1) };
      }
      if (byte === 0x15) while (this.#line.length > 0) echo.push(...this.#rubOut(hasEcho));
      if (byte === 0x08 || byte === 0x7f) echo.push(...this.#rubOut(hasEcho));
    }
    flush(bytes.length);
    return { echo: Buffer.concat(echo), line: undefined, rest: Buffer.alloc(0) };
  }

  /** True once after a Ctrl-C. */
  wasInterrupted(): boolean {
    const was = this.#wasInterrupted;
    this.#wasInterrupted = false;
    return was;
  }

  #rubOut(hasEcho: boolean): readonly Buffer[] {
    return this.#line.pop() !== undefined && hasEcho ? [wipeOne] : [];
  }

  #finish(): string {
    const line = Buffer.from(this.#line).toString('utf8');
    this.#line = [];
    return line;
  }
}

/** Makes one CR of CR LF and of CR NUL, also when the two come in different pieces. */
export class OneLineEnd {
  #wasCarriageReturn = false;

  /** Takes a piece of what was typed. */
  take(bytes: Buffer): Buffer {
    const kept = bytes.filter((byte) => {
      const isSecondHalf = this.#wasCarriageReturn && (byte === 0x0a || byte === 0x00);
      this.#wasCarriageReturn = byte === 0x0d;
      return !isSecondHalf;
    });
    return Buffer.from(kept);
  }
}
