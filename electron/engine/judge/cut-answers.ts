import { judgeText, type FoundAnswer, type JudgeTextInput } from './judge-text';

/** An answer that stops before one of its lines. */
export type CutText = {
  /** The first line that is missing, from 1. */
  readonly line: number;
  /** As it would have been saved: with the echo, without the prompt behind it. */
  readonly text: string;
};

/** What cutting an answer at each of its lines showed. */
export type CutResult = {
  readonly cuts: number;
  /** Lines before which the answer may be cut and is still called 正常: none, or the answer's parser has a hole. */
  readonly passingLines: readonly number[];
};

/** Every text that is left when an answer stops before one of its lines; blank lines at its end are no loss. */
export function* cutsOf(text: string, echo = ''): Generator<CutText> {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  let kept = echo;
  for (let at = 0; at <= last; at += 1) {
    yield { line: at + 1, text: kept };
    if (kept.endsWith('\n')) yield { line: at + 1, text: kept.slice(0, -1) };
    kept += `${lines[at] ?? ''}\n`;
  }
}

/** Judges an answer cut before each of its lines, with and without the line end before the cut. */
export function judgeCuts({ source, answer }: FoundAnswer, input: JudgeTextInput): CutResult {
  const { file, platform, members } = source;
  const [only, ...others] = members;
  const asked = {
    ...input,
    platform: (others.length === 0 ? only?.id : undefined) ?? platform ?? undefined,
    command: answer.command ?? undefined,
    isWhole: false,
  };
  const passing = new Set<number>();
  let cuts = 0;
  for (const { line, text } of cutsOf(answer.text, answer.echo)) {
    cuts += 1;
    if (judgeText(file, text, asked).some(({ verdict }) => verdict === 'pass')) passing.add(line);
  }
  return { cuts, passingLines: [...passing] };
}
