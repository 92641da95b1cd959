import type { ErrorCode } from '../../../shared/errors';
import type { SessionOptions, Target } from '../session/session';
import { Conversation } from './conversation';
import { decodeOutput } from './decode';
import { learnPrompt, type Learned } from './learn-prompt';
import { knownPagers } from './pager';
import { trailingPrompts } from './prompt';
import { drawLines } from './terminal-line';

/** A command line that stands at its prompt. */
export type Started = {
  readonly prompt: string;
  readonly banner: string;
  /** The prompt of the shell that was left for the command line, and to which its logout leads back. */
  readonly shellPrompt: string | undefined;
};

const passwordQuestion = /(?:password|密码|口令)\s*[:：]\s*$/i;

/**
 * Learns the prompt; goes on from a shell into the command line, and into the privileged mode where the platform has one
 * and a secret is stored.
 */
export async function startCommandLine(
  conversation: Conversation,
  target: Target,
  options: SessionOptions,
): Promise<Started | { readonly code: ErrorCode }> {
  const first = await learn(conversation, options);
  if (first.kind === 'failed') return { code: first.code };
  const banner = bannerOf(conversation, first.prompt);
  const inner = await fromShell(conversation, first.prompt, target, options);
  if (inner.kind === 'failed') return { code: inner.code };
  const shellPrompt = inner.prompt === first.prompt ? undefined : first.prompt;
  const { enable } = options.traits;
  if (enable === undefined || target.enableSecret === undefined || !/>\s*$/.test(inner.prompt)) {
    return { prompt: inner.prompt, banner, shellPrompt };
  }
  const privileged = await raise(conversation, enable, target.enableSecret, options);
  if (privileged.kind === 'failed') return { code: privileged.code };
  // `<name>` is the prompt of VRP and Comware at every level; elsewhere `>` means that nothing has changed.
  const isSame = privileged.prompt === inner.prompt && !inner.prompt.trimStart().startsWith('<');
  if (isSame) options.log.warn('privileged mode refused', { host: target.host });
  return { prompt: privileged.prompt, banner, shellPrompt };
}

/** Some accounts land in a shell in front of the command line: types what leads on from it. */
async function fromShell(
  conversation: Conversation,
  prompt: string,
  { host }: Target,
  options: SessionOptions,
): Promise<Learned> {
  const { enter } = options.traits;
  if (enter?.on.test(prompt) !== true) return { kind: 'prompt', prompt };
  conversation.tape.clear();
  conversation.sendLine(enter.send);
  const learned = await learn(conversation, options);
  if (learned.kind === 'prompt' && learned.prompt === prompt) {
    options.log.warn('the shell did not lead on to the command line', { host });
  }
  return learned;
}

function learn(conversation: Conversation, { traits, budgets, clock }: SessionOptions): Promise<Learned> {
  return learnPrompt(conversation, {
    budgetMs: budgets.connectMs,
    elapsed: () => clock.elapsed(),
    hint: traits.prompt,
    pagers: [...traits.pagers, ...knownPagers],
  });
}

/** Sends the command and, when it is asked for, the secret once; then learns the prompt anew. */
async function raise(
  conversation: Conversation,
  command: string,
  secret: string,
  options: SessionOptions,
): Promise<Learned> {
  const { clock, budgets } = options;
  const endsAt = clock.elapsed() + budgets.connectMs;
  conversation.tape.clear();
  conversation.sendLine(command);
  for (let isAsked = false; !isAsked;) {
    const turn = await conversation.wait(Math.min(1000, endsAt - clock.elapsed()));
    if (turn === 'closed') return { kind: 'failed', code: 'ssh.lost' };
    if (turn === 'aborted') return { kind: 'failed', code: 'device.cancelled' };
    if (turn === 'full') return { kind: 'failed', code: 'cli.login-too-long' };
    isAsked = passwordQuestion.test(conversation.tape.tail(0).at(-1) ?? '');
    // Some devices let one in without a question: then the prompt is learned as it is.
    if (!isAsked && turn === 'quiet') return learn(conversation, options);
  }
  conversation.tape.clear();
  conversation.sendLine(secret);
  return learn(conversation, options);
}

function bannerOf(conversation: Conversation, prompt: string): string {
  const lines = drawLines(decodeOutput(conversation.tape.bytes(0)).text);
  return lines.slice(0, trailingPrompts(lines, prompt).firstLine).join('\n').trim();
}
