import { expect, test } from 'vitest';
import { cutsOf, judgeCuts } from '../../../../electron/engine/judge/cut-answers';
import {
  answersIn,
  judgeText,
  type JudgedText,
  type JudgeTextInput,
} from '../../../../electron/engine/judge/judge-text';
import { findCommand } from '../../../../electron/engine/judge/platform-lookup';
import { readText } from '../../../../electron/engine/judge/read-output';
import { Thresholds } from '../../../../shared/model/settings';
import { recordedAnswers, type Answer } from '../../../support/mutation/judged-answers';
import { savedPrompt } from '../../../support/saved-prompts';

const answers = recordedAnswers();
const plain = { thresholds: Thresholds.parse({}), now: Date.UTC(2026, 10, 22) };

const asked = ({ platform, command }: Answer): JudgeTextInput => ({ ...plain, platform: platform.id, command });

function onlyResult(answer: Answer, text: string, input: Partial<JudgeTextInput> = {}): JudgedText {
  const [first, ...rest] = judgeText('saved.txt', text, { ...asked(answer), ...input });
  if (first === undefined || rest.length > 0) throw new Error(`${answer.title} is not one answer`);
  return first;
}

test('an answer cut before any line is never 正常, whoever may have given it', () => {
  let cuts = 0;
  const passes: string[] = [];
  for (const answer of answers) {
    const types = [answer.platform.id, ...answer.platform.deviceTypes];
    for (const platform of types) {
      for (const found of answersIn('saved.txt', answer.text, { ...asked(answer), platform })) {
        const result = judgeCuts(found, { ...plain, platform, command: answer.command });
        cuts += result.cuts;
        passes.push(...result.passingLines.map((line) => `${answer.title} as ${platform}, before line ${line}`));
      }
    }
  }

  console.info(`${cuts} saved answers cut before a line, ${passes.length} 正常`);
  expect(passes).toEqual([]);
  expect(cuts).toBeGreaterThan(10_000);
}, 120_000);

test('a parser that says it checks the end reads no answer that was cut', () => {
  const read: string[] = [];
  const checking = new Set<string>();
  for (const { platform, command, text, title } of answers) {
    const entry = findCommand(platform, command);
    if (entry?.checksEnd !== true) continue;
    checking.add(`${platform.id}: ${entry.command}`);
    for (const cut of cutsOf(text)) {
      const { kind } = readText(platform, entry, cut.text);
      if (kind === 'readings' || kind === 'absent') read.push(`${title}, before line ${cut.line}: ${kind}`);
    }
  }

  const all = new Set(answers.map(({ platform, command }) => `${platform.id}: ${command}`));
  console.info(`${checking.size} of ${all.size} recorded commands show their own end`);
  expect(read).toEqual([]);
}, 120_000);

test.each(answers.map((answer) => [answer.title, answer] as const))('%s is judged by its prompt', (_title, answer) => {
  const prompt = savedPrompt(answer.platform);
  const body = `${answer.text.trimEnd()}\n`;
  const vouched = onlyResult(answer, body, { isWhole: true });

  const withPrompt = onlyResult(answer, `${body}${prompt}`);
  const withEcho = onlyResult(answer, `${prompt}${answer.command}\n${body}${prompt}`);

  expect(withPrompt.findings).toEqual(vouched.findings);
  expect(withEcho.findings).toEqual(vouched.findings);
  expect([withPrompt.readings, withPrompt.verdict]).toEqual([vouched.readings, vouched.verdict]);
  expect(withPrompt.complete).toBe(withPrompt.findings.every(({ reason }) => reason !== 'cut'));
});

test('text without its end keeps all readings and everything that is bad', () => {
  for (const answer of answers.filter(({ isReadable }) => isReadable)) {
    const vouched = onlyResult(answer, answer.text, { isWhole: true });

    const open = onlyResult(answer, answer.text);

    expect(open.readings).toEqual(vouched.readings);
    const bad = (result: JudgedText) => result.findings.filter(({ level }) => level === 'warn' || level === 'fail');
    expect(bad(open)).toEqual(bad(vouched));
    expect(open.findings.length).toBe(vouched.findings.length);
    expect(open.verdict === 'pass').toBe(open.complete === true && vouched.verdict === 'pass');
  }
});
