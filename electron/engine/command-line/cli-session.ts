import type { ErrorCode } from '../../../shared/errors';
import type { Clock, Log, LogFields } from '../ports';
import type { Files, FileWays } from '../session/files';
import type { CommandOutput, DeviceSession, FetchedFile, SessionTimes } from '../session/session';
import type { SessionTraits } from '../session/traits';
import type { Transport } from '../session/transport';
import { CommandQueue, type Asked, type HowToAsk } from './command-queue';
import type { Conversation } from './conversation';
import { streamDecoder, type Encoding } from './decode';
import { knownPagers, type PagerRule } from './pager';
import { trailingPrompts } from './prompt';
import { runCommand, type CommandResult } from './run-command';

/** How long the far end may take to hang up after the logout command, milliseconds. */
const hangUpMs = 1000;
/** How long a device may take to come back to its prompt after a command was cut short, milliseconds. */
const resyncMs = 3000;
/** What a device may still say after it was told to stop, bytes; its own buffers and those on the way are smaller. */
const resyncBytes = 8_388_608;
/** So much of it is kept while it is skipped, bytes: enough for the prompts at its end. */
const resyncTailBytes = 4096;
const interrupt = '\u0003';

/** What a command line session is made of. */
export type CliSessionParts = {
  readonly host: string;
  readonly transport: Transport;
  readonly conversation: Conversation;
  readonly prompt: string;
  /** Prompt of the shell to which the logout leads back; it is left as well. Undefined where there is none. */
  readonly shellPrompt?: string | undefined;
  readonly banner: string;
  readonly hostKey: string | null;
  readonly times: SessionTimes;
  readonly weakAlgorithms: readonly string[];
  readonly formerAlgorithms?: readonly string[] | undefined;
  readonly traits: SessionTraits;
  readonly commandMs: number;
  /** The most that one command may print. */
  readonly outputBytes: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly files: Files & Partial<FileWays>;
};

/** A logged-in command line over any transport. */
export class CliSession implements DeviceSession {
  readonly banner: string;
  readonly hostKey: string | null;
  readonly times: SessionTimes;
  private traits: SessionTraits;
  private allPagers: readonly PagerRule[] | undefined;
  private currentPrompt: string;
  private encoding: Encoding = 'utf-8';
  /** False once the device's answers can no longer be told apart. */
  private isTrusted = true;
  /** A question waits: nothing more may be typed. */
  private isAsked = false;
  private echoes = false;
  private readonly queue: CommandQueue;
  private closing: Promise<void> | undefined;

  constructor(private readonly parts: CliSessionParts) {
    this.banner = parts.banner;
    this.hostKey = parts.hostKey;
    this.times = parts.times;
    this.traits = parts.traits;
    this.currentPrompt = parts.prompt;
    parts.conversation.allow(parts.outputBytes);
    this.queue = new CommandQueue({
      answer: (asked, how) => this.answer(asked, how),
      clock: parts.clock,
      warn: (message, fields) => this.warn(message, fields),
    });
  }

  get prompt(): string {
    return this.currentPrompt;
  }

  get weakAlgorithms(): readonly string[] {
    const { weakAlgorithms, files } = this.parts;
    return files.hasSentPassword?.() === true ? [...weakAlgorithms, 'ftp'] : weakAlgorithms;
  }

  get formerAlgorithms(): readonly string[] {
    return this.parts.formerAlgorithms ?? [];
  }

  get carriesFiles(): boolean {
    return this.parts.files.carriesFiles ?? true;
  }

  useTraits(traits: SessionTraits): void {
    this.traits = traits;
    this.allPagers = undefined;
  }

  isOpen(): boolean {
    return this.isTrusted && !this.closing && this.parts.conversation.isOpen && !this.parts.signal.aborted;
  }

  /**
   * Commands are sent one after the other, also when this is called again before the last one has ended; where several
   * wait, each proves the end of the one before.
   */
  run(command: string, onText?: (text: string) => void, onStart?: () => void): Promise<CommandOutput> {
    return this.queue.add({ command, onText, onStart });
  }

  fetch(path: string): Promise<FetchedFile> {
    return this.parts.files.fetch(path);
  }

  close(): Promise<void> {
    this.closing ??= this.closeNow();
    return this.closing;
  }

