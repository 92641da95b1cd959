import type { ErrorCode } from '../../../shared/errors';
import { saysSessionsFull } from '../session/sessions-full';
import type { Conversation } from './conversation';
import { pagerOn, type PagerRule } from './pager';
import { looksLikePrompt, repeatedPrompt } from './prompt';
import { isOpenQuestion, safeAnswerTo } from './questions';

/** Silence after which a line that does not look like a prompt is asked all the same, milliseconds. */
const quietMs = 400;
/** Silence after which an unanswered empty line is taken as lost (some devices drop what is typed during log-in). */
const lostMs = 1000;
/** Silence after which a question is taken as one that waits for us. */
const questionMs = 800;

/** So many empty lines, each answered by the same line with the cursor, prove it even with messages in between. */
const sureTimes = 3;

export type LearnOptions = {
  /** Whole time for learning, milliseconds. */
  readonly budgetMs: number;
  readonly elapsed: () => number;
  /** The platform's idea of a prompt; only a reason to ask early. */
  readonly hint: RegExp;
  readonly pagers: readonly PagerRule[];
};

export type Learned =
  { readonly kind: 'prompt'; readonly prompt: string } | { readonly kind: 'failed'; readonly code: ErrorCode };

/**
 * Learns the prompt from the device: an empty line must bring the same line back, right after itself. A banner that
 * ends like a prompt is not believed, since it does not come twice.
 *
 * Each empty line is sent once the line with the cursor looks like a prompt, or after silence; the cost is one round
 * trip when the device is quick.
 */
export async function learnPrompt(conversation: Conversation, options: LearnOptions): Promise<Learned> {
  const endsAt = options.elapsed() + options.budgetMs;
  let askedAt: number | undefined;
  let asked: { readonly line: string; readonly at: number; readonly times: number } | undefined;
  let isFirst = true;
  for (;;) {
    const leftMs = endsAt - options.elapsed();
    if (leftMs <= 0) return { kind: 'failed', code: 'cli.no-prompt' };
    // What came during the log-in is looked at first.
    const turn = isFirst && conversation.tape.length > 0 ? 'data' : await conversation.wait(Math.min(leftMs, quietMs));
    isFirst = false;
    if (turn === 'closed') {
      const isFull = saysSessionsFull(conversation.tape.tail(0).join('\n'));
      return { kind: 'failed', code: isFull ? 'cli.sessions-full' : 'ssh.lost' };
    }
    if (turn === 'aborted') return { kind: 'failed', code: 'device.cancelled' };
    if (turn === 'full') return { kind: 'failed', code: 'cli.login-too-long' };
    const lines = conversation.tape.tail(0);
    const last = lines.at(-1) ?? '';
    // Only from the line that was asked about: a banner may hold the same line twice by itself.
    const prompt = askedAt === undefined ? undefined : repeatedPrompt(conversation.tape.tail(askedAt));
    if (prompt !== undefined) return { kind: 'prompt', prompt };
    if (answered(conversation, last, options.pagers)) {
      askedAt = undefined;
      continue;
    }
    if (isOpenQuestion(last)) {
      if (conversation.silentMs() >= Math.min(questionMs, options.budgetMs / 2)) {
        return { kind: 'failed', code: 'cli.question' };
      }
      continue;
    }
    const isReady = turn === 'quiet' || looksLikePrompt(last, options.hint);
    const isFree = askedAt === undefined || conversation.silentMs() >= Math.min(lostMs, options.budgetMs / 3);
    if (isReady && isFree) {
      askedAt = conversation.tape.lastLineStart();
      const isAnswered = asked?.line === last && asked.at < askedAt;
      asked = { line: last, at: askedAt, times: isAnswered ? (asked?.times ?? 0) + 1 : 1 };
      if (asked.times >= sureTimes && last !== '') return { kind: 'prompt', prompt: last };
      conversation.sendLine();
    }
  }
}

function answered(conversation: Conversation, last: string, pagers: readonly PagerRule[]): boolean {
  const answer = safeAnswerTo(last);
  if (answer !== undefined) {
    conversation.tape.push(Buffer.from('\n'));
    conversation.sendLine(answer);
    return true;
  }
  const pager = pagerOn(last, pagers);
  if (!pager) return false;
  conversation.tape.push(Buffer.from('\n'));
  conversation.send(pager.answer);
  return true;
}
