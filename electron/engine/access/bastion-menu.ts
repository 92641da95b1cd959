import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import { waitPattern, type BastionStep } from '../../../shared/model/bastion';
import type { BastionScript } from '../../../shared/model/bastion-presets';
import type { Phase } from '../../../shared/model/run';
import type { Conversation } from '../command-line/conversation';
import { pagerOn, type PagerRule } from '../command-line/pager';
import { looksLikePrompt } from '../command-line/prompt';
import { isOpenQuestion, safeAnswerTo } from '../command-line/questions';
import type { Target } from '../session/session';
import { fillSend } from './bastion-places';
import { loginAsk } from './login-words';

/** Silence after which what stands at the cursor is taken as the end of what was said, milliseconds. */
const quietMs = 300;
/** Silence that the bastion's own prompt needs, since everything else is measured by it: a greeting comes in pieces. */
const homeMs = 100;
/** Silence after which a line that could be a prompt counts as the device's, while no password was sent. */
const letInMs = 500;
/** Silence after which a line that looks like no prompt is given to whoever learns prompts. */
const settledMs = 1500;
/** Far enough back for the longest menu. */
const screenBytes = 65_536;

const hostKeyQuestion = /continue connecting\s*\(yes\/no/i;
const hostKeyChanged = /host identification has changed|host key verification failed/i;
const loginRefused = /permission denied|(?:login|password) incorrect|authentication fail|认证失败|密码错误/i;

export type BastionOrder = {
  readonly script: BastionScript;
  readonly target: Target;
  /** The platform's idea of a prompt. */
  readonly hint: RegExp;
  readonly pagers: readonly PagerRule[];
  /** For each step, milliseconds. */
  readonly budgetMs: number;
  readonly elapsed: () => number;
  /** Asked right before the device's password is sent. @throws SessionError */
  readonly beforePassword: () => Promise<void>;
};

/** Where the walk ended. */
export type BastionEnd =
  /** At the device's command line; `home` is the bastion's own prompt, which shows when the device has let go. */
  | { readonly kind: 'landed'; readonly home: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly phase: Phase; readonly params: ErrorParams };

/**
 * Walks from a bastion's menu or shell to a device: waits for each step's words at the cursor and types its line. The
 * bastion's first prompt standing there again means that it did not take us on. The password is typed once, only where
 * a question for a password stands at the cursor.
 */
export function passBastion(conversation: Conversation, order: BastionOrder): Promise<BastionEnd> {
  return new Walk(conversation, order).run();
}

class Walk {
  private next = 0;
  private home: string | undefined;
  private hasSentPassword = false;
  private endsAt: number;
  private screen: readonly string[] = [];

  constructor(
    private readonly conversation: Conversation,
    private readonly order: BastionOrder,
  ) {
    this.endsAt = order.elapsed() + order.budgetMs;
  }

  async run(): Promise<BastionEnd> {
    const { conversation, order } = this;
    for (;;) {
      const lookMs = this.home === undefined ? homeMs : quietMs;
      const turn = await conversation.wait(Math.max(1, Math.min(lookMs, this.endsAt - order.elapsed())));
      if (turn === 'aborted') return this.failed('device.cancelled');
      if (turn === 'full') return this.failed('cli.login-too-long');
      this.screen = conversation.tape.tail(0, screenBytes);
      const end = (await this.react()) ?? this.arrival();
      if (end !== undefined) return end;
      if (turn === 'closed') return this.failed(this.home === undefined ? 'ssh.lost' : 'bastion.refused');
      if (order.elapsed() >= this.endsAt) return this.tooLate();
    }
  }

  /** Types what the line with the cursor asks for. */
  private async react(): Promise<BastionEnd | undefined> {
    if (this.home === undefined && this.conversation.silentMs() < homeMs) return undefined;
    const cursor = this.cursor();
    if (hostKeyQuestion.test(cursor)) return this.answerHostKey();
    const ask = loginAsk(this.screen, this.hasSentPassword);
    if (this.hasSentPassword && (ask === 'refused' || ask === 'password')) return this.refusedLogin();
    const step = this.stepFor(cursor);
    if (step === undefined) return undefined;
    const filled = fillSend(step.send, this.order.target, this.screen);
    if (filled.kind === 'unsafe') return this.failed('bastion.unsafe-value');
    if (filled.kind === 'not-listed') return this.failed('bastion.not-listed', { value: filled.value });
    if (filled.kind === 'secret' && ask !== 'password') return undefined;
    this.home ??= cursor;
    this.next = this.order.script.steps.indexOf(step) + 1;
    if (filled.kind === 'text') return this.type(filled.text);
    return this.typePassword();
  }

  private async typePassword(): Promise<BastionEnd | undefined> {
    const { password } = this.order.target;
    if (password === undefined) return this.failed('device.no-credential');
    await this.order.beforePassword();
    this.hasSentPassword = true;
    return this.type(password);
  }

  private type(text: string): undefined {
    const { conversation, order } = this;
    conversation.tape.clear();
    conversation.sendLine(text);
    this.endsAt = order.elapsed() + order.budgetMs;
    return undefined;
  }

  /** The first open step whose words stand at the cursor: optional ones may be passed over, the next needed one not. */
  private stepFor(cursor: string): BastionStep | undefined {
    if (cursor.trim() === '') return undefined;
    return this.openSteps().find(({ wait }) => {
      const found = waitPattern(wait)?.exec(cursor);
      if (found === null || found === undefined) return false;
      // Words in the midst of a line may be on their way to another one.
      const isAtEnd = cursor.slice(found.index + found[0].length).trim() === '';
      return isAtEnd || this.conversation.silentMs() >= quietMs;
    });
  }

  private openSteps(): readonly BastionStep[] {
    const left = this.order.script.steps.slice(this.next);
    const needed = left.findIndex(({ isOptional }) => isOptional !== true);
    return needed < 0 ? left : left.slice(0, needed + 1);
  }

  private answerHostKey(): BastionEnd | undefined {
    if (this.order.script.acceptsNewKeys) return this.type('yes');
    const offered = this.screen.map((line) => /SHA256:[\w+/=]{20,64}/.exec(line)?.[0]).find((text) => text) ?? '?';
    this.conversation.sendLine('no');
    return this.failed('bastion.host-key-new', { offered });
  }

  private refusedLogin(): BastionEnd {
    return this.failed(this.order.target.protocol === 'telnet' ? 'telnet.auth-failed' : 'ssh.auth-failed');
  }

  /** The device's command line, or the bastion's own prompt again. */
  private arrival(): BastionEnd | undefined {
    const { home } = this;
    if (home === undefined) return undefined;
    const cursor = this.cursor();
    const silentMs = this.conversation.silentMs();
    if (cursor.trim() === home.trim() && this.screen.length > 1) {
      if (silentMs < quietMs) return undefined;
      if (this.hasSentPassword && this.screen.some((line) => loginRefused.test(line))) return this.refusedLogin();
      const isOther = this.screen.some((line) => hostKeyChanged.test(line));
      return this.failed(isOther ? 'bastion.host-key-changed' : 'bastion.refused');
    }
    const open = this.openSteps();
    if (open.some(({ isOptional }) => isOptional !== true) || !this.isLetIn(open)) return undefined;
    return { kind: 'landed', home };
  }

  /**
   * True at the device's command line. While its question for a password may still come, only a prompt with silence
   * behind it counts: the empty line that asks a prompt again would be an answer to that question.
   */
  private isLetIn(open: readonly BastionStep[]): boolean {
    const last = this.screen.at(-1) ?? '';
    const shown = this.hasSentPassword ? this.cursor() : last;
    // Without a line end since our last line, the cursor still stands on its echo.
    const hasAnswer = this.screen.length > 1 || this.hasSentPassword;
    if (!hasAnswer || shown.trim() === '' || /[:：]\s*$/.test(shown)) return false;
    const isPrompt =
      looksLikePrompt(last, this.order.hint) ||
      safeAnswerTo(last) !== undefined ||
      isOpenQuestion(last) ||
      pagerOn(last, this.order.pagers) !== undefined;
    if (isPrompt) return this.hasSentPassword || this.isSilentFor(letInMs);
    return !open.some(({ send }) => send === '{password}') && this.isSilentFor(settledMs);
  }

  private isSilentFor(ms: number): boolean {
    return this.conversation.silentMs() >= Math.min(ms, this.order.budgetMs / 3);
  }

  private tooLate(): BastionEnd {
    const needed = this.openSteps().find(({ isOptional }) => isOptional !== true);
    if (needed === undefined) return this.failed('bastion.no-device');
    const step = this.order.script.steps.indexOf(needed) + 1;
    return this.failed('bastion.no-step', { step, wait: needed.wait });
  }

  /** Menus may leave the cursor on an empty line below their question. */
  private cursor(): string {
    const last = this.screen.at(-1) ?? '';
    if (last.trim() !== '' || this.conversation.silentMs() < quietMs) return last;
    return this.screen.findLast((line) => line.trim() !== '') ?? '';
  }

  private failed(code: ErrorCode, params: ErrorParams = {}): BastionEnd {
    const phase = this.hasSentPassword ? 'auth' : 'tcp';
    const seconds = Math.round(this.order.budgetMs / 100) / 10;
    return { kind: 'failed', code, phase, params: { screen: this.lastSaid(), seconds, ...params } };
  }

  /** The last words on the screen, the bastion's own prompt left out; secrets are blanked. */
  private lastSaid(): string {
    const said = this.screen.map((line) => line.trim()).filter((line) => line !== '' && line !== this.home?.trim());
    const shown = said.slice(-3).join(' / ').slice(-200);
    const { password, enableSecret } = this.order.target;
    return [password, enableSecret].reduce<string>(
      (text, secret) => (secret === undefined || secret === '' ? text : text.replaceAll(secret, '***')),
      shown,
    );
  }
}
