import type { z } from 'zod';

/** A question from the window to main, with the shapes of question and answer. */
export type Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  readonly kind: 'call';
  readonly input: I;
  readonly output: O;
};

/** A word from main to the window. */
export type Push<P extends z.ZodType = z.ZodType> = { readonly kind: 'push'; readonly payload: P };

/** Messages by name. */
export type Contract = Readonly<Record<string, Call | Push>>;

/** Declares a call. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> {
  return { kind: 'call', input, output };
}

/** Declares a push. */
export function push<P extends z.ZodType>(payload: P): Push<P> {
  return { kind: 'push', payload };
}

/** Names of the calls of a contract. */
export type CallName<C extends Contract> = { [K in keyof C]: C[K] extends Call ? K : never }[keyof C] & string;
/** Names of the pushes of a contract. */
export type PushName<C extends Contract> = { [K in keyof C]: C[K] extends Push ? K : never }[keyof C] & string;
/** What a caller gives to a call, before it is parsed. */
export type InputOf<C extends Contract, K extends keyof C> = C[K] extends Call<infer I> ? z.input<I> : never;
/** What a call gives back, after it is parsed. */
export type OutputOf<C extends Contract, K extends keyof C> =
  C[K] extends Call<z.ZodType, infer O> ? z.output<O> : never;
/** What a push brings. */
export type PayloadOf<C extends Contract, K extends keyof C> = C[K] extends Push<infer P> ? z.output<P> : never;

/** What main implements: one function a call, given the parsed input. */
export type Handlers<C extends Contract> = {
  readonly [K in CallName<C>]: (
    input: C[K] extends Call<infer I> ? z.output<I> : never,
  ) => Promise<OutputOf<C, K>> | OutputOf<C, K>;
};
