import { describe, expect, test } from 'vitest';
import { judgeText } from '../../../../electron/engine/judge/judge-text';
import { Thresholds } from '../../../../shared/model/settings';
import type { Verdict } from '../../../../shared/model/verdict';
import { judged, recordedAnswers, type Answer } from '../../../support/mutation/judged-answers';

/*
 * A session knows whether an answer is whole: it saw the prompt behind it. A saved text that stops in the middle of a
 * line shows that by itself, even where somebody vouches for it; one that stops between two lines is in
 * `cut-texts.long.test.ts`.
 */

const answers = recordedAnswers().filter(({ isReadable }) => isReadable);
const now = Date.UTC(2026, 10, 22);

/** What becomes of a text for which somebody vouches although it was cut: only the answer's own words are left. */
function offline({ platform, command }: Answer, text: string): Verdict {
  const input = { platform: platform.id, command, thresholds: Thresholds.parse({}), now, isWhole: true };
  const [first, ...rest] = judgeText('saved.txt', text, input);
  if (first === undefined || rest.length > 0) throw new Error(`${command} is not one answer`);
  return first.verdict;
}

/** The text up to each line, with the line end before the cut. */
function cutsOf(text: string): readonly string[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((_line, count) =>
    lines
      .slice(0, count)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

describe('a recording that is cut', () => {
  test('at any line in a session is never 正常', () => {
    let cuts = 0;
    const passes: string[] = [];
    for (const answer of answers) {
      for (const cut of cutsOf(answer.text)) {
        for (const end of ['partial', 'unknown'] as const) {
          cuts += 1;
          if (judged(answer, cut, end).verdict === 'pass') passes.push(answer.title);
        }
      }
    }

    console.info(`${cuts} answers cut in a session, ${passes.length} 正常`);
    expect(passes).toEqual([]);
  }, 120_000);

  test('in the middle of a line is never 正常, saved as it is', () => {
    let cuts = 0;
    const passes: string[] = [];
    for (const answer of answers) {
      for (const [index, cut] of cutsOf(answer.text).entries()) {
        const line = answer.text.split('\n')[index] ?? '';
        for (let length = 1; length < line.trimEnd().length; length += 1) {
          cuts += 1;
          if (offline(answer, cut + line.slice(0, length)) === 'pass') passes.push(`${answer.title}: ${line}`);
        }
      }
    }

    console.info(`${cuts} saved answers cut in a line, ${passes.length} 正常`);
    expect(passes.slice(0, 20)).toEqual([]);
  }, 120_000);
});
