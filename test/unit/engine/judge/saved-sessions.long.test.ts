import { expect, test } from 'vitest';
import { judgeText, type JudgedText } from '../../../../electron/engine/judge/judge-text';
import type { Platform } from '../../../../electron/engine/vendors/platform';
import { Thresholds } from '../../../../shared/model/settings';
import { recordedAnswers, type Answer } from '../../../support/mutation/judged-answers';
import { savedPrompt } from '../../../support/saved-prompts';

/*
 * A whole terminal log of each recorded device: all its answers, each behind its prompt and command, with what people
 * type between them.
 */

const plain = { thresholds: Thresholds.parse({}), now: Date.UTC(2026, 10, 22), command: undefined };

type Session = { readonly title: string; readonly platform: Platform; readonly answers: readonly Answer[] };

function sessions(): readonly Session[] {
  const found = new Map<string, Answer[]>();
  for (const answer of recordedAnswers()) {
    const title = `${answer.platform.id}/${answer.recording}`;
    found.set(title, [...(found.get(title) ?? []), answer]);
  }
  return [...found].flatMap(([title, answers]) => {
    const [first] = answers;
    return first === undefined ? [] : [{ title, platform: first.platform, answers }];
  });
}

/** Lines of the log: an empty line at the prompt before each second command, `exit` at the end. */
function logOf({ platform, answers }: Session): string {
  const prompt = savedPrompt(platform);
  const typed = answers.map(({ command, text }, index) => {
    const idle = index % 2 === 0 ? '' : `${prompt}\n`;
    return `${idle}${prompt}${command}\n${text.trimEnd()}\n`;
  });
  return `Last login: Sun Nov 22\n\n${typed.join('')}${prompt}exit\n`;
}

const read = ({ platform }: Session, text: string, isWhole = false): readonly JudgedText[] =>
  judgeText('session.log', text, { ...plain, platform: platform.id, isWhole });

const said = ({ command, readings, findings }: JudgedText) => ({ command, readings, findings });

test.each(sessions().map((session) => [session.title, session] as const))(
  'the log of %s is split into its answers',
  (_title, session) => {
    const each = session.answers.map(({ command, text }) =>
      judgeText('one.txt', `${text.trimEnd()}\n`, { ...plain, platform: session.platform.id, command, isWhole: true }),
    );

    const results = read(session, logOf(session));

    expect(results.map(said)).toEqual(each.flat().map(said));
  },
);

test('a log that stops at any line gives the answers before it, and the last one is not called 正常', () => {
  let cuts = 0;
  const wrong: string[] = [];
  for (const session of sessions()) {
    const log = logOf(session);
    const whole = read(session, log);
    const lines = log.trimEnd().split('\n');
    // Each seventh line, so that all answers are met in all devices within seconds.
    for (let at = 3 + (lines.length % 7); at < lines.length; at += 7) {
      cuts += 1;
      const results = read(session, `${lines.slice(0, at).join('\n')}\n`);
      const ended = results.slice(0, -1);
      const last = results.at(-1);
      const isSame = ended.every((result, index) => JSON.stringify(result) === JSON.stringify(whole[index]));
      const isOver = JSON.stringify(last) === JSON.stringify(whole[results.length - 1]);
      if (!isSame || (last?.verdict === 'pass' && !isOver)) wrong.push(`${session.title} before line ${at + 1}`);
    }
  }

  console.info(`${cuts} sessions cut, ${wrong.length} wrong`);
  expect(wrong).toEqual([]);
  expect(cuts).toBeGreaterThan(500);
}, 120_000);
