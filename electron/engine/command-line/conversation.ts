import type { Clock } from '../ports';
import type { Transport } from '../session/transport';
import { Tape } from './tape';

/** Why a wait ended. `full`: the tape holds all that it may, and nothing more is read until it is cut. */
export type Turn = 'data' | 'quiet' | 'closed' | 'aborted' | 'full';

/** More than any device says on the way in, menus of a bastion included: bytes between two lines of ours. */
const loginBytes = 1_048_576;

/** Bytes to and from a device, with waits that always end. */
export class Conversation {
  readonly tape = new Tape();
  private hasNews = false;
  private isClosed = false;
  private isAborted: boolean;
  private lastHeardMs: number;
  private mostBytes = loginBytes;
  private isPaused = false;
  private wake: ((turn: Turn) => void) | undefined;
  /** When the present wait ends by itself, on the clock's monotonic scale. */
  private dueMs = 0;
  /** The alarm that is set: one serves many waits, since bytes end most of them long before their time. */
  private alarm: { readonly atMs: number; readonly cancel: () => void } | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly clock: Clock,
    signal: AbortSignal,
  ) {
    this.lastHeardMs = clock.elapsed();
    this.isAborted = signal.aborted;
    const onAbort = (): void => {
      this.isAborted = true;
      this.dropAlarm();
      this.wake?.('aborted');
    };
    signal.addEventListener('abort', onAbort, { once: true });
    transport.onData((chunk) => this.hear(chunk));
    transport.onClose(() => {
      this.isClosed = true;
      this.dropAlarm();
      signal.removeEventListener('abort', onAbort);
      this.wake?.('closed');
    });
  }

  /** False once the far end has closed. */
  get isOpen(): boolean {
    return !this.isClosed;
  }

  /** From now on the tape may hold so many bytes. */
  allow(bytes: number): void {
    this.mostBytes = bytes;
  }

  /** Reads nothing more, whatever comes. */
  stop(): void {
    this.tape.clear();
    this.mostBytes = 0;
    this.pause();
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
   * Waits for bytes: `data` at once when some came since the last wait, `quiet` after `ms` without any, `full` at once
   * while there is no room for more.
   * Bytes that came before a close are told first.
   */
  wait(ms: number): Promise<Turn> {
    this.readOn();
    const turn = this.currentTurn();
    if (turn) return Promise.resolve(turn);
    this.dueMs = this.clock.elapsed() + Math.max(0, ms);
    return new Promise((resolve) => {
      this.wake = (ended: Turn): void => {
        this.wake = undefined;
        this.hasNews = false;
        resolve(ended);
      };
      this.setAlarm();
    });
  }

  /** Rings at the end of the present wait, or before it: then it is set again. */
  private setAlarm(): void {
    if (this.alarm !== undefined && this.alarm.atMs <= this.dueMs) return;
    this.dropAlarm();
    const cancel = this.clock.after(this.dueMs - this.clock.elapsed(), () => {
      this.alarm = undefined;
      if (this.wake === undefined) return;
      if (this.clock.elapsed() < this.dueMs) this.setAlarm();
      else this.wake('quiet');
    });
    this.alarm = { atMs: this.dueMs, cancel };
  }

  private dropAlarm(): void {
    this.alarm?.cancel();
    this.alarm = undefined;
  }

  private currentTurn(): Turn | undefined {
    if (this.isAborted) return 'aborted';
    if (this.isFull()) return 'full';
    if (this.hasNews) {
      this.hasNews = false;
      return 'data';
    }
    return this.isClosed ? 'closed' : undefined;
  }

  private hear(chunk: Buffer): void {
    this.lastHeardMs = this.clock.elapsed();
    const room = Math.max(0, this.mostBytes - this.tape.length);
    this.tape.push(chunk.length > room ? chunk.subarray(0, room) : chunk);
    this.hasNews = true;
    if (this.isFull()) this.pause();
    this.wake?.(this.isFull() ? 'full' : 'data');
  }

  private isFull(): boolean {
    return this.tape.length >= this.mostBytes;
  }

  private pause(): void {
    this.isPaused = true;
    this.transport.pause();
  }

  private readOn(): void {
    if (!this.isPaused || this.isFull()) return;
    this.isPaused = false;
    this.transport.resume();
  }
}
