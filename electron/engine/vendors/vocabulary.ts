import type {
  AnyReading,
  AnyStated,
  MemberRole,
  PartState,
  ReadingKind,
  ReadingOf,
} from '../../../shared/model/reading';
import { statusWord } from '../text/limits';

/** Status words of one kind of part by what they mean, in upper case with one blank between words. */
export type Words = Readonly<Partial<Record<Exclude<PartState, 'unknown'>, readonly string[]>>> & {
  /** What every other word means: a board that is not at work has a hundred words for it. `unknown` when left out. */
  readonly other?: PartState;
};

/** For words that mean what the rest of the reading makes of them. */
export type StateRule<K extends ReadingKind> = (reading: ReadingOf<K>) => PartState | null;

/** What a vendor's devices say of their parts. */
export type VocabularyTable = {
  readonly [K in ReadingKind]?: Words | StateRule<K>;
} & {
  /** What a member does; null for a part that is no member of a stack, cluster or pair. */
  readonly roles?: (reading: ReadingOf<'chassis'>) => MemberRole | null;
};

/** Gives a reading its state and role. */
export type Vocabulary = (reading: AnyReading) => AnyStated;

/** True for a status word as a table has it: whole, without regard to case and blanks. */
export function isWord(status: string | null, words: readonly string[] = []): boolean {
  return words.includes(statusWord(status));
}

const states = ['good', 'attention', 'bad', 'expired', 'empty', 'no-input'] as const;

/** The state of a status word; null where the device says none. */
export function stateOf(status: string | null, words: Words): PartState | null {
  if (statusWord(status) === '') return null;
  return states.find((state) => isWord(status, words[state])) ?? words.other ?? 'unknown';
}

/** The role that a word names; null where it names none. */
export function roleOf(
  word: string | null,
  words: Readonly<Partial<Record<MemberRole, readonly string[]>>>,
): MemberRole | null {
  return (['active', 'standby', 'member'] as const).find((role) => isWord(word, words[role])) ?? null;
}

/** Makes a vendor's tables into one look-up. A kind without a table has words that nobody knows. */
export function vocabulary(table: VocabularyTable): Vocabulary {
  return (reading) => {
    // The table of a kind takes readings of that kind alone.
    const known = table[reading.kind] as Words | StateRule<ReadingKind> | undefined;
    const state = typeof known === 'function' ? known(reading) : stateOf(reading.status, known ?? {});
    const role = reading.kind === 'chassis' ? (table.roles?.(reading) ?? null) : null;
    return { ...reading, state, role };
  };
}

/** Whether what runs is saved, in the words that parsers give to what devices say of it in sentences. */
export const savedWords: StateRule<'config-state'> = ({ values }) =>
  stateOf(values.synchronised, { good: ['SYNCHRONIZED'], attention: ['NOT SYNCHRONIZED'], empty: ['NOT AVAILABLE'] });

/** Optics are marked by the limit that they passed, in whatever order of words: `Low alarm`, `AH`, `warning`. */
export const opticWords: StateRule<'optic'> = ({ status }) => {
  const word = statusWord(status);
  if (word === '') return null;
  if (/^(?:NORMAL|OK|GOOD)$/.test(word)) return 'good';
  if (/\b(?:ALARM|AH|AL|FAULT|FAIL(?:ED)?)\b/.test(word)) return 'bad';
  return /\b(?:WARN(?:ING)?|WH|WL)\b/.test(word) ? 'attention' : 'unknown';
};

/** A good word without a number beside it: nothing was measured that could be good. */
export const measured =
  (words: Words): StateRule<'temperature'> =>
  ({ status, values }) => {
    const state = stateOf(status, words);
    return state === 'good' && values.celsius === null ? 'unknown' : state;
  };
