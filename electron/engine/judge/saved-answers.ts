import type { Platform } from '../vendors/platform';
import { isPromptWithMessage } from '../command-line/command-text';
import { cleanText } from '../text/table';
import { isReadOnly, isSameQuestion, sameCommand, typedCommand } from './platform-lookup';
import { isRoleLine, isSavedPrompt, isStopped, promptName, typedOn } from './saved-prompt';

/** One answer in a saved text. */
export type SavedAnswer = {
  /** As the platform spells it; null where nothing names it. */
  readonly command: string | null;
  /** The line with prompt and command as saved, with its line end; empty where it was not saved. */
  readonly echo: string;
  /** The answer alone: no echo, no prompt behind it. */
  readonly text: string;
  /** The line with the prompt behind it, with its line end; empty where none was saved. */
  readonly prompt: string;
  /** True when the device's prompt follows the answer. */
  readonly isEnded: boolean;
};

type Line = { readonly clean: string; readonly raw: string };

/** A line with the device's prompt. */
type Mark = {
  readonly at: number;
  readonly prompt: string;
  /** The known command that was typed; undefined for any other words, and for none. */
  readonly command: string | undefined;
  /** True when no line of an output looks like this: prompt alone, or prompt and a command of the platform. */
  readonly isSure: boolean;
};

/** Words that people type between commands. */
const sessionWords = /^(?:exit|quit|logout|end|return|enable|super|system-view|configure terminal|conf t|q)$/i;

/** The lines as shown, each with the bytes it came from. */
function linesOf(text: string): readonly Line[] {
  const { lines } = cleanText(text);
  const raw = text.replace(/(?<!\r)\r+\n/g, '\n').split('\n');
  return lines.map((clean, index) => ({ clean, raw: raw.length === lines.length ? (raw[index] ?? '') : clean }));
}

/** True for words that only a person at the prompt writes: a command that reads, or one of the session itself. */
function isTyped(words: string, members: readonly Platform[]): boolean {
  if (sessionWords.test(words)) return true;
  // `sh vlan` and `dis vlan` are what people type.
  const spelled = words.replace(/^sho?(?= )/i, 'show').replace(/^disp?(?= )/i, 'display');
  return members.some(
    (member) =>
      isReadOnly(member, spelled) ||
      [...member.traits.pagerOff, member.traits.logout, member.traits.enable].some(
        (each) => each !== undefined && sameCommand(each, words),
      ),
  );
}

/** Every line with the device's prompt, from the first one on that shows a known command. */
function marksIn(lines: readonly Line[], members: readonly Platform[]): readonly Mark[] {
  let name: string | undefined;
  return lines.flatMap(({ clean }, at): readonly Mark[] => {
    const typed = typedOn(clean, members);
    for (const { prompt, words: asTyped } of typed) {
      const words = asTyped.replace(/(?<!\s)\s*\|\s*no-more$/i, '');
      const command = typedCommand(members, words);
      if (name === undefined && command === undefined) continue;
      name ??= promptName(prompt);
      if (promptName(prompt) !== name) continue;
      const isSure =
        words === '' || command !== undefined || isTyped(words, members) || isPromptWithMessage(clean, prompt);
      // Other words behind a prompt without a name (`->`, `#`) may be anything.
      if (isSure || /[\p{L}\p{N}]{2}/u.test(name)) return [{ at, prompt, command, isSure }];
    }
    return [];
  });
}

/** The lines of an answer up to the prompt at `end`, without the blank and role lines that belong to the prompt. */
function answerBefore(lines: readonly Line[], from: number, end: number): string {
  let to = end;
  const above = (): string => lines[to - 1]?.clean ?? '';
  if (to > from && isRoleLine(above())) to -= 1;
  return lines
    .slice(from, to)
    .map(({ clean }) => `${clean}\n`)
    .join('');
}

