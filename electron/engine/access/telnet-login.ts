import type { ErrorCode } from '../../../shared/errors';
import type { Phase } from '../../../shared/model/run';
import type { Conversation } from '../command-line/conversation';
import { looksLikePrompt } from '../command-line/prompt';
import { isOpenQuestion } from '../command-line/questions';
import type { SessionOptions, Target } from '../session/session';
import { saysSessionsFull } from '../session/sessions-full';
import { askGuard } from './ask-guard';
import { loginAsk } from './login-words';

/** Silence after the password that counts as being let in, milliseconds. */
const letInMs = 500;
/** Silence after other words than a question or a refusal: the device waits for a key, or its prompt looks like none. */
const settledMs = 1500;

type LoginResult =
  | { readonly kind: 'in'; readonly greeting: string }
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly phase: Phase };

/**
 * Answers the log-in dialogue once: a second question for the password is a refusal, never a second try.
 * Devices without a user name, or without any log-in, are let through as well.
 *
 * @throws SessionError of the guard that is asked before the password is sent
 */
export async function loginByTelnet(
  conversation: Conversation,
  target: Target,
  options: SessionOptions,
): Promise<LoginResult> {
  const { clock, budgets } = options;
  options.onPhase('banner');
  let phase: Phase = 'banner';
  let hasSentUser = false;
  let hasSentPassword = false;
  let greeting = '';
  const failed = (code: ErrorCode): LoginResult => ({ kind: 'failed', code, phase });
  let endsAt = clock.elapsed() + budgets.connectMs;
  const answer = (text: string): void => {
    greeting += shownBefore(conversation, target.username);
    conversation.tape.clear();
    conversation.sendLine(text);
    endsAt = clock.elapsed() + budgets.connectMs;
  };
  for (;;) {
    const turn = await conversation.wait(Math.min(letInMs, endsAt - clock.elapsed()));
    if (turn === 'aborted') return failed('device.cancelled');
    if (turn === 'full') return failed('cli.login-too-long');
    const lines = conversation.tape.tail(0);
    const ask = loginAsk(lines, hasSentPassword);
    if (turn === 'closed' && saysSessionsFull(lines.join('\n'))) return failed('cli.sessions-full');
    if (ask === 'refused' || (ask !== undefined && hasSentPassword)) return failed('telnet.auth-failed');
    if (turn === 'closed') return failed(hasSentPassword ? 'telnet.auth-failed' : 'net.closed');
    if (phase === 'banner' && conversation.tape.length > 0) {
      phase = 'auth';
      options.onPhase('auth');
    }
    if (ask === 'user' && !hasSentUser) {
      hasSentUser = true;
      answer(target.username);
    } else if (ask === 'password') {
      if (target.password === undefined) return failed('device.no-credential');
      await askGuard(target, options);
      if (options.signal.aborted) return failed('device.cancelled');
      hasSentPassword = true;
      answer(target.password);
    } else if (
      isLetIn(lines, turn === 'quiet', hasSentPassword) ||
      (hasSentPassword && conversation.silentMs() >= settledMs && hasSpoken(lines))
    ) {
      return { kind: 'in', greeting };
    }
    if (clock.elapsed() >= endsAt) return failed(hasSentPassword ? 'telnet.auth-failed' : 'telnet.no-login');
  }
}

/** The text above the question, without the echo of the user name. */
function shownBefore(conversation: Conversation, username: string): string {
  const lines = conversation.tape.tail(0).slice(0, -1);
  return lines
    .filter((line) => line.trim() !== username)
    .map((line) => `${line}\n`)
    .join('');
}

/** Something was said since the password that does not end in a question of the log-in. */
function hasSpoken(lines: readonly string[]): boolean {
  return lines.some((line) => line.trim() !== '') && !/[:：]\s*$/.test(lines.at(-1) ?? '');
}

/** Let in: something other than the questions stands there, and after the password also a prompt without silence. */
function isLetIn(lines: readonly string[], isQuiet: boolean, hasSentPassword: boolean): boolean {
  const last = lines.at(-1) ?? '';
  if (hasSentPassword && (looksLikePrompt(last) || isOpenQuestion(last))) return !/[:：]\s*$/.test(last) || isQuiet;
  return isQuiet && looksLikePrompt(last);
}
