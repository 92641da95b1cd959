/** An element of the configuration: where it stands, what it says, and how that is printed. */
export type ConfigLeaf = { readonly path: readonly string[]; readonly value: string | null; readonly quote: string };

/** No configuration is nested deeper; each element keeps its whole way, which would grow by the square. */
const deepest = 64;

/** The configuration as a list; undefined when it was cut or is no configuration. */
type Leaves = readonly ConfigLeaf[] | undefined;

const tag = /<(\/?)([\w.-]+)((?:\s+[\w.-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

function xmlLeaves(text: string): Leaves {
  const path: string[] = [];
  const leaves: ConfigLeaf[] = [];
  let opened = '';
  for (const [whole, close, name = '', attributes = '', empty, words] of text.matchAll(tag)) {
    if (words !== undefined) {
      const quote = words.includes('\n') ? words.trim() : `${opened}${words}`;
      if (words.trim() !== '' && path.length > 0) leaves.push({ path: [...path], value: words.trim(), quote });
    } else if (close === '/') {
      path.pop();
      if (path.length === 0) return leaves;
    } else if (empty !== '/') {
      if (path.length === deepest) return undefined;
      path.push(/\sname="([^"]*)"/.exec(attributes)?.[1] ?? name);
      opened = whole;
      leaves.push({ path: [...path], value: null, quote: whole });
    }
  }
  return undefined;
}

const openLine = /^("[^"]*"|\S+) \{$/;
const valueLine = /^("[^"]*"|\S+)(?: (.*))?;$/;
const bare = (word: string): string => word.replaceAll('"', '');

/** True when a quoted value that began before or in the line goes on behind it. */
function staysOpen(line: string, isOpen: boolean): boolean {
  const quotes = line.replaceAll(/\\./g, '').split('"').length - 1;
  return (quotes % 2 === 1) !== isOpen;
}

function braceLeaves(lines: readonly string[]): Leaves {
  const path: string[] = [];
  const leaves: ConfigLeaf[] = [];
  let isOpen = false;
  for (const line of lines.map((each) => each.trim())) {
    const wasOpen = isOpen;
    isOpen = staysOpen(line, isOpen);
    if (wasOpen || isOpen) continue;
    const opened = openLine.exec(line)?.[1];
    const [, name, words] = valueLine.exec(line) ?? [];
    if (opened !== undefined) {
      if (path.length === deepest) return undefined;
      path.push(bare(opened));
      leaves.push({ path: [...path], value: null, quote: line });
    } else if (line === '}') {
      if (path.pop() === undefined) return undefined;
    } else if (name !== undefined) {
      leaves.push({ path: [...path, bare(name)], value: bare(words ?? ''), quote: line });
    }
  }
  return path.length === 0 && !isOpen && leaves.some(({ value }) => value === null) ? leaves : undefined;
}

/** The configuration of PAN-OS as it prints it: in braces, or as XML. */
export function configLeaves(lines: readonly string[]): Leaves {
  const start = lines.findIndex((line) => /^\s*<(?:response|config)\b/.test(line));
  return start < 0 ? braceLeaves(lines) : xmlLeaves(lines.slice(start).join('\n'));
}
