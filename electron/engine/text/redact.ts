/** What stands in the place of a secret. */
const blank = '******';

/** Blanks known secrets wherever text leaves the engine. */
export type Redactor = {
  /** Remembers a secret's text and the forms in which it may travel. Values under 4 characters are not searched. */
  register(secret: string): void;
  /** Every registered secret, oldest first; the list only grows. */
  known(): readonly string[];
  /** The text with every registered secret blanked. */
  blank(text: string): string;
};

const leastLength = 4;
/** Up to so many forms are quicker looked for one by one; most fleets have one or two passwords, in ten forms each. */
const fewForms = 40;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Below this length the pieces of a secret inside longer base64 text are too short to be told from chance. */
const leastInnerBase64 = 8;

/** Base64 of a secret that stands inside a longer sealed text: one form for each of the three alignments. */
function innerBase64(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  if (bytes.length < leastInnerBase64) return [];
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/={1,2}$/, '');
    const first = offset === 0 ? 0 : offset + 1;
    const isWhole = (offset + bytes.length) % 3 === 0;
    return encoded.slice(first, isWhole ? undefined : -1);
  });
}

function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  const html = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return [
    secret,
    encodeURIComponent(secret.replace(loneSurrogate, '\u{FFFD}')),
    JSON.stringify(secret).slice(1, -1),
    html,
    base64,
    base64.replace(/={1,2}$/, ''),
    base64
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/={1,2}$/, ''),
    ...innerBase64(secret),
  ].filter((form) => form.length >= leastLength);
}

/**
 * Makes a redactor. Secrets are found by their first two characters, so that cost grows with the text, not with the
 * number of secrets; overlapping secrets are blanked as one.
 */
export function createRedactor(): Redactor {
  const registered = new Set<string>();
  const known = new Set<string>();
  const forms: string[] = [];
  const byStart = new Map<number, string[]>();
  const isStart = new Uint8Array(0x10000);

  const add = (form: string): void => {
    if (known.has(form)) return;
    known.add(form);
    forms.push(form);
    const key = form.charCodeAt(0) * 0x10000 + form.charCodeAt(1);
    const list = byStart.get(key) ?? [];
    list.push(form);
    list.sort((a, b) => b.length - a.length);
    byStart.set(key, list);
    isStart[form.charCodeAt(0)] = 1;
  };

  const lengthAt = (text: string, at: number): number => {
    const list = byStart.get(text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1));
    return list?.find((form) => text.startsWith(form, at))?.length ?? 0;
  };

  return {
    register(secret) {
      // Told at each use of it, mostly one password for a whole fleet.
      if (secret.length < leastLength || registered.has(secret)) return;
      registered.add(secret);
      formsOf(secret).forEach(add);
    },
    known: () => [...registered],
    blank(text) {
      if (forms.length <= fewForms && !forms.some((form) => text.includes(form))) return text;
      const parts: string[] = [];
      let hiddenTo = 0;
      for (let at = 0; at <= text.length - leastLength; at += 1) {
        if (isStart[text.charCodeAt(at)] === 0) continue;
        const length = lengthAt(text, at);
        if (length === 0) continue;
        if (at >= hiddenTo) parts.push(text.slice(hiddenTo, at), blank);
        hiddenTo = Math.max(hiddenTo, at + length);
      }
      parts.push(text.slice(hiddenTo));
      return parts.join('');
    },
  };
}

const privateKey = /(-----BEGIN [A-Z ]*PRIVATE KEY-----)[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/**
 * Blanks what a device's configuration prints as secret. Each pattern's group 1 is kept, group 2 is blanked; private
 * keys are always blanked.
 */
export function blankConfig(text: string, patterns: readonly RegExp[]): string {
  const withoutKeys = text.replace(privateKey, `$1\n${blank}\n$2`);
  return patterns.reduce((current, pattern) => {
    const flags = [...new Set([...pattern.flags, 'g', 'm'])].filter((flag) => flag !== 'y').join('');
    return current.replace(new RegExp(pattern.source, flags), (whole: string, kept: string, secret: string) => {
      return `${kept}${blank}${whole.slice(kept.length + secret.length)}`;
    });
  }, withoutKeys);
}
