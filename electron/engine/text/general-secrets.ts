import type { Span } from './spans';

const value = String.raw`("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s"']\S*)`;
/** How a value is stored may stand before it: `password 7 …`, `key encrypted …`, `level 15`. */
const form = String.raw`(?:(?:encrypted|cipher|irreversible-cipher|simple|plain|plain-?text|hash|ascii|ascii-text|hex|hexadecimal|text|ENC|md5|sha\d{0,3}|sha-\d{3}|hmac-\S{1,16}|key-string|local|remote|read|write|level[ \t]+\d{1,2}|\d{1,2})[ \t]+)*`;

/** What follows `start` is the secret, group 2. */
const after = (start: string): RegExp => new RegExp(`(${start}[ \\t]+${form})${value}`, 'gim');

/** Words that stand before a secret wherever they stand, as a part of a longer word too: `adminPassword`. */
const keywords = String.raw`(?:passw(?:or)?d|passphrase|pass-phrase|passcode|secret|psk|communit(?:y|ies)|token|pre-?shared?-?key|shared[-_]?key|api[-_]?key|access[-_]key|private[-_]?key|auth(?:entication)?-key|auth-?pwd|priv-?pwd|md5-key|hash-key|server-key|encryption-key|key-string|phash|sendkey|密码|口令|密钥|团体名|团体字|令牌)`;
const suffix = String.raw`(?:[-_]?(?:hash|text|string|value|digest|name|map|encrypted|key|word))?`;
/** A quoted text, also one inside a text of JSON, or what stands before the next blank or the next field. */
const assigned = String.raw`("(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|\\"[^"\\\r\n]*|[^\s"'&]+)`;

/**
 * Secrets as devices of any vendor and services print them. Every text that leaves the engine is blanked by these,
 * whatever its device and its command: a configuration is asked for by commands too, and an unknown device has no
 * patterns of its own. Group 1 is kept, group 2 is blanked. Each looks through one line, and ahead in it at most 200
 * characters.
 */
