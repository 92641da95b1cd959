import type { Clock } from '../ports';
import { Tape } from './tape';
import type { Transport } from './transport';

/** Why a wait ended. */
export type Turn = 'data' | 'quiet' | 'closed' | 'aborted';

/** Bytes to and from a device, with waits that always end. */
export class Conversation {
  readonly tape = new Tape();
  private hasNews = false;
  private isClosed = false;
  private lastHeardMs: number;
  private wake: ((turn: Turn) => void) | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {
    this.lastHeardMs = clock.elapsed();
    const onAbort = (): void => this.wake?.('aborted');
    signal.addEventListener('abort', onAbort, { once: true });
    transport.onData((chunk) => this.hear(chunk));
    transport.onClose(() => {
      this.isClosed = true;
      signal.removeEventListener('abort', onAbort);
      this.wake?.('closed');
    });
  }

  /** False once the far end has closed. */
  get isOpen(): boolean {
    return !this.isClosed;
  }

  /** Milliseconds since the last byte came, or since the last `send` when that was later. */
  silentMs(): number {
    return this.clock.elapsed() - this.lastHeardMs;
  }

  /** Sends text as it is. */
  send(text: string): void {
    this.lastHeardMs = this.clock.elapsed();
    if (!this.isClosed) this.transport.write(text);
  }

  /** Sends a line. */
  sendLine(text = ''): void {
    this.send(text + this.transport.lineEnd);
  }

  /**
   * Waits for bytes: `data` at once when some came since the last wait, `quiet` after `ms` without any.
   * Bytes that came before a close are told first.
   */
  wait(ms: number): Promise<Turn> {
    const turn = this.currentTurn();
    if (turn) return Promise.resolve(turn);
    return new Promise((resolve) => {
      const cancel = this.clock.after(Math.max(0, ms), () => finish('quiet'));
      const finish = (ended: Turn): void => {
        cancel();
        this.wake = undefined;
        this.hasNews = false;
        resolve(ended);
      };
      this.wake = finish;
    });
  }

  private currentTurn(): Turn | undefined {
    if (this.signal.aborted) return 'aborted';
    if (this.hasNews) {
      this.hasNews = false;
      return 'data';
    }
    return this.isClosed ? 'closed' : undefined;
  }

  private hear(chunk: Buffer): void {
    this.lastHeardMs = this.clock.elapsed();
    this.tape.push(chunk);
    this.hasNews = true;
    this.wake?.('data');
  }
}
