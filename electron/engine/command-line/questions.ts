/** What to do with a question: an answer that changes nothing, or stop. */
export type QuestionRule = { readonly pattern: RegExp; readonly answer: string };

/** Questions with an answer that is safe on every device; everything else stops the session. */
const safeAnswers: readonly QuestionRule[] = [
  // Huawei, H3C, Ruijie at log-in: change the password now? [Y/N]
  {
    pattern:
      /(?:change (?:the )?(?:password )?now|password[^\n]{0,80}chang\w*[^\n]{0,60}|modify the password[^\n]{0,40})\??\s*[[(]\s*y(?:es)?\s*\/\s*no?\s*[\])]\s*(?:[:：]\s*)?$/i,
    answer: 'N',
  },
  {
    pattern:
      /(?:修改|更改|变更)[^\n]{0,20}(?:密码|口令)[^\n]{0,40}[[(【（]\s*y(?:es)?\s*\/\s*no?\s*[\])】）]\s*[:：?？]?\s*$/i,
    answer: 'N',
  },
  // Comware: Press Y or ENTER to continue, N to exit.
  { pattern: /press y or enter to continue[^\n]{0,40}$/i, answer: '' },
  { pattern: /press (?:<?enter>?|<?return>?) to (?:continue|get started)[^\n]{0,20}$/i, answer: '' },
  { pattern: /按\s*(?:回车|enter)\s*(?:键\s*)?(?:继续|开始)[^\n]{0,20}$/i, answer: '' },
];

const yesNo =
  /[[(【（]\s*(?:y(?:es)?\s*[/|]\s*no?|no?\s*[/|]\s*y(?:es)?|是\s*\/\s*否)(?:\s*[/|]\s*\w+)?\s*[\])】）]\s*[^\n]{0,3}\s*$/i;
const newSecret =
  /(?:new|old|current|confirm|enter|新|旧|原|确认)[^\n]{0,24}(?:password|密码|口令)[^\n]{0,24}[:：]\s*$/i;

/** The safe answer to a question on the line with the cursor; undefined when there is none. */
export function safeAnswerTo(line: string): string | undefined {
  if (line.trim() === '' || line.length > 300) return undefined;
  return safeAnswers.find(({ pattern }) => pattern.test(line))?.answer;
}

/** True for a line that waits for a decision which is not ours: yes or no, or a new password. */
export function isOpenQuestion(line: string): boolean {
  return line.length <= 300 && (yesNo.test(line) || newSecret.test(line));
}
