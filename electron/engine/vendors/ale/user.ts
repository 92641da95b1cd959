import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine, isNoise, lastLine, readField, type Field } from '../../text/table';

/** What an account may read and write. The other labels differ from one account to the next, as SNMP is allowed or not. */
const rights = /^(?:read only|read\/write) for domains$/;

/** `default (*)`: a template for accounts, nobody can log in with it. */
const isTemplate = (name: string): boolean => /\(\*\)$/.test(name);

/** `show user`: a block of `label = value,` lines for each account, each with the rights that the first one shows. */
export function parseUser(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const blocks: Map<string, Field>[] = [];
  for (const line of clean.lines.filter((each) => each.trim() !== '' && !isNoise(each))) {
    const field = readField(line, '=');
    if (field === undefined) continue;
    if (/^user name$/i.test(field.label)) blocks.push(new Map());
    blocks.at(-1)?.set(field.label.toLowerCase(), field);
  }
  const [first] = blocks;
  if (first === undefined) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const isPoor = (block: ReadonlyMap<string, Field>): boolean =>
    block.size < 2 || [...first.keys()].some((label) => rights.test(label) && !block.has(label));
  if (blocks.some(isPoor)) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  return {
    kind: 'readings',
    readings: blocks.flatMap((block) => {
      const field = block.get('user name');
      if (field === undefined || isTemplate(field.value)) return [];
      return [{ kind: 'user', subject: field.value, values: { name: field.value }, status: null, line: field.line }];
    }),
  };
}
