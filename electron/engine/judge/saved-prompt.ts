import type { SessionTraits } from '../session/traits';
import type { Platform } from '../vendors/platform';
import { pagerOn, knownPagers } from '../command-line/pager';

/*
 * A saved text ends with a prompt or it does not; nobody can be asked again. So a line counts as a prompt only when it
 * has the shape that the platform's own prompts have, and no line that an output may hold by itself.
 */

/** `->`, `sw3 (6560-A) ->`: at the margin and without gaps, as no row of a table is. */
const arrow = /^(?:[\p{L}\p{N}](?:(?!\s{2}).){0,80}?\s?)?->$/u;
/** `<SW-A>`, `HRP_M<FW-A>`. */
const inBrackets = /^(?:(?:HRP|RBM)_[A-Z])?<[^<>\s](?:[^<>]{0,78}[^<>\s])?>$/;
/** `SW-A#`, `admin@PA(active)>`, `FGT (global) #`: one name, then the sign. */
const oneName = /^(?:\(\w\) )?[\p{L}\p{N}_][^\s<>[\]"'`=|,;*!$%#]*(?: \([\w.-]+\))? ?[>#]$/u;
/** `root@host:~#`, `[root@host ~]$`: a shell's prompt names user and host; a bare `$` or `#` says nothing. */
const shell = /^(?:\([\w.-]+\) ?)?(?:\[[\w.-]+@[\w.-]+ [^\s\]]+\]|[\w.-]+@[\w.-]+(?::[~/][^\s#$]*)?) ?[#$]$/;
/** `host:~ #`, as some shells show it; believed only behind a command that was typed. */
const shellWithoutUser = /^[\w.-]+:[~/]\S* ?[#$>]$/;

/** Words in angle brackets that outputs and web pages in configurations hold alone on a line. */
const placeholder =
  /^<(?:cr|none|null|unknown|empty|default|unset|n\/?a|\/.*|.*\/|\?.*|!.*|html|head|title|body|p|br|hr|b|i|a|h[1-6]|ul|ol|li|div|span|center|pre|form|table|tr|td|th|script|style|meta|link|xml|config|data|rpc|hello|filter)>$/i;
/** Headings of columns that end in a hash: `Serial#`. */
const columnName =
  /^(?:serial|port|slot|unit|member|chassis|index|line|entry|item|row|rule|vlan|id|no|num|number|count|total) ?#$/i;

/** The role that a Junos member prints above each prompt: nothing else prints it, so the answer before it is over. */
const role = /^\{(?:master|backup|linecard|primary|secondary|lost|hold|disabled)(?::[\w-]{1,20})?\}$/;

/** True where the platform's command line is a shell: its hint takes any text before the sign. */
const isShell = (traits: SessionTraits): boolean => traits.prompt.test('$');

/** True for a line that is the platform's prompt and nothing else, without a typed command to compare it with. */
export function isSavedPrompt(line: string, { traits }: Platform): boolean {
  if (!traits.prompt.test(line)) return false;
  if (isShell(traits)) return shell.test(line);
  if (placeholder.test(line) || columnName.test(line)) return false;
  return [arrow, inBrackets, oneName].some((shape) => shape.test(line)) && /[\p{L}-]/u.test(line);
}

/** True for what may stand before a typed command: less strict, since the command itself is proof. */
function isPromptOfEcho(prompt: string, { traits }: Platform): boolean {
  if (!traits.prompt.test(prompt) || /\s{2}/.test(prompt)) return false;
  if (isShell(traits)) return shell.test(prompt) || shellWithoutUser.test(prompt);
  return prompt === '->' || /[\p{L}\p{N}]/u.test(prompt);
}

/** True for the role line that stands above a prompt. */
export function isRoleLine(line: string): boolean {
  return role.test(line);
}

/**
 * What one device's prompts have in common in all modes: `SW-A` of `SW-A>`, `SW-A(config)#`, `<SW-A>` and `[~SW-A-vlan1]`
 * differ only behind it. Two prompts belong together when this is the same.
 */
export function promptName(prompt: string): string {
  const bare = prompt
    .trim()
    .replace(/^\[([\w.-]+@[\w.-]+) [^\s\]]+\]/, '$1')
    .replace(/^(?:(?:HRP|RBM)_[A-Z])?[<[][~*]?/, '')
    .replace(/\s?(?:->|[>\]#$%]){1,8}$/, '')
    .replace(/(?::[~/]\S*| [~/]\S*)$/, '')
    .replace(/\s?\([^()]*\)$/, '');
  return bare === '' ? prompt.trim() : bare;
}

/** A prompt and what was typed behind it. */
export type Typed = { readonly prompt: string; readonly words: string };

/** Every way to read a line as prompt and typed words, the shortest prompt first; the words may be empty. */
export function typedOn(line: string, platforms: readonly Platform[]): readonly Typed[] {
  if (line.length > 300 || !/^\S.*[>#\]$%]/.test(line)) return [];
  return [...line.matchAll(/->|[>#\]$%]/g)].flatMap(({ index, 0: sign }): readonly Typed[] => {
    const prompt = line.slice(0, index + sign.length);
    const isPrompt = platforms.some((platform) => isPromptOfEcho(prompt, platform));
    return isPrompt ? [{ prompt, words: line.slice(prompt.length).trim() }] : [];
  });
}

/** True for a line on which the answer was stopped by hand: a pager left before its end, or Ctrl-C. */
export function isStopped(rawLine: string, platforms: readonly Platform[]): boolean {
  const shown = rawLine.replace(/\u001b\[[0-?]*[ -/]*[@-~]/g, '\b');
  const question = shown.split(/[\r\b]/).find((part) => part.trim() !== '') ?? '';
  const rules = [...knownPagers, ...platforms.flatMap(({ traits }) => traits.pagers)];
  return /\^C/.test(shown) || pagerOn(question, rules) !== undefined;
}
