import type { ErrorCode } from '../../../shared/errors';
import type { CommandEnd } from '../../../shared/model/run';
import type { SessionTraits } from '../session/traits';
import { commandText, isPromptWithMessage } from './command-text';
import type { Conversation } from './conversation';
import { cutOffText } from './cut-off-text';
import type { Encoding } from './decode';
import { echoEnd } from './echo';
import { handedEcho, hasSecondEcho, type HandedOn } from './handed-on';
import { pagerOn, type PagerRule } from './pager';
import { looksLikePrompt, repeatedPrompt, trailingPrompts } from './prompt';
import { isOpenQuestion, safeAnswerTo } from './questions';
import type { Tape } from './tape';

/** Silence after which a prompt that still lacks its proof is asked again, milliseconds; a short budget shortens it. */
const askAgainMs = 400;
/** Silence after which an output that does not end in the learned prompt is looked at; a short budget shortens it. */
const stallMs = 1000;
/** Enough for the prompts at an end, a few times over. */
const promptTailBytes = 1024;
/** Enough for one prompt and the line above it, nearly always. */
const nearTailBytes = 192;

/** Up to so many bytes an echo that has not come is still looked for. */
const lateEchoBytes = 8192;

/** A device that writes messages all the time never shows two prompts in a row: so many answered empty lines will do. */
const sureNudges = 3;
/** Silence after which an echo that has to come is given up, milliseconds; a short budget shortens it. */
const lateEchoMs = 5000;

export type CommandOptions = {
  readonly prompt: string;
  readonly traits: SessionTraits;
  readonly pagers: readonly PagerRule[];
  /** Budget of silence, milliseconds. */
  readonly silenceMs: number;
  /** Each chunk as it comes; what only proves the prompt is left out. */
  readonly onChunk: ((chunk: Buffer) => void) | undefined;
  /**
   * The command that comes next, when it may be sent as the proof of this one's end. Asked at that moment; left out or
   * undefined proves the end with an empty line.
   */
  readonly next?: () => string | undefined;
  /** True where the device has echoed before: an echo that does not come is waited for, and only then done without. */
  readonly echoes?: boolean;
  /** Where this command's output begins on the tape, when it was sent as the proof of the one before. */
  readonly outputFrom?: number | undefined;
};

/** What one command gave. */
export type CommandResult = {
  readonly text: string;
  readonly end: CommandEnd;
  readonly code: ErrorCode | undefined;
  /** What the output was written in. */
  readonly encoding: Encoding;
  /** The prompt as it is now: it changes with a mode or a role of the device. */
  readonly prompt: string;
  /** True when the device stands at its prompt, so that the next command may be sent. */
  readonly isReady: boolean;
  /** True when its echo came. */
  readonly hasEcho: boolean;
  /** Where the next command's output begins on the tape: it was sent, and its echo has come. */
  readonly nextFrom?: number;
  /** True when it cannot be told where this answer ends and the next one begins: both have to be asked again. */
  readonly isMixed?: true;
};

/** A command on its way. */
type Progress = {
  prompt: string;
  /** Offset behind the echo; undefined while the echo has not come. */
  outputFrom: number | undefined;
  hasEcho: boolean;
  /** Prompts needed at the end: the command's own, and one for each empty line sent since. 0: none seen yet. */
  needed: number;
  hasNudged: boolean;
  /** Empty lines sent since the command; each has a prompt of its own coming. */
  emptyLines: number;
  /** Length of the tape at the last empty line that asked for a proof, and how many such lines brought the prompt. */
  nudgedAt: number;
  answeredNudges: number;
  /** Offset behind the last question that was answered: it must not be answered again. */
  answeredTo: number;
  /** The prompts found at the end, and in what they were found. */
  seen: { length: number; from: number; prompt: string; count: number } | undefined;
  /** Offset up to which `onChunk` has been told. */
  shownTo: number;
  readonly asked: string[];
  /** The next command, once it was sent to prove this one's end. */
  handedOn: HandedOn | undefined;
};

/**
 * Sends one command and reads to its end.
 *
 * The end is proven, not guessed. An exact prompt at the end of what came may be a line of the output with a pause
 * behind it, so an empty line is sent, and the prompt has to come again with nothing between. When something does come
 * between, it was output: reading goes on, and the empty line's own prompt still has to follow the real one. The cost
 * is one round trip a command; waiting in silence would cost more and prove nothing. What arrives between the proof
 * and the next command's echo (console messages, a spare prompt) belongs to no command and is left out.
 *
 * Where the next command is known it is sent in the place of the empty line. Its echo right behind the prompt proves as
 * much for no round trip at all; when anything else comes, nothing is read from either answer (`isMixed`).
 *
 * An output whose last line is the prompt itself loses that line. Nothing tells it from a prompt to spare: the same bytes
 * have come in both cases before more is typed, the echo proves the last prompt only, and asking again brings the same
 * again. That the device has printed no spare one so far proves nothing, since some redraw theirs now and then. A prompt
 * taken for output would spoil an answer that is whole; the line that is lost says no more than the prompt does.
 */
