import type { AnyAuthMethod, AuthHandlerMiddleware, KeyboardInteractiveCallback, ParsedKey, Prompt } from 'ssh2';

/** A question that a password answers, in the words of devices: `Password:`, `(user@host) Password:`, `密码:`. */
const passwordQuestion = /pass(?:word|code|phrase)|密码|口令/i;
/** A question that the user name answers; some devices ask for it again after SSH has told it. */
const userQuestion = /user(?:[ -]?(?:name|id))?\s*[:：]|login(?:[ -]?name)?\s*[:：]|account|用户|账号|帐号/i;

/** Who logs in, with what the method needs. */
export type Credential = {
  readonly username: string;
  readonly password: string | undefined;
  /** Tried instead of the password; the password then only answers a device that wants both. */
  readonly key:
    { readonly type: 'key'; readonly key: ParsedKey } | { readonly type: 'agent'; readonly place: string } | undefined;
};

/**
 * Answers a round of questions: the password where it is asked for, the user name where that is, nothing elsewhere.
 * Undefined when no question is one of ours, so that nothing is tried at all. A round without questions only tells
 * something.
 */
function answersTo(
  prompts: readonly Prompt[],
  { username, password }: Pick<Credential, 'username' | 'password'>,
): string[] | undefined {
  const answers = prompts.map(({ prompt }) => answerTo(prompt, username, password));
  return prompts.length === 0 || answers.some((answer) => answer !== '') ? answers : undefined;
}

function answerTo(question: string, username: string, password: string | undefined): string {
  if (passwordQuestion.test(question)) return password ?? '';
  return userQuestion.test(question) ? username : '';
}

/** What happens around the one try. */
export type LoginSteps = {
  /** Asked before the first credential is sent; calls `send` when it may be. */
  readonly mayLogIn: (send: () => void) => void;
  /** The device asks for something that is not ours to give. */
  readonly onGiveUp: (code: 'ssh.auth-failed' | 'ssh.questions-too-long') => void;
};

/**
 * Logs in once with one credential: by password or key first, without asking what the device takes (that would be one
 * more round trip). Keyboard-interactive follows only when the device does not take passwords at all: a refused password
 * sent a second way counts as a second try, and locks accounts. After a key the password follows only when the device
 * has taken the key and wants more.
 */
export function loginOnce(credential: Credential, { mayLogIn, onGiveUp }: LoginSteps): AuthHandlerMiddleware {
  const { username, password, key } = credential;
  const tried = new Set<AnyAuthMethod['type']>();
  const keyboard: AnyAuthMethod = {
    type: 'keyboard-interactive',
    username,
    prompt: answerRounds(credential, onGiveUp),
  };
  const next = (offered: readonly string[], isPartial: boolean): AnyAuthMethod | undefined => {
    if (tried.size === 0) return firstMethod(credential);
    if (password === undefined || (key !== undefined && !isPartial && !tried.has('password'))) return undefined;
    if (!tried.has('password') && offered.includes('password')) return { type: 'password', username, password };
    const isRefused = tried.has('password') && offered.includes('password') && !isPartial;
    const mayAsk = !tried.has('keyboard-interactive') && offered.includes('keyboard-interactive');
    return mayAsk && !isRefused ? keyboard : undefined;
  };
  return (methodsLeft, isPartial, use) => {
    const isFirst = tried.size === 0;
    const method = next(methodsLeft ?? [], isPartial === true);
    if (method) tried.add(method.type);
    // The library takes false as the end of the list; its type knows only methods.
    const send = (): void => use(method ?? (false as unknown as AnyAuthMethod));
    if (isFirst) mayLogIn(send);
    else send();
  };
}

function firstMethod({ username, password, key }: Credential): AnyAuthMethod {
  if (key?.type === 'key') return { type: 'publickey', username, key: key.key };
  if (key?.type === 'agent') return { type: 'agent', username, agent: key.place };
  return { type: 'password', username, password: password ?? '' };
}

type AskRound = (
  name: string,
  instructions: string,
  language: string,
  prompts: Prompt[],
  finish: KeyboardInteractiveCallback,
) => void;

/** More rounds, or more questions in one, than any device asks; they could go on for ever. */
const mostRounds = 16;
/** More than the questions of one round are long, characters. */
const mostQuestionLength = 8192;

/** Questions may come in several rounds; the password is given in one of them only. */
function answerRounds(credential: Credential, onGiveUp: LoginSteps['onGiveUp']): AskRound {
  let hasGiven = false;
  let rounds = 0;
  return (name, instructions, _language, prompts, finish) => {
    rounds += 1;
    const length = [name, instructions, ...prompts.map(({ prompt }) => prompt)].join('').length;
    if (rounds > mostRounds || prompts.length > mostRounds || length > mostQuestionLength)
      return onGiveUp('ssh.questions-too-long');
    const asksPassword = prompts.some(({ prompt }) => passwordQuestion.test(prompt));
    const answers = asksPassword && hasGiven ? undefined : answersTo(prompts, credential);
    hasGiven ||= asksPassword;
    if (answers) finish(answers);
    else onGiveUp('ssh.auth-failed');
  };
}