  /** Sends what is asked, unless it was sent already, and reads its answer. */
  private async answer({ command, onText }: Asked, how: HowToAsk): Promise<CommandResult | ErrorCode> {
    const { conversation, commandMs, signal } = this.parts;
    if (!this.isOpen()) return signal.aborted ? 'device.cancelled' : 'ssh.lost';
    const decode = onText && streamDecoder(this.encoding);
    const result = await runCommand(conversation, command, {
      prompt: this.currentPrompt,
      traits: this.traits,
      pagers: this.pagers(),
      silenceMs: commandMs,
      onChunk: decode && ((chunk) => onText(decode(chunk))),
      echoes: this.echoes,
      next: how.next,
      outputFrom: how.outputFrom,
    });
    this.echoes ||= result.hasEcho;
    if (result.end === 'partial') this.warn('command cut short', { command, code: result.code });
    await this.settle(result);
    return result;
  }

  private warn(message: string, fields: LogFields): void {
    this.parts.log.warn(message, { host: this.parts.host, ...fields });
  }

  private pagers(): readonly PagerRule[] {
    return (this.allPagers ??= [...this.traits.pagers, ...knownPagers]);
  }

  /** After a command: takes over what changed, and after one that was cut short finds out whether the device is back. */
  private async settle(result: CommandResult): Promise<void> {
    this.currentPrompt = result.prompt;
    if (result.encoding !== 'utf-8') this.encoding = result.encoding;
    // The next command was sent already: its answer will show where the device stands.
    if (result.isReady || (result.isMixed === true && result.code === undefined)) return;
    this.isAsked = result.code === 'cli.question';
    const mayComeBack = result.code === 'cli.timeout' || result.code === 'cli.output-too-long';
    this.isTrusted = mayComeBack && (await this.resync());
    if (!this.isTrusted) this.parts.conversation.stop();
  }

  /** One interrupt and an empty line; only a prompt that comes twice makes the session usable again. */
  private async resync(): Promise<boolean> {
    const { conversation, clock, commandMs } = this.parts;
    const endsAt = clock.elapsed() + Math.min(resyncMs, commandMs);
    conversation.tape.clear();
    conversation.send(interrupt);
    conversation.sendLine();
    let skipped = 0;
    for (let hasAskedAgain = false; skipped < resyncBytes;) {
      const turn = await conversation.wait(endsAt - clock.elapsed());
      const spare = Math.max(0, conversation.tape.length - resyncTailBytes);
      conversation.tape.cut(spare);
      skipped += spare;
      const { count } = trailingPrompts(conversation.tape.tail(0), this.currentPrompt);
      if (count >= 2) return true;
      if (turn !== 'data' || clock.elapsed() >= endsAt) return false;
      if (count === 1 && !hasAskedAgain) {
        hasAskedAgain = true;
        conversation.sendLine();
      }
    }
    return false;
  }

  private async closeNow(): Promise<void> {
    const { conversation, shellPrompt, signal, transport } = this.parts;
    const filesClosed = this.parts.files.close();
    if (conversation.isOpen && this.traits.logout !== undefined && !this.isAsked) {
      // A device that no longer answers will not hang up either.
      const mayWait = !signal.aborted && this.isTrusted;
      conversation.tape.clear();
      conversation.sendLine(this.traits.logout);
      if (mayWait && shellPrompt !== undefined && (await this.hungUp(shellPrompt)) === 'shell') {
        conversation.sendLine(this.traits.logout);
      }
      if (mayWait) await this.hungUp();
    }
    await Promise.all([filesClosed, transport.close()]);
  }

  /** Waits for the far end to hang up, or to stand at the prompt of the shell behind the command line. */
  private async hungUp(shellPrompt?: string): Promise<'closed' | 'shell' | 'silent'> {
    const { conversation, clock } = this.parts;
    const endsAt = clock.elapsed() + hangUpMs;
    for (;;) {
      const turn = await conversation.wait(endsAt - clock.elapsed());
      if (turn === 'closed' || turn === 'aborted' || turn === 'full') return 'closed';
      if (turn === 'quiet' || clock.elapsed() >= endsAt) return 'silent';
      if (shellPrompt !== undefined && conversation.tape.tail(0).at(-1) === shellPrompt) return 'shell';
    }
  }
}
