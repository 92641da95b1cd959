import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine, isPromptLike, lastLine } from '../../text/table';

const echo = /^(\S+(?:\s+\S+)*?)\s*dis(?:p|play)?\s+current-configuration\s+diff$/i;

/** The echo of a command that was answered with the prompt alone; undefined when anything else was said. */
function echoWithoutAnswer(lines: readonly string[]): string | undefined {
  const said = lines.map((line) => line.trim()).filter((line) => line !== '');
  const prompts = said.filter((line) => isPromptLike(line));
  const asked = said.findLast((line) => echo.test(line));
  const prompt = echo.exec(asked ?? '')?.[1];
  const isOver = prompt !== undefined && prompts.includes(prompt);
  return isOver && said.every((line) => echo.test(line) || isPromptLike(line)) ? asked : undefined;
}

/**
 * `display current-configuration diff` (Comware 7.1.070 and later): a difference shows unsaved changes, the prompt
 * right behind the command shows that there are none. A text with nothing in it shows neither.
 */
export function parseConfigDiff(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const { lines } = clean;
  // A line of the difference may end like a prompt: ` #`.
  const last = lines.findLast((line) => line.trim() !== '') ?? '';
  if (!clean.endsInLineEnd && /^[ +\-@]/.test(last)) return { kind: 'unreadable', reason: 'cut', line: last.trim() };
  const changed = lines.find((each) => /^\+\+\+ Current configuration\b/i.test(each.trim()));
  const isDiff = changed !== undefined && lines.some((each) => /^--- \S/.test(each.trim()));
  const line = isDiff ? changed : echoWithoutAnswer(lines);
  if (line === undefined) {
    const isAsked = echo.test(lastLine(text));
    return { kind: 'unreadable', reason: isAsked ? 'cut' : 'not-understood', line: firstLine(text) };
  }
  const values = {
    runningDirectory: null,
    certifyStatus: null,
    synchronised: isDiff ? 'NOT SYNCHRONIZED' : 'SYNCHRONIZED',
    flashBetweenCmms: null,
  };
  return {
    kind: 'readings',
    readings: [{ kind: 'config-state', subject: '', values, status: null, line: line.trim() }],
  };
}
