/** What a device does in answer to a line, one after the other. */
export type Step =
  | { readonly kind: 'say'; readonly bytes: Buffer }
  | { readonly kind: 'pause'; readonly ms: number }
  /** Waits until one of these is typed; anything else is thrown away, as pagers do. */
  | { readonly kind: 'key'; readonly keys: readonly string[] }
  /** Waits for a line of typing and gives it to what comes next. */
  | { readonly kind: 'line'; readonly then: (line: string) => readonly Step[] }
  /** From here on the device's prompt is another one. */
  | { readonly kind: 'become'; readonly prompt: string }
  /** Prints the prompt of this moment. */
  | { readonly kind: 'prompt' }
  /** Says nothing more; Ctrl-C brings a device that can be woken back to its prompt. */
  | { readonly kind: 'hang'; readonly wakes: boolean }
  | { readonly kind: 'hang-up' };

/** Bytes on the wire. */
export const say = (text: string | Buffer): Step => ({
  kind: 'say',
  bytes: Buffer.isBuffer(text) ? text : Buffer.from(text),
});
export const pause = (ms: number): Step => ({ kind: 'pause', ms });
export const key = (...keys: readonly string[]): Step => ({ kind: 'key', keys });
export const become = (prompt: string): Step => ({ kind: 'become', prompt });
export const thePrompt: Step = { kind: 'prompt' };
export const hang = (wakes: boolean): Step => ({ kind: 'hang', wakes });
export const hangUp: Step = { kind: 'hang-up' };

/** Lines as a terminal gets them. */
export const crlf = (lines: readonly string[], end = '\r\n'): string => lines.map((line) => line + end).join('');
