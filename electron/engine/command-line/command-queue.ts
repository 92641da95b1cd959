import type { ErrorCode } from '../../../shared/errors';
import type { Clock, LogFields } from '../ports';
import type { CommandOutput } from '../session/session';
import { mayBeHandedOn } from './handed-on';
import type { CommandOptions, CommandResult } from './run-command';

/** A command as its caller asked for it. */
export type Asked = {
  readonly command: string;
  readonly onText: ((text: string) => void) | undefined;
  readonly onStart: (() => void) | undefined;
};

export type HowToAsk = Pick<CommandOptions, 'next' | 'outputFrom'>;

export type QueuePorts = {
  /** Asks one command; a code where the session cannot be used. */
  readonly answer: (asked: Asked, how: HowToAsk) => Promise<CommandResult | ErrorCode>;
  readonly clock: Clock;
  readonly warn: (message: string, fields: LogFields) => void;
};

type Waiting = Asked & {
  startedAt: number | undefined;
  readonly resolve: (output: CommandOutput) => void;
  readonly reject: (cause: unknown) => void;
};

/** An answer whose end was proven by the next command's echo: given out once that one's answer agrees. */
type Held = { readonly asked: Waiting; readonly output: CommandOutput };

/**
 * The commands of one session in their order. Where another one waits, it is sent at the prompt of the one before and
 * proves its end. The first time that this goes wrong (console messages at the prompt, a line like the prompt in an
 * output) both answers are thrown away and asked again, and from then on every end is proven with an empty line.
 */
export class CommandQueue {
  private readonly waiting: Waiting[] = [];
  private isAtWork = false;
  private mayHandOn = true;

  constructor(private readonly ports: QueuePorts) {}

  add(asked: Asked): Promise<CommandOutput> {
    return new Promise((resolve, reject) => {
      const { command, onText, onStart } = asked;
      this.waiting.push({ command, onText, onStart, startedAt: undefined, resolve, reject });
      if (this.isAtWork) return;
      this.isAtWork = true;
      void this.work();
    });
  }

  private async work(): Promise<void> {
    let held: Held | undefined;
    let outputFrom: number | undefined;
    for (let asked = this.waiting[0]; asked !== undefined; asked = this.waiting[0]) {
      try {
        const { result, output } = await this.ask(asked, outputFrom);
        outputFrom = result?.nextFrom;
        if (result?.isMixed === true) {
          await this.sortOut(result);
          outputFrom = undefined;
          if (held !== undefined) this.waiting.unshift(held.asked);
          held = undefined;
          continue;
        }
        this.waiting.shift();
        held?.asked.resolve(held.output);
        held = outputFrom === undefined ? undefined : { asked, output };
        if (held === undefined) asked.resolve(output);
      } catch (cause) {
        this.waiting.shift();
        outputFrom = undefined;
        for (const each of [held?.asked, asked]) each?.reject(cause);
        held = undefined;
      }
    }
    this.isAtWork = false;
  }

  private async ask(
    asked: Waiting,
    outputFrom: number | undefined,
  ): Promise<{ readonly result: CommandResult | undefined; readonly output: CommandOutput }> {
    const { command } = asked;
    const startedAt = this.begin(asked);
    const result = await this.ports.answer(asked, { outputFrom, next: () => this.nextToHandOn() });
    if (typeof result === 'string') {
      return { result: undefined, output: { command, text: '', end: 'unknown', ms: 0, code: result } };
    }
    const { clock } = this.ports;
    const { text, end, code } = result;
    return { result, output: { command, text, end, ms: clock.elapsed() - startedAt, at: clock.now(), code } };
  }

  private begin(asked: Waiting): number {
    if (asked.startedAt === undefined) asked.onStart?.();
    asked.startedAt ??= this.ports.clock.elapsed();
    return asked.startedAt;
  }

  private nextToHandOn(): string | undefined {
    const next = this.waiting[1];
    if (!this.mayHandOn || next === undefined || !mayBeHandedOn(next.command)) return undefined;
    this.begin(next);
    return next.command;
  }

  /** Reads what the next command brings, which was sent already, to a proven prompt, and throws it away. */
  private async sortOut({ isReady, nextFrom }: CommandResult): Promise<void> {
    this.mayHandOn = false;
    const next = this.waiting[1];
    this.ports.warn('answers not told apart, asked again', { command: this.waiting[0]?.command });
    if (next === undefined || (isReady && nextFrom === undefined)) return;
    const { command } = next;
    await this.ports.answer({ command, onText: undefined, onStart: undefined }, { outputFrom: nextFrom ?? 0 });
  }
}
