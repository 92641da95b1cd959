/** Words of the log-in dialogue, in the languages devices speak; each is tested against the line with the cursor. */

const userQuestion = /(?:login|user\s?name|user|account|用户名?|用户名称|登录名?|账号|帐号|帐户)\s*[:：]\s*$/i;
const passwordQuestion = /(?:password|passwd|passcode|密码|口令)(?:\s+for\s+\S+)?\s*[:：]\s*$/i;
const failure =
  /(?:login|logon|password|authentication|access|user\s?name|username or password)\s+(?:is\s+)?(?:incorrect|invalid|failed|fail|failure|denied|error|wrong)|(?:invalid|incorrect|bad|wrong)\s+(?:login|user|password|credential)|authentication\s+fail|access denied|(?:认证|登录|登陆|验证|鉴权)[^\n]{0,6}(?:失败|错误)|(?:密码|口令|用户名)[^\n]{0,10}(?:错误|不正确|无效)/i;

/** What the far end wants next. */
export type LoginAsk = 'user' | 'password' | 'refused' | undefined;

/**
 * Reads the end of a log-in dialogue. `Last login: …` is no question, since it does not end in a colon.
 *
 * @param lines what was shown since the last answer; the last entry is the line with the cursor
 */
export function loginAsk(lines: readonly string[], hasSentPassword: boolean): LoginAsk {
  if (hasSentPassword && lines.some((line) => failure.test(line))) return 'refused';
  const last = lines.at(-1) ?? '';
  if (passwordQuestion.test(last)) return 'password';
  return userQuestion.test(last) ? 'user' : undefined;
}
