// A value is a quoted text, which may hold blanks, or one word.
const value = String.raw`("(?:[^"\\\r\n]|\\.)*"|[^\s"]+)`;
// How the value is stored may stand before it: `password 7 …`, `key encrypted …`.
const form = String.raw`(?:(?:encrypted|cipher|hash|simple|ENC|\d{1,2})[ \t]+)*`;

/** Other words of the same line; bounded, so that a long line of one repeated word costs no more than its length. */
const within = String.raw`(?:[^\r\n]{0,200}?\s)?`;

/** A pattern for blanking: what follows `start` is the secret, group 2. */
export function secretAfter(start: string): RegExp {
  return new RegExp(`(${start}[ \\t]+${form})${value}`, 'gim');
}

/** `https://user:secret@host`: the secret part of an address. */
export const secretInAddress = /(:\/\/[^\s:/@]+:)([^\s@/]+)(?=@)/gim;

/** Secrets in a configuration that is written as IOS does: Ruijie, Hillstone. */
export const iosLikeSecrets: readonly RegExp[] = [
  secretAfter(String.raw`\benable\s+(?:password|secret)(?:\s+level\s+\d+)?`),
  secretAfter(String.raw`^[ \t]*username\s+\S+\s+${within}(?:password|secret)`),
  secretAfter(String.raw`\bsnmp-server\s+(?:host\s+\S+\s+${within}(?:version\s+\S+\s+)?)?community`),
  secretAfter(
    String.raw`\bsnmp-server\s+host\s+\S+(?:\s+(?:traps|informs))?(?:\s+version\s+(?:1|2c|3\s+\S+))?(?![ \t]+(?:traps|informs|version|community)\b)`,
  ),
  secretAfter(String.raw`\bsnmp-server\s+user\s+${within}(?:auth|priv)\s+(?:md5|sha|des|aes\S*)`),
  secretAfter(String.raw`\b(?:key-string|pre-shared-key|preshared-key|wpa-psk|server-key|domain-password)`),
  secretAfter(String.raw`\bcrypto\s+isakmp\s+key`),
  secretAfter(String.raw`\b(?:radius|tacacs)(?:-server)?\s+${within}key`),
  secretAfter(String.raw`^[ \t]*key(?=\s+\d\s)`),
  secretAfter(String.raw`\b(?:authentication-key|message-digest-key)\s+\d+(?:\s+md5)?`),
  secretAfter(String.raw`\b(?:neighbor\s+\S+|chap|pap)\s+${within}password`),
  secretAfter(String.raw`\b(?:standby|vrrp)\s+\d+\s+authentication(?:\s+(?:text|md5))?`),
  secretAfter(String.raw`\b(?:password|passwd|passphrase|secret|community|psk|token)`),
  secretInAddress,
];
