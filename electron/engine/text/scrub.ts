import { isIPv6 } from 'node:net';
import { hiddenIn } from './hidden';
import { createRedactor, type Known } from './redact';
import { blankSpans } from './spans';

/** What a scrubber knows beforehand. */
export type ScrubInput = {
  /** Names of devices and accounts. */
  readonly names: readonly string[];
  readonly secrets: readonly string[];
  /** Secrets and names of devices beside this one. */
  readonly known?: readonly Known[];
  /** Secrets that the platform prints; group 1 is kept, group 2 is replaced. */
  readonly patterns: readonly RegExp[];
};

/** Replaces what tells whose device it is; the same thing gets the same replacement in every text. */
export type Scrubber = (text: string) => string;

type Replace = (found: string) => string;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Gives each new thing the next replacement. */
function memory(make: (index: number, original: string) => string): Replace {
  const known = new Map<string, string>();
  return (found) => {
    const replacement = known.get(found) ?? make(known.size, found);
    known.set(found, replacement);
    return replacement;
  };
}

/** Leaves what it has made itself, for where two rules find the same thing. */
function once(replace: Replace): Replace {
  const made = new Set<string>();
  return (found) => {
    if (made.has(found)) return found;
    const replacement = replace(found);
    made.add(replacement);
    return replacement;
  };
}

/** Letters stay letters and digits digits; the index is written into the end. */
function sameShape(index: number, original: string): string {
  const digits = [...String(index + 1)].toReversed();
  return [...original]
    .toReversed()
    .map((char) => {
      if (/\d/.test(char)) return digits.shift() ?? '0';
      return /[A-Z]/.test(char) ? 'X' : /[a-z]/.test(char) ? 'x' : char;
    })
    .toReversed()
    .join('');
}

const addressBlocks = ['192.0.2', '198.51.100', '203.0.113'];
function documentationAddress(index: number): string {
  const block = addressBlocks[Math.floor(index / 254)];
  if (block !== undefined) return `${block}.${(index % 254) + 1}`;
  // More than there are documentation addresses: those for benchmarks, which nobody routes either.
  const rest = index - addressBlocks.length * 254;
  return `198.18.${Math.floor(rest / 254) % 256}.${(rest % 254) + 1}`;
}

function documentationMac(index: number, original: string): string {
  const hex = [...`00005e${(0x5300 + index).toString(16).padStart(6, '0')}`];
  const drawn = original.toLowerCase().replace(/[0-9a-f]/g, () => hex.shift() ?? '0');
  return /[A-F]/.test(original) ? drawn.toUpperCase() : drawn;
}

/** A name of the same length where the number fits in. */
function inventedName(index: number, original: string): string {
  return `d${index + 1}`.padEnd([...original].length, 'x');
}

const mac =
  /(?<![\w:.-])(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}([.:-])[0-9a-f]{4}\2[0-9a-f]{4})(?![\w:-])/gi;