export async function runCommand(
  conversation: Conversation,
  command: string,
  options: CommandOptions,
): Promise<CommandResult> {
  const { tape } = conversation;
  const looks = [askAgainMs, stallMs, lateEchoMs].map((ms) => paced(ms, options)).concat(options.silenceMs);
  const progress = begin(conversation, command, options);
  const ended = (end: CommandEnd, code: ErrorCode | undefined, isReady: boolean): CommandResult => {
    const bytes = tape.bytes(progress.outputFrom ?? tape.length, progress.handedOn?.at);
    const { prompt, asked, emptyLines, hasEcho } = progress;
    const isTooLong = code === 'cli.output-too-long';
    const parts = { prompt, traits: options.traits, asked, emptyLines };
    const shown = isTooLong ? { ...cutOffText(bytes), end } : commandText(bytes, parts, end);
    const result = { text: shown.text, end: shown.end, encoding: shown.encoding, code, prompt, isReady, hasEcho };
    const isMixed =
      !isTooLong && options.outputFrom !== undefined && hasSecondEcho(shown.text, command, options.prompt);
    return isMixed ? { ...result, isMixed } : result;
  };
  for (let isSeenAnew = progress.hasEcho; ;) {
    const turn = isSeenAnew ? 'data' : await conversation.wait(nextLookMs(conversation.silentMs(), looks));
    isSeenAnew = false;
    if (turn === 'aborted') return ended('partial', 'device.cancelled', false);
    if (progress.handedOn !== undefined) {
      const echo = handedEcho(tape, progress.handedOn);
      if (echo.kind === 'whole')
        return handOver(conversation, ended('complete', undefined, true), progress.handedOn, echo.end);
      if (turn === 'closed') return ended('partial', 'ssh.lost', false);
      const isLate = conversation.silentMs() >= paced(lateEchoMs, options);
      if (echo.kind === 'other' || isLate || turn === 'full')
        return { ...ended('unknown', undefined, false), isMixed: true };
      continue;
    }
    findEcho(conversation, command, progress);
    if (isProven(conversation, progress)) return ended(progress.hasEcho ? 'complete' : 'unknown', undefined, true);
    if (turn === 'closed') return ended('partial', 'ssh.lost', false);
    if (turn === 'full') return ended('partial', 'cli.output-too-long', false);
    show(conversation, progress, options);
    if (react(conversation, progress, options) || turn === 'data') continue;
    if (conversation.silentMs() >= options.silenceMs) return ended('partial', 'cli.timeout', false);
    if (conversation.silentMs() < paced(stallMs, options)) continue;
    if (isOpenQuestion(cursorLine(conversation, progress))) return ended('partial', 'cli.question', false);
    isSeenAnew = lookAtStall(conversation, progress, options);
  }
}

/** Sends the command, unless the one before has done it. */
function begin(conversation: Conversation, command: string, { prompt, outputFrom }: CommandOptions): Progress {
  const progress = newProgress(prompt);
  if (outputFrom !== undefined) return { ...progress, outputFrom, hasEcho: true };
  conversation.tape.clear();
  conversation.sendLine(command);
  return progress;
}

/** Leaves the next command's echo and what follows it on the tape. */
function handOver({ tape }: Conversation, result: CommandResult, { at }: HandedOn, echoEnd: number): CommandResult {
  tape.cut(at);
  return { ...result, nextFrom: echoEnd - at };
}

function newProgress(prompt: string): Progress {
  return {
    prompt,
    outputFrom: undefined,
    hasEcho: false,
    needed: 0,
    hasNudged: false,
    emptyLines: 0,
    nudgedAt: 0,
    answeredNudges: 0,
    answeredTo: 0,
    seen: undefined,
    shownTo: 0,
    asked: [],
    handedOn: undefined,
  };
}

const paced = (ms: number, { silenceMs }: CommandOptions): number => Math.min(ms, silenceMs / 2);

/** Time to the next moment at which silence means something. @param looks those moments, the budget's end last */
function nextLookMs(silentMs: number, looks: readonly number[]): number {
  return Math.max(1, (looks.find((look) => look > silentMs) ?? looks.at(-1) ?? 0) - silentMs);
}

function findEcho(conversation: Conversation, command: string, progress: Progress): void {
  // A stall may have let us read on without an echo: it can still come, behind a spare prompt and a rest.
  if (progress.hasEcho || (progress.outputFrom !== undefined && conversation.tape.length > lateEchoBytes)) return;
  const end = echoEnd(conversation.tape, 0, command, progress.prompt);
  if (end === undefined) return;
  progress.outputFrom = end;
  progress.hasEcho = true;
}

/**
 * Exact prompts at the end of the tape. Looks no further back than it has to: most chunks end inside an output. A line that
 * is not plain is looked at with all that stands around it, since that tells its encoding.
 */
