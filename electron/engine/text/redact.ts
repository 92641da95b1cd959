import { isCommonWord } from './common-words';
import { FormIndex } from './form-index';
import { accountForms, secretForms, type Form } from './secret-forms';
import { mergeSpans, type Span } from './spans';

/** One thing that a redactor was told, as plain data. */
export type Known = {
  readonly text: string;
  /** `name`: a device or an account is called so. */
  readonly kind: 'secret' | 'name';
  /** The account that the secret belongs to; empty where it is not known. */
  readonly account: string;
};

/** Knows every secret and finds it wherever text leaves the engine. */
export type Redactor = {
  /** Remembers a secret and the forms in which it may travel, and those that it makes with the account's name. */
  register(secret: string, account?: string): void;
  /** Remembers a name of a device or an account: a secret equal to it is blanked only where a password stands. */
  registerName(name: string): void;
  /** All it was told, oldest first; the list only grows. Another thread makes the same redactor of it. */
  known(): readonly Known[];
  /** Remembers what another redactor was told. */
  learn(known: Known): void;
  /** Where registered secrets stand that are no common words. */
  find(text: string): readonly Span[];
  /** True for a registered secret, a common word or not. */
  isSecret(text: string): boolean;
  /** How many characters at the end of a text may be the beginning of a secret. */
  openEnd(text: string): number;
};

/** Makes a redactor; it has no state outside itself. */
export function createRedactor(): Redactor {
  const told: Known[] = [];
  const accountsOf = new Map<string, Set<string>>();
  const names = new Set<string>();
  const index = new FormIndex();
  const add = (form: Form): void => index.add(form);
  const isWeak = (secret: string): boolean => isCommonWord(secret) || names.has(secret);
  // A line of a key may be a common word where the key is none; such a form is no secret of its own.
  const ownForms = (secret: string): readonly Form[] => secretForms(secret).filter(({ text }) => !isCommonWord(text));

  const register = (secret: string, account = ''): void => {
    const accounts = accountsOf.get(secret);
    // Told at each use of it, mostly one password for a whole fleet.
    if (secret === '' || (accounts !== undefined && (account === '' || accounts.has(account)))) return;
    told.push({ text: secret, kind: 'secret', account });
    accountsOf.set(secret, new Set([...(accounts ?? []), account]));
    if (accounts === undefined && !isWeak(secret)) ownForms(secret).forEach(add);
    accountForms(secret, account).forEach(add);
  };

  const registerName = (name: string): void => {
    if (name === '' || names.has(name)) return;
    told.push({ text: name, kind: 'name', account: '' });
    const wasStrong = accountsOf.has(name) && !isWeak(name);
    names.add(name);
    if (wasStrong) for (const form of ownForms(name)) index.remove(form);
  };

  return {
    register,
    registerName,
    known: () => told,
    learn: ({ text, kind, account }) => (kind === 'name' ? registerName(text) : register(text, account)),
    find: (text) => mergeSpans(index.find(text)),
    isSecret: (text) => accountsOf.has(text),
    openEnd: (text) => index.openEnd(text),
  };
}