const ipv4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\w)/g;
const ipv6 = /(?<![\w:.])[0-9a-f:]{3,39}(?![\w:])/gi;
const mail = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const place = /^([ \t]*(?:sys[ -]?)?(?:contact|location|联系人|位置)[ \t]*[:：=][ \t]*)(\S.*)$/gim;
const labelledSerial =
  /((?:\bserial[ -]?(?:number|num|no\.?|#)?|\bS\/N|\bSN|\bESN|\bbar-?code|\bprocessor board ID)\s*(?:[:=#]\s*)?)([A-Z0-9][A-Z0-9-]{5,})/gi;
/** Upper-case letters and at least four digits in one word: what serial numbers look like in tables. */
const bareSerial = /(?<![\w.-])(?=(?:[A-Z]*\d){4})(?=\d*[A-Z])[A-Z0-9]{8,24}(?![\w.-])/g;
/** Releases, dates and quantities with a unit look alike and say nothing of the owner. */
const noSerial = /^(?:V\d+R\d\w*|\d{1,2}[A-Z]{3}\d{4}|0X\w+|\d+(?:[KMGT]?(?:B|BPS|HZ|W)|[KMGTS]|MS|RPM|BYTES))$/;

/** True for addresses that are the same everywhere: masks, loopback, any, multicast. */
function isCommonAddress(address: string): boolean {
  const parts = address.split('.').map(Number);
  const [first = 0] = parts;
  return parts.some((part) => part > 255) || first === 0 || first === 127 || first >= 224;
}

/** Makes a scrubber; what it has replaced once it replaces the same way again. */
export function createScrubber({ names, secrets, known = [], patterns }: ScrubInput): Scrubber {
  const nameOf = memory(inventedName);
  const secretOf = once(memory((index) => `Scrubbed-${index + 1}`));
  const serialOf = once(memory(sameShape));
  const macOf = memory(documentationMac);
  const addressOf = memory(documentationAddress);
  const address6Of = memory((index) => `2001:db8::${(index + 1).toString(16)}`);
  const mailOf = memory((index) => `user${index + 1}@example.com`);
  const redactor = createRedactor();
  known.forEach(redactor.learn);
  names.forEach(redactor.registerName);
  secrets.forEach((secret) => redactor.register(secret));
  const othersNames = known.filter(({ kind }) => kind === 'name').map(({ text }) => text);
  const rules = nameRules([...names, ...othersNames], nameOf);
  return (text) => {
    const { spans } = hiddenIn(text, patterns, redactor);
    const replaced = spans.map((span) => ({ ...span, by: span.by ?? secretOf(text.slice(span.from, span.to)) }));
    let clean = blankSpans(text, replaced);
    for (const { pattern, replace } of rules) clean = clean.replace(pattern, replace);
    clean = clean
      .replace(place, (_whole, label: string, rest: string) => {
        const value = rest.trimEnd().replace(/,$/, '');
        return `${label}${'x'.repeat(value.length)}${rest.slice(value.length)}`;
      })
      .replace(mail, mailOf)
      .replace(labelledSerial, (whole, label: string, value: string) =>
        /\d/.test(value) ? `${label}${serialOf(value)}` : whole,
      )
      .replace(bareSerial, (found) => (noSerial.test(found) ? found : serialOf(found)))
      .replace(mac, (found) => (/^[0.:-]+$|^[f.:-]+$/i.test(found) ? found : macOf(found)));
    clean = inColumns(clean, ipv6, (found) => (isIPv6(found) && !/^::1?$/.test(found) ? address6Of(found) : found));
    return inColumns(clean, ipv4, (found, before) =>
      isCommonAddress(found) || /(?:version|release|ver\.?)[ \t:]*$/i.test(before) ? found : addressOf(found),
    );
  };
}

const leastName = 2;

/** Names are replaced where they are words of their own. */
function nameRules(names: readonly string[], nameOf: Replace) {
  return [...new Set(names)]
    .filter((name) => name.trim().length >= leastName)
    .toSorted((one, other) => other.length - one.length)
    .map((name) => {
      const edge = String.raw`[\p{L}\p{N}]`;
      return { pattern: new RegExp(`(?<!${edge})${escaped(name)}(?!${edge})`, 'gu'), replace: () => nameOf(name) };
    });
}

/** Replaces, and takes the difference in length out of the blanks that follow: columns stay where they are. */
function inColumns(text: string, pattern: RegExp, replace: (found: string, before: string) => string): string {
  const withBlanks = new RegExp(`(${pattern.source})( *)`, pattern.flags);
  return text.replace(withBlanks, (...groups: unknown[]) => {
    const [whole, found, blanks] = [String(groups[0]), String(groups[1]), String(groups[2])];
    const at = groups.find((each) => typeof each === 'number') ?? 0;
    const made = replace(found, text.slice(Math.max(0, at - 20), at));
    if (made === found) return whole;
    return blanks.length < 2
      ? made + blanks
      : made + ' '.repeat(Math.max(1, blanks.length + found.length - made.length));
  });
}
