import { plainLines, unreadable } from '../values';
import type { Unreadable } from '../../text/table';

/** One `edit` of a section, with its own `set` lines; those of tables inside of it are not among them. */
export type Edit = { readonly name: string; readonly line: string; readonly settings: readonly string[] };

/** A section of the configuration, read whole. */
export type ConfigSection = { readonly kind: 'section'; readonly title: string; readonly edits: readonly Edit[] };

const openLine = /^\s*config (\S.*)$/;
const editLine = /^\s*edit (?:"((?:[^"\\]|\\.)*)"|(\S+))$/;
const otherLine = /^\s*(?:(?:set|unset|append|select) \S|#)/;
const endLine = /^\s*end$/;
const nextLine = /^\s*next$/;

/** True when a text value that began before or in the line goes on behind it. */
function staysOpen(line: string, isOpen: boolean): boolean {
  const quotes = line.replaceAll(/\\./g, '').split('"').length - 1;
  return (quotes % 2 === 1) !== isOpen;
}

/**
 * Reads one section of `show`: `config <name>` to its own `end`, which every whole answer has. Text values may run over
 * several lines; any other line that is no part of the language makes the answer unreadable.
 */
export function configSection(text: string, name: string): ConfigSection | Unreadable {
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => openLine.exec(line)?.[1]?.trim() === name);
  const title = lines[start];
  if (title === undefined) return unreadable('not-understood', lines[0]);
  const edits: { name: string; line: string; settings: string[] }[] = [];
  let depth = 1;
  let isOpen = false;
  for (const line of lines.slice(start + 1)) {
    if (depth === 0) break;
    const wasOpen = isOpen;
    isOpen = staysOpen(line, isOpen);
    if (wasOpen) continue;
    const edit = editLine.exec(line);
    if (openLine.test(line)) depth += 1;
    else if (endLine.test(line)) depth -= 1;
    else if (edit !== null && depth === 1)
      edits.push({ name: edit[1] ?? edit[2] ?? '', line: line.trim(), settings: [] });
    else if (otherLine.test(line)) {
      if (depth === 1) edits.at(-1)?.settings.push(line.trim());
    } else if (edit === null && !nextLine.test(line)) return unreadable('not-understood', line);
  }
  return depth > 0 ? unreadable('cut', lines.at(-1)) : { kind: 'section', title: title.trim(), edits };
}