const generalSecrets: readonly RegExp[] = [
  after(keywords + suffix),
  // `password: x`, `"password":"x"`, `password=x&…`, `密码：x`.
  new RegExp(
    String.raw`(${keywords}${suffix}(?:\\?["'])?[ \t]*(?:[:：]|=>?)[ \t]*(?:(?:\d{1,2}|ENC|cipher)[ \t]+)*)${assigned}`,
    'gim',
  ),
  /(\bpwd[ \t]{0,8}[:=][ \t]{0,8})("[^"\r\n]*"|[^\s"&]+)/gim,
  /([?&](?:key|sign|sig|auth|ticket|code)=)([^&\s"'<>]+)/gim,
  // An element of XML.
  new RegExp(String.raw`(<[\w:-]{0,40}${keywords}${suffix}(?:[ \t][^<>\r\n]{0,80})?>)([^<\r\n]+)`, 'gim'),
  /(<(?:key|psk|salt)>)([^<\r\n]+)/gim,
  after(
    String.raw`\bsnmp-server[ \t]+host[ \t]+\S{1,200}(?:[ \t]+(?:vrf[ \t]+\S{1,100}|use-vrf[ \t]+\S{1,100}|traps|informs))*[ \t]+version[ \t]+(?:1|2c|3[ \t]+(?:noauth|auth|priv))`,
  ),
  after(
    String.raw`\bsnmp-server[ \t]+host[ \t]+\S{1,200}(?:[ \t]+(?:traps|informs))?(?![ \t]+(?:traps|informs|version|vrf|use-vrf|source-interface|filter-vrf|community|udp-port)\b)`,
  ),
  after(String.raw`\bsecurityname`),
  /(\bcom2sec6?[ \t]+(?:-Cn[ \t]+\S{1,100}[ \t]+)?\S{1,100}[ \t]+\S{1,100}[ \t]+)("[^"\r\n]*"|\S+)/gim,
  // The keys of an SNMP user; what seals them stands before.
  after(String.raw`\bauth(?:entication-(?:mode|protocol))?[ \t]+(?:md5|sha\S{0,8})`),
  after(
    String.raw`\bpriv(?:acy-(?:mode|protocol))?[ \t]+(?:3des|des\d{0,2}|aes(?:-?\d{3}(?:-\S{1,8})?)?)(?:[ \t]+(?:128|192|256))?`,
  ),
  after(String.raw`\bauthentication-mode[ \t]+(?:simple|md5|hmac-\S{1,16}|keychain)(?:[ \t]+\d{1,5})?`),
  after(String.raw`\bauthentication-key(?:id)?[ \t]+\d{1,5}`),
  after(String.raw`\b(?:message-digest-key|md5)[ \t]+\d{1,5}[ \t]+(?:md5|key|value)`),
  after(String.raw`\bauthentication-key[ \t]+\d{1,5}[ \t]+type[ \t]+\S{1,16}[ \t]+value`),
  after(String.raw`\b(?:standby|vrrp|glbp|hsrp)[ \t]+(?:\d{1,4}[ \t]+)?authentication(?:-mode)?`),
  after(String.raw`^[ \t]*(?:hsrp[ \t]+)?authentication[ \t]+(?:text|md5[ \t]+key-string)`),
  after(
    String.raw`\b(?:radius|tacacs|hwtacacs|ldap|aaa|ntp|bgp|ospf|rip|isis|isakmp|ike|ipsec|neighbor|peer|failover|primary|secondary|accounting|authentication|authorization|wep)\b[^\r\n]{0,160}?[ \t]key`,
  ),
  after(
    String.raw`\b(?:key[ \t]+(?:authentication|accounting|authorization)|set-key|wpa-(?:psk|passphrase)|wpa2-psk|wep-key)`,
  ),
  // Under a server's own heading.
  after(
    String.raw`^[ \t]*(?:set[ \t]+)?key(?=[ \t]+(?:\d[ \t]|cipher[ \t]|simple[ \t]|encrypted[ \t]|ENC[ \t]|hex[ \t]|ascii[ \t]))`,
  ),
  /(^[ \t]+key[ \t]+)("[^"\r\n]*"|[^\s"]+)(?=[ \t]*\r?$)/gim,
  after(String.raw`\bset[ \t]+\S{0,40}(?:passwd|key|pwd)`),
  /(\bENC[ \t]+)([\w+/=]{8,})/gm,
  after(String.raw`\bpin[ \t]+verify`),
  // Sealed and hashed values, whatever stands before them. Huawei's may hold blanks and quotes between their marks.
  /()(%\^%#[^\r\n]{0,500}?%\^%#|%@%@[^\r\n]{0,500}?%@%@|%\$%\$[^\r\n]{0,500}?%\$%\$|@%@%[^\r\n]{0,500}?@%@%)/gim,
  /()((?<![\w$])\$(?:1[a-z]?|2[abxy]?|5|6|7|8|9|14|y|c|h|s|sha\d{1,3}|pbkdf2[\w-]{0,16})\$[^\s"':;,<>]{4,})/gim,
  /()(\{(?:S?SHA\d{0,3}|S?MD5|CRYPT)\}[\w+/=$.]{8,})/gim,
  /(:\/\/[^\s:/@"'<>]{1,200}:)([^\s/"'<>]{1,200})(?=@)/gim,
  /(\bAuthorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:\w{1,16}[ \t]+)?)([^\s"',]+)/gim,
  /(\bAUTH[ \t]+(?:PLAIN|LOGIN|CRAM-MD5|XOAUTH2)[ \t]+)([\w+/=]+)/gm,
  /(\bBearer[ \t]+)([\w.~+/-]{12,}=*)/gm,
];

/** Whatever stands in a line that one of the patterns above, or one of a platform, may match. */
const hint =
  /pass|pwd|secret|key|communit|psk|token|auth|priv|snmp|share|hash|salt|ciphe?r|crypt|wpa|wep|\benc\b|md5|sha\d|hexa|ascii|securityname|com2sec|\bpin\b|\$[0-9a-z]{1,8}\$|%[\^@$]%|@%@|%\+%|\{(?:s?sha|s?md5|crypt)|:\/\/|bearer|[?&]\w{1,6}=|密码|口令|密钥|团体|令牌/gi;

// Words of sentences, headings and settings that follow a keyword and are no secret.
const ordinaryWords = `
  a an and any are as at by can cannot for from has have if in is it its must no none not of off on or set the this to
  was were will with without yes na n/a null nil undefined
  absent accepted access accounting acl active age aging algorithm alias all allowed attempt attempts auth
  authenticated authentication authorization bucket chain change changed changes check complexity config configuration
  configured control count counter counters created date day days default defined denied description disable disabled
  empty enable enabled encoding encryption error expire expired expires expiry fail failed failure file format
  generate generated generation group groups hidden history id incorrect index info information internet interval
  invalid last length level lifetime limit list local local-as location lockout login map match max maximum mechanism
  method min min-length minimum mismatch missing mode model must name never new no-advertise no-export number ok old
  only optional pair pairs permission permit policy present primary profile prompt protected protection provided
  public-key read read-only read-write recovery rejected remaining remote required requirements reset retries retry
  ring ro role rsa rules rw secondary secure security server settings setup size source state status storage store
  strength string strings succeeded success suite support supported table time timeout timer token true false type
  types unchanged unset update updated usage use used user username users using valid validity value values
  verification version via view warning weak word write wrong v1 v2c v3 已 未 为 不 无 错误 正确 过期 启用 关闭
`;
const ordinary = new Set(ordinaryWords.split(/\s+/).filter((each) => each !== ''));

/** True for what follows a keyword in sentences and tables: a word of the list, a mark, a ruler, a place to fill. */
function isOrdinary(bare: string): boolean {
  return (
    ordinary.has(bare.toLowerCase()) ||
    /^[^\p{L}\p{N}]+$/u.test(bare) ||
    // A community of BGP, a placeholder in a help text.
    /^(?:\d{1,10}:\d{1,10}|<[\w -]{1,40}>?|\[[\w -]{1,40}\]?)$/.test(bare)
  );
}

const opening = /^\\?["'([]/;
const closing = new Set(`\\"')].,;:!?。，；：`);

/** A value without its quotes and the marks of the sentence around it. */
function bareOf(found: string): string {
  const inner = found.replace(opening, '');
  let end = inner.length;
  while (end > 0 && closing.has(inner.charAt(end - 1))) end -= 1;
  return inner.slice(0, end);
}

type Ends = readonly [from: number, to: number];

/** The lines in which a secret may stand, in order. */
function tellingLines(text: string): readonly Ends[] {
  const lines: Ends[] = [];
  hint.lastIndex = 0;
  for (let found = hint.exec(text); found !== null; found = hint.exec(text)) {
    const from = text.lastIndexOf('\n', found.index) + 1;
    const end = text.indexOf('\n', found.index);
    const to = end === -1 ? text.length : end;
    lines.push([from, to]);
    if (to >= text.length) break;
    hint.lastIndex = to;
  }
  return lines;
}

/** Marks of sealed values are shorter. */
const longestMark = 32;

/** Where in an unfinished line a secret, or the word before one, may stand; the line's length where none does. */
export function mayBeginSecret(line: string): number {
  const at = line.search(hint);
  if (at !== -1) return at;
  // The first marks of a sealed value, which is one by all of them only.
  const lastWord = /\S*$/.exec(line.slice(-longestMark))?.[0] ?? '';
  const mark = lastWord.search(/[$%@{]/);
  return mark === -1 ? line.length : line.length - lastWord.length + mark;
}

const searched = new WeakMap<RegExp, RegExp>();

/** The same pattern for all places of a text. */
function searching(pattern: RegExp): RegExp {
  const known = searched.get(pattern);
  if (known !== undefined) return known;
  const flags = [...new Set([...pattern.flags, 'g', 'm'])].filter((flag) => flag !== 'y').join('');
  const made = new RegExp(pattern.source, flags);
  searched.set(pattern, made);
  return made;
}

type Found = Span & { readonly value: string };

/** The ends of a value that belong to the sentence around it: its quotes, and marks that no password is typed with. */
function within(found: string): readonly [start: number, end: number] {
  const quote = /^["']/.exec(found)?.[0];
  if (quote !== undefined && found.length > 1 && found.endsWith(quote)) return [1, found.length - 1];
  return [0, found.length - (/[。，；！？]$/.test(found) ? 1 : 0)];
}

function matches(text: string, pattern: RegExp): readonly Found[] {
  const found: Found[] = [];
  for (const { index, 1: kept = '', 2: secret = '' } of text.matchAll(searching(pattern))) {
    const [start, end] = within(secret);
    const from = index + kept.length + start;
    if (end > start) found.push({ from, to: from + end - start, value: secret.slice(start, end) });
  }
  return found;
}

/** True for a pattern that looks back over lines: it must be given them. */
export const looksBack = ({ source }: RegExp): boolean => source.includes('(?<=');

/**
 * Where a text prints secrets by the general patterns and by those of a platform.
 *
 * @param isSecret true for a value that is known to be one, however ordinary its word is
 */
export function printedSecrets(
  text: string,
  patterns: readonly RegExp[],
  isSecret: (value: string) => boolean,
): readonly Span[] {
  const spans: Span[] = [];
  const nearby = patterns.filter((pattern) => !looksBack(pattern));
  const isShown = ({ value: found }: Found): boolean => {
    const bare = bareOf(found);
    return isOrdinary(bare) && !isSecret(bare) && !isSecret(found);
  };
  for (const [from, to] of tellingLines(text)) {
    const line = text.slice(from, to);
    const general = generalSecrets.flatMap((pattern) => matches(line, pattern)).filter((found) => !isShown(found));
    const own = nearby.flatMap((pattern) => matches(line, pattern));
    for (const found of [...general, ...own]) spans.push({ from: from + found.from, to: from + found.to });
  }
  for (const pattern of patterns.filter(looksBack)) {
    for (const found of matches(text, pattern)) spans.push({ from: found.from, to: found.to });
  }
  return spans;
}

/** The words of commands that print a configuration, a file, or everything. */
const configurationWords =
  /\b(?:run|running|startup|saved|current|candidate)\b|config|\bcurrent-|\bsaved-|\b(?:more|cat|type|tech|tech-support|diagnostic-information|snapshot|snmp|aaa|tacacs|radius|ppk|full-configuration)\b/i;

/** True for a command whose output may be a configuration, where a platform's own wider patterns are looked for too. */
export function mayPrintConfiguration(command: string): boolean {
  return configurationWords.test(command);
}
