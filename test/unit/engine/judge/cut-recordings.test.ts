import { describe, expect, test } from 'vitest';
import { judgeText } from '../../../../electron/engine/judge/judge-files';
import { Thresholds } from '../../../../shared/model/settings';
import type { Verdict } from '../../../../shared/model/verdict';
import { endMarked } from '../../../support/mutation/end-marked';
import { judged, recordedAnswers, type Answer } from '../../../support/mutation/judged-answers';

/*
 * A session knows whether an answer is whole: it saw the prompt behind it. A saved text has only its words. Cut in the
 * middle of a line it shows that. Cut between two lines it shows it where the device prints an end: a sum, a last
 * field, a second part that belongs to the first. A table whose rows just stop looks whole after every row, and no
 * reader of the text alone can tell; the device's own count (chassis, slots) and its last inspection can.
 */

const answers = recordedAnswers().filter(({ isReadable }) => isReadable);
const now = Date.UTC(2026, 10, 22);

function offline({ platform, command }: Answer, text: string): Verdict {
  const input = { platform: platform.id, command, thresholds: Thresholds.parse({}), now };
  return judgeText('saved.txt', text, input).verdict;
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

/** Commands with a good recording, and the cuts of it that are 正常. */
function goodCommands(): ReadonlyMap<string, readonly string[]> {
  const cutsThatPass = new Map<string, string[]>();
  for (const answer of answers.filter((each) => offline(each, each.text) === 'pass')) {
    const key = `${answer.platform.id}: ${answer.command}`;
    const passing = cutsOf(answer.text).flatMap((cut, line) =>
      offline(answer, cut) === 'pass' ? [`${answer.title} at line ${line}`] : [],
    );
    cutsThatPass.set(key, [...(cutsThatPass.get(key) ?? []), ...passing]);
  }
  return cutsThatPass;
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
  });

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
  });

  test('at any line is never 正常 where the device prints an end, saved as it is', () => {
    const found = goodCommands();
    const open = [...found].filter(([, passing]) => passing.length > 0).map(([command]) => command);

    console.info(
      `${found.size - open.length} of ${found.size} commands end in a mark; only a session knows of the others:\n` +
        open.map((command) => `  ${command}`).join('\n'),
    );
    expect(endMarked.flatMap((command) => found.get(command) ?? [`${command} has no good recording`])).toEqual([]);
  });
});
