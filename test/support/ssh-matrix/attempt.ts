import type { Target } from '../../../electron/engine/session/session';

/** One log-in that a client is to try. */
export type Attempt = { readonly id: string; readonly target: Target; readonly command: string };

/** What became of it. */
export type Attempted = {
  readonly id: string;
  /** Null when it worked. */
  readonly error: string | null;
  /** From nothing to the learned prompt, both tries where the first one found no common algorithm. */
  readonly firstPromptMs: number;
  /** Longest time for which the program did nothing else on the way, milliseconds. */
  readonly blockedMs: number;
  readonly prompt: string;
  readonly weak: readonly string[];
  readonly output: string;
  readonly end: string;
};
