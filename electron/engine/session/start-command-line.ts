import type { ErrorCode } from '../../../shared/errors';
import { Conversation } from './conversation';
import { learnPrompt, type Learned } from './learn-prompt';
import { knownPagers } from './pager';
import { trailingPrompts } from './prompt';
import type { SessionOptions, Target } from './session';
import { drawLines } from './terminal-line';
import { decodeOutput } from './decode';

/** A command line that stands at its prompt. */
export type Started = { readonly prompt: string; readonly banner: string };

const passwordQuestion = /(?:password|密码|口令)\s*[:：]\s*$/i;

/** Learns the prompt, and goes into the privileged mode where the platform has one and a secret is stored. */
export async function startCommandLine(
  conversation: Conversation,
  target: Target,
  options: SessionOptions,
): Promise<Started | { readonly code: ErrorCode }> {
  const learned = await learn(conversation, options);
  if (learned.kind === 'failed') return { code: learned.code };
  const banner = bannerOf(conversation, learned.prompt);
  const { enable } = options.traits;
  if (enable === undefined || target.enableSecret === undefined || !/>\s*$/.test(learned.prompt)) {
    return { prompt: learned.prompt, banner };
  }
  const privileged = await enter(conversation, enable, target.enableSecret, options);
  if (privileged.kind === 'failed') return { code: privileged.code };
  // `<name>` is the prompt of VRP and Comware at every level; elsewhere `>` means that nothing has changed.
  const isSame = privileged.prompt === learned.prompt && !learned.prompt.trimStart().startsWith('<');
  if (isSame) options.log.warn('privileged mode refused', { host: target.host });
  return { prompt: privileged.prompt, banner };
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
async function enter(
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
