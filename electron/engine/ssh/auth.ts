import type { AnyAuthMethod, AuthHandlerMiddleware, KeyboardInteractiveCallback, Prompt } from 'ssh2';

/** A question that a password answers, in the words of devices: `Password:`, `(user@host) Password:`, `密码:`. */
const passwordQuestion = /pass(?:word|code|phrase)|密码|口令/i;

/**
 * Answers a round of questions: the password where it is asked for, nothing elsewhere.
 * Undefined when no question asks for it, so that nothing is tried at all.
 */
export function answersTo(prompts: readonly Prompt[], password: string): string[] | undefined {
  const answers = prompts.map(({ prompt }) => (passwordQuestion.test(prompt) ? password : ''));
  return answers.includes(password) && password !== '' ? answers : undefined;
}

/** What happens around the one try. */
export type LoginSteps = {
  /** Asked before the first credential is sent; calls `send` when it may be. */
  readonly mayLogIn: (send: () => void) => void;
  /** The device asks for something that is not ours to give. */
  readonly onGiveUp: () => void;
};

/**
 * Logs in once with one credential: by password first, without asking what the device takes (that would be one more
 * round trip). Keyboard-interactive follows only when the device does not take passwords at all: a refused password
 * sent a second way counts as a second try, and locks accounts.
 */
export function loginOnce(
  username: string,
  password: string,
  { mayLogIn, onGiveUp }: LoginSteps,
): AuthHandlerMiddleware {
  let hasTriedKeyboard = false;
  let hasAnswered = false;
  let isFirst = true;
  const prompt = (
    _name: string,
    _instructions: string,
    _language: string,
    prompts: Prompt[],
    finish: KeyboardInteractiveCallback,
  ): void => {
    const answers = hasAnswered ? undefined : answersTo(prompts, password);
    hasAnswered = true;
    if (answers) finish(answers);
    else onGiveUp();
  };
  return (methodsLeft, isPartial, next) => {
    const offered: readonly string[] = methodsLeft ?? [];
    const first: AnyAuthMethod = { type: 'password', username, password };
    if (isFirst) {
      isFirst = false;
      mayLogIn(() => next(first));
      return;
    }
    const mayAsk = !hasTriedKeyboard && offered.includes('keyboard-interactive');
    if (!mayAsk || (offered.includes('password') && !isPartial)) {
      // The library takes false as the end of the list; its type knows only methods.
      next(false as unknown as AnyAuthMethod);
      return;
    }
    hasTriedKeyboard = true;
    next({ type: 'keyboard-interactive', username, prompt });
  };
}
