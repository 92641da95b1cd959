/** Forms shorter than this are told from chance only where a password stands. */
export const leastForm = 4;
/** Below this length the pieces of a secret inside longer base64 text are too short to be told from chance. */
const leastInnerBase64 = 8;
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** One way in which a secret may travel; the first `kept` characters of it are no secret and stay. */
export type Form = { readonly text: string; readonly kept: number };

const whole = (text: string): Form => ({ text, kept: 0 });

/** Base64 without the signs that fill its last group. */
const bareBase64 = (bytes: Buffer): string => bytes.toString('base64').slice(0, Math.ceil((bytes.length * 4) / 3));

/** Base64 of a secret that stands inside a longer sealed text: one form for each of the three alignments. */
function innerBase64(bytes: Buffer): readonly string[] {
  if (bytes.length < leastInnerBase64) return [];
  return [0, 1, 2].map((offset) => {
    const encoded = bareBase64(Buffer.concat([Buffer.alloc(offset), bytes]));
    const first = offset === 0 ? 0 : offset + 1;
    const isWhole = (offset + bytes.length) % 3 === 0;
    return encoded.slice(first, isWhole ? undefined : -1);
  });
}

const urlSafe = (base64: string): string => base64.replaceAll('+', '-').replaceAll('/', '_');
const lowerEscapes = (text: string): string => text.replace(/%[0-9A-F]{2}/g, (each) => each.toLowerCase());

function base64Forms(bytes: Buffer): readonly string[] {
  const padded = bytes.toString('base64');
  const bare = [bareBase64(bytes), ...innerBase64(bytes)];
  return [padded, ...bare, ...bare.map(urlSafe), urlSafe(padded)];
}

function urlForms(secret: string): readonly string[] {
  const component = encodeURIComponent(secret.replace(loneSurrogate, '\u{FFFD}'));
  // What encodeURIComponent leaves and a form does not.
  const strict = component.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  const form = strict.replaceAll('%20', '+').replaceAll('~', '%7E');
  const every = Buffer.from(secret, 'utf8').toString('hex').toUpperCase().replace(/../g, '%$&');
  const upper = [
    component,
    strict,
    form,
    form.replaceAll('%2A', '*'),
    encodeURI(component).replaceAll('%25', '%'),
    every,
  ];
  return [...upper, ...upper.map(lowerEscapes)];
}

function jsonForms(secret: string): readonly string[] {
  const plain = JSON.stringify(secret).slice(1, -1);
  const ascii = plain.replace(/[^\x20-\x7e]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const every = Array.from({ length: secret.length }, (_, at) => secret.charCodeAt(at).toString(16).padStart(4, '0'));
  // Some writers escape what HTML takes for markup.
  const markup = ascii.replace(/[<>&'+=]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const escaped = [plain, plain.replaceAll('/', '\\/'), ascii, ascii.replaceAll('/', '\\/'), markup];
  const lower = `\\u${every.join('\\u')}`;
  return [...escaped, ...[ascii, markup].map(upperUnicode), lower, upperUnicode(lower)];
}

const upperUnicode = (text: string): string =>
  text.replace(/\\u([0-9a-f]{4})/g, (_whole, digits: string) => `\\u${digits.toUpperCase()}`);

function htmlForms(secret: string): readonly string[] {
  const named = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  const codes = [...secret].map((char) => char.codePointAt(0) ?? 0);
  const hex = codes.map((code) => code.toString(16));
  return [
    named,
    named.replaceAll("'", '&#39;'),
    named.replaceAll("'", '&apos;'),
    named.replaceAll("'", '&#x27;'),
    codes.map((code) => `&#${code};`).join(''),
    hex.map((code) => `&#x${code};`).join(''),
    hex.map((code) => `&#x${code.toUpperCase()};`).join(''),
  ];
}

function hexForms(bytes: Buffer): readonly string[] {
  const pairs = bytes.toString('hex').match(/../g) ?? [];
  const lower = ['', ':', ' ', '-'].map((between) => pairs.join(between));
  return [...lower, ...lower.map((each) => each.toUpperCase())];
}

/** The forms of one line of a secret. */
function encodedForms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [...urlForms(secret), ...jsonForms(secret), ...htmlForms(secret), ...base64Forms(bytes), ...hexForms(bytes)];
}

const isSearchable = ({ text, kept }: Form): boolean => text.length - kept >= leastForm && !/[\r\n]/.test(text);

/** `user:secret`, as it stands in addresses and headers, and sealed for HTTP and for mail. */
export function accountForms(secret: string, account: string): readonly Form[] {
  if (account === '' || secret === '') return [];
  const pair = Buffer.from(`${account}:${secret}`, 'utf8');
  const plain = Buffer.from(`\0${account}\0${secret}`, 'utf8');
  const twice = Buffer.from(`${account}\0${account}\0${secret}`, 'utf8');
  const sealed = [pair, plain, twice].flatMap(base64Forms);
  const urlAccount = encodeURIComponent(account.replace(loneSurrogate, '\u{FFFD}'));
  const urls = urlForms(secret).flatMap((form) => [
    { text: `${urlAccount}:${form}`, kept: urlAccount.length + 1 },
    { text: `${urlAccount}%3A${form}`, kept: urlAccount.length + 3 },
    { text: `${urlAccount}%3a${form}`, kept: urlAccount.length + 3 },
  ]);
  const spoken = { text: `${account}:${secret}`, kept: account.length + 1 };
  return [...sealed.map(whole), ...[spoken, ...urls].filter(({ text }) => text.length >= leastForm + 1)].filter(
    ({ text }) => text.length >= leastForm && !/[\r\n]/.test(text),
  );
}

/**
 * A secret as it may stand in a text: as it is, in base64 (also inside longer base64), in addresses and forms, in JSON,
 * in HTML and in hex digits. Texts are read line by line, so a secret of several lines is looked for by each of them.
 */
export function secretForms(secret: string): readonly Form[] {
  const lines = secret.split(/\r\n|\r|\n/).filter((line) => !line.startsWith('-----'));
  const plain = lines.length > 1 ? lines.map((line) => line.trim()) : lines;
  return [...plain, ...encodedForms(secret)].map(whole).filter(isSearchable);
}
