import type { Target } from '../session/session';

/** What a step's text becomes: the line to type, or why it cannot be typed. */
export type Filled =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'secret' }
  | { readonly kind: 'unsafe' }
  | { readonly kind: 'not-listed'; readonly value: string };

/** Nothing that a shell or a menu could take for more than a name or an address. */
const safeValue = /^[^\s\p{C};&|`$<>(){}[\]'"\\!*?#~,-][^\s\p{C};&|`$<>(){}[\]'"!*?#~,]*$/u;
/** A domain account, `CORP\name`, is safe in a menu only. */
const shellWords = /[\\]/;

/**
 * Fills the places of a text to send.
 *
 * @param screen what stands on the bastion's screen since the last line was sent, for the numbers of a menu
 */
export function fillSend(send: string, { host, port, username }: Target, screen: readonly string[]): Filled {
  if (send === '{password}') return { kind: 'secret' };
  const values: Readonly<Record<string, string>> = { host, port: String(port), user: username };
  let problem: Filled | undefined;
  const text = send.replace(/\{([a-z]+)(#?)\}/g, (_, name: string, mark: string) => {
    const value = values[name] ?? '';
    if (mark === '#') {
      const number = numberOf(value, screen);
      problem ??= number === undefined ? { kind: 'not-listed', value } : undefined;
      return number ?? '';
    }
    const isSafe = safeValue.test(value) && !(shellWords.test(value) && /\s/.test(send));
    if (!isSafe) problem = { kind: 'unsafe' };
    return value;
  });
  return problem ?? { kind: 'text', text };
}

/** The number at the start of the one line in which the value stands as a word of its own. */
function numberOf(value: string, screen: readonly string[]): string | undefined {
  const isWord = (line: string): boolean =>
    value !== '' && ` ${line} `.split(/[\s|,;()[\]@]+/).some((word) => word === value);
  const numbers = screen
    .filter(isWord)
    .map((line) => /^\s*(?:[|[(]\s*)?(\d{1,6})(?!\d|[.:]\d)/.exec(line)?.[1])
    .filter((number) => number !== undefined);
  const [first] = numbers;
  // Two different numbers: which one is meant is not ours to guess.
  return numbers.every((number) => number === first) ? first : undefined;
}