/** True when the answer that ends before `end` was left by hand: the prompt came, the rest of the answer did not. */
function wasStopped(lines: readonly Line[], from: number, end: number, members: readonly Platform[]): boolean {
  const before = lines.slice(from, end).findLast(({ raw }) => raw.trim() !== '');
  const shown = before === undefined || before.clean === '' ? (before?.raw ?? '') : before.clean;
  return isStopped(lines[end]?.raw ?? '', members) || isStopped(shown, members);
}

/** The answers of a text in which commands were typed at a prompt. */
function answersOfSession(
  lines: readonly Line[],
  marks: readonly Mark[],
  members: readonly Platform[],
): readonly SavedAnswer[] {
  return marks.flatMap(({ at, command }, index): readonly SavedAnswer[] => {
    if (command === undefined) return [];
    const echo = `${lines[at]?.clean ?? ''}\n`;
    const next = marks[index + 1];
    if (next === undefined) return [{ command, echo, ...openAnswer(lines, at + 1) }];
    const isEnded = next.isSure && !wasStopped(lines, at + 1, next.at, members);
    return [{ command, echo, text: answerBefore(lines, at + 1, next.at), prompt: `${next.prompt}\n`, isEnded }];
  });
}

/** The last answer, behind which no prompt was saved; the role line above a prompt that is missing is enough. */
function openAnswer(lines: readonly Line[], from: number): Omit<SavedAnswer, 'command' | 'echo'> {
  const last = lines.findLastIndex(({ clean }) => clean !== '');
  if (last >= from && isRoleLine(lines[last]?.clean ?? '')) {
    return { text: answerBefore(lines, from, last), prompt: '', isEnded: true };
  }
  const rest = lines.slice(from).map(({ clean }) => clean);
  return { text: rest.join('\n'), prompt: '', isEnded: false };
}

/** A text without any command typed: one answer, ended where a prompt stands alone on its last line. */
function onlyAnswer(
  text: string,
  lines: readonly Line[],
  command: string | null,
  members: readonly Platform[],
): SavedAnswer {
  const last = lines.findLastIndex(({ clean }) => clean !== '');
  const line = lines[last]?.clean ?? '';
  const isPrompt = members.some((member) => isSavedPrompt(line, member));
  if (last < 0 || (!isPrompt && !isRoleLine(line))) return { command, echo: '', text, prompt: '', isEnded: false };
  // An empty line that was sent brings the prompt again: all of them stand behind the answer.
  let first = last;
  while (first > 0 && ['', line].includes(lines[first - 1]?.clean ?? '')) first -= 1;
  const end = lines.findIndex(({ clean }, index) => index >= first && clean === line);
  const isEnded = !wasStopped(lines, 0, end, members);
  return { command, echo: '', text: answerBefore(lines, 0, end), prompt: `${line}\n`, isEnded };
}

/**
 * The answers in a saved text. A text in which known commands stand behind a prompt is a session: it is split there, and
 * each answer ends where the same device's prompt comes again. Any other text is one answer.
 *
 * @param members platforms that may have written it
 * @param command what the text is the answer to, where that is known from outside
 */
export function savedAnswers(
  text: string,
  members: readonly Platform[],
  command: string | null,
): readonly [SavedAnswer, ...SavedAnswer[]] {
  const lines = linesOf(text);
  const marks = marksIn(lines, members);
  const [start] = marks;
  if (start === undefined) return [onlyAnswer(text, lines, command, members)];
  const session = answersOfSession(lines, marks, members);
  const isNamed = (answer: SavedAnswer): boolean =>
    answer.command !== null && command !== null && isSameQuestion(members, answer.command, command);
  const before = answerBefore(lines, 0, start.at);
  const hasOwn = command === null || session.some(isNamed) || before.trim() === '';
  const isEnded = !wasStopped(lines, 0, start.at, members);
  const own = { command, echo: '', text: before, prompt: `${start.prompt}\n`, isEnded };
  const [first, ...rest] = hasOwn ? session : [own, ...session];
  return first === undefined ? [onlyAnswer(text, lines, command, members)] : [first, ...rest];
}
