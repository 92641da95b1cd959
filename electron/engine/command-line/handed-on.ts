import { decodeOutput } from './decode';
import type { Tape } from './tape';
import { drawLine } from './terminal-line';

/**
 * The next command, sent at the prompt of the one before: its echo, right behind that prompt and alone on the line, is
 * the proof that the prompt was one. It takes the place of an empty line and saves its round trip.
 */
export type HandedOn = {
  readonly command: string;
  /** Length of the tape when it was sent: the prompt ends there. */
  readonly at: number;
};

/** What stands behind the prompt: still coming, the whole echo with its end on the tape, or something else. */
export type HandedEcho = { readonly kind: 'coming' | 'other' } | { readonly kind: 'whole'; readonly end: number };

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** Looks at what came behind the prompt since the next command was sent. Nothing but its echo counts. */
export function handedEcho(tape: Tape, { command, at }: HandedOn): HandedEcho {
  const end = tape.lineEnd(at);
  const line = squeezed(drawLine(decodeOutput(tape.bytes(at, end === undefined ? tape.length : end - 1)).text));
  const wanted = squeezed(command);
  if (end !== undefined) return line === wanted ? { kind: 'whole', end } : { kind: 'other' };
  return { kind: wanted.startsWith(line) ? 'coming' : 'other' };
}

/**
 * True when an output holds its own command's echo once more: the device echoed at once what was typed while it was
 * still answering the command before, and again at its prompt. The prompt between was none then.
 */
export function hasSecondEcho(output: string, command: string, prompt: string): boolean {
  if (!output.includes(prompt.trim())) return false;
  const wanted = squeezed(prompt + command);
  return output.split('\n').some((line) => squeezed(line) === wanted);
}

/** Words that do something on a device, when a pager has eaten the words before them. */
const acts =
  /\s(?:re(?:load|boot|set|start|move|quest)|erase|delete|format|shut(?:down)?|halt|power\S*|copy|write|save|clear|no|undo|debug\S*|boot\S*|switch-?over|takeover|failover|commit|rollback|load|set|init\S*|upgrade|install|start\S*|stop|exec\S*|config\S*|system\S*)(?:\s|$)/i;

/**
 * True for a command that may be sent at a prompt that is not proven yet: should a pager take its first letters for keys,
 * the rest of it still does nothing.
 */
export function mayBeHandedOn(command: string): boolean {
  return !acts.test(command);
}