function countPrompts(tape: Tape, from: number, prompt: string): number {
  const last = tape.plainCursorLine(from, promptTailBytes);
  if (last !== undefined) {
    if (trailingPrompts([last], prompt).count === 0) return 0;
    const near = trailingPrompts(tape.tail(from, nearTailBytes), prompt);
    if (near.isBounded) return near.count;
  }
  return trailingPrompts(tape.tail(from, promptTailBytes), prompt).count;
}

/** Looked at several times for the same bytes, hence remembered. */
function promptsAtEnd({ tape }: Conversation, progress: Progress): number {
  const from = progress.outputFrom ?? 0;
  const { seen } = progress;
  if (seen?.length === tape.length && seen.from === from && seen.prompt === progress.prompt) return seen.count;
  const count = countPrompts(tape, from, progress.prompt);
  progress.seen = { length: tape.length, from, prompt: progress.prompt, count };
  return count;
}

function isProven(conversation: Conversation, progress: Progress): boolean {
  if (progress.outputFrom === undefined || progress.needed === 0) return false;
  if (progress.answeredNudges >= sureNudges) return true;
  return promptsAtEnd(conversation, progress) >= progress.needed;
}

function cursorLine(conversation: Conversation, progress: Progress): string {
  const { tape } = conversation;
  const { answeredTo } = progress;
  return tape.plainCursorLine(answeredTo, promptTailBytes) ?? tape.tail(answeredTo, promptTailBytes).at(-1) ?? '';
}

function show(conversation: Conversation, progress: Progress, { onChunk }: CommandOptions): void {
  const { tape } = conversation;
  if (!onChunk || tape.length === progress.shownTo) return;
  if (progress.needed > 0 && promptsAtEnd(conversation, progress) > 0) return;
  onChunk(tape.bytes(progress.shownTo));
  progress.shownTo = tape.length;
}

/** Only behind the first prompt after a plain answer is the next command a proof. */
function mayHandOn({ hasEcho, needed, emptyLines, asked }: Progress, prompts: number): boolean {
  return hasEcho && needed === 0 && emptyLines === 0 && asked.length === 0 && prompts === 1;
}

/** Asks for the proof of a prompt, and turns the page of a pager. True when something was sent. */
function react(conversation: Conversation, progress: Progress, options: CommandOptions): boolean {
  if (progress.outputFrom === undefined) return false;
  const prompts = promptsAtEnd(conversation, progress);
  if (prompts > 0) {
    if (progress.needed > 0 && conversation.silentMs() < paced(askAgainMs, options)) return false;
    const { length } = conversation.tape;
    if (progress.needed > 0 && length > progress.nudgedAt) progress.answeredNudges += 1;
    progress.nudgedAt = length;
    const next = mayHandOn(progress, prompts) ? options.next?.() : undefined;
    if (next !== undefined) {
      progress.handedOn = { command: next, at: length };
      conversation.sendLine(next);
      return true;
    }
    progress.needed = prompts + 1;
    if (progress.answeredNudges >= sureNudges) return true;
    progress.emptyLines += 1;
    conversation.sendLine();
    return true;
  }
  const last = cursorLine(conversation, progress);
  const pager = pagerOn(last, options.pagers);
  if (!pager) return false;
  progress.asked.push(last);
  progress.answeredTo = conversation.tape.length;
  conversation.send(pager.answer);
  return true;
}

/**
 * Silence, and no prompt: a device without echo, a changed prompt, or a console message behind the prompt.
 * True when what has come already is to be read in a new light.
 */
function lookAtStall(conversation: Conversation, progress: Progress, options: CommandOptions): boolean {
  const lines = conversation.tape.tail(0);
  const last = cursorLine(conversation, progress);
  if (progress.outputFrom === undefined) {
    if (options.echoes === true && conversation.silentMs() < paced(lateEchoMs, options)) return false;
    if (trailingPrompts(lines, progress.prompt).count === 0) return false;
    progress.outputFrom = 0;
    return true;
  }
  if (safeAnswerTo(last) === '') {
    progress.answeredTo = conversation.tape.length;
    conversation.sendLine();
    return false;
  }
  const renewed = progress.hasNudged ? repeatedPrompt(lines) : undefined;
  if (renewed !== undefined && looksLikePrompt(renewed, options.traits.prompt)) {
    progress.prompt = renewed;
    progress.needed = 2;
    return true;
  }
  const isPrompt = (line: string): boolean => line === progress.prompt || isPromptWithMessage(line, progress.prompt);
  const hasPrompt = lines.slice(-6).some(isPrompt) || last.endsWith(progress.prompt);
  if (!progress.hasNudged && (hasPrompt || looksLikePrompt(last, options.traits.prompt))) {
    progress.hasNudged = true;
    progress.needed = Math.max(progress.needed, 1) + 1;
    progress.emptyLines += 1;
    conversation.sendLine();
  }
  return false;
}
