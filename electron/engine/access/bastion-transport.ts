import { decodeOutput } from '../command-line/decode';
import { drawLine } from '../command-line/terminal-line';
import type { Clock } from '../ports';
import type { Transport } from '../session/transport';

/** How long the bastion's own prompt must stand at the cursor to say that the device has let go, milliseconds. */
const backMs = 250;
/** How long the bastion may take to hang up after it was left, milliseconds. */
const leaveMs = 500;
/** Longer lines are no prompt. */
const maxLineBytes = 1024;
const lineFeed = 0x0a;

/**
 * The stream to a device through the menu or shell of a bastion. Once the bastion's own prompt stands there again, the
 * device is gone: the stream counts as closed, so that no command of ours is ever typed on the bastion.
 */
export class BastionTransport implements Transport {
  /** As the Enter key sends it: programs that read keys know nothing else. */
  readonly lineEnd = '\r';
  private home: string | undefined;
  private isBack = false;
  private isClosed = false;
  private line: Buffer = Buffer.alloc(0);
  private cancelLook: () => void = () => undefined;
  private onClosed: (() => void) | undefined;
  private onLeft: (() => void) | undefined;

  constructor(
    private readonly inner: Transport,
    private readonly clock: Clock,
    private readonly leave: string | undefined,
  ) {
    inner.onClose(() => this.closed());
  }

  /** From now on this line at the cursor means that the device is gone. */
  watchFor(home: string): void {
    this.home = home.trim();
    // Written before the device answered; its own line begins anew.
    this.line = Buffer.alloc(0);
  }

  write(text: string): void {
    if (!this.isBack) this.inner.write(text);
  }

  onData(listener: (chunk: Buffer) => void): void {
    this.inner.onData((chunk) => {
      if (this.isBack) return;
      this.look(chunk);
      listener(chunk);
    });
  }

  pause(): void {
    this.inner.pause();
  }

  resume(): void {
    this.inner.resume();
  }

  onClose(listener: () => void): void {
    this.onClosed = listener;
    if (this.isClosed || this.isBack) listener();
  }

  /** Leaves the bastion where its prompt stands, and ends the connection. */
  async close(): Promise<void> {
    this.cancelLook();
    if (this.isBack && !this.isClosed && this.leave !== undefined) {
      this.inner.write(`${this.leave}${this.lineEnd}`);
      await this.hungUp();
    }
    await this.inner.close();
  }

  private look(chunk: Buffer): void {
    this.cancelLook();
    if (this.home === undefined) return;
    const at = chunk.lastIndexOf(lineFeed);
    const line = at < 0 ? Buffer.concat([this.line, chunk]) : chunk.subarray(at + 1);
    this.line = line.subarray(-maxLineBytes);
    if (line.length > maxLineBytes || drawLine(decodeOutput(line).text).trim() !== this.home) return;
    this.cancelLook = this.clock.after(backMs, () => {
      this.isBack = true;
      this.onClosed?.();
    });
  }

  private closed(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.cancelLook();
    this.onLeft?.();
    if (!this.isBack) this.onClosed?.();
  }

  private hungUp(): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        cancel();
        resolve();
      };
      const cancel = this.clock.after(leaveMs, finish);
      this.onLeft = finish;
      if (this.isClosed) finish();
    });
  }
}
