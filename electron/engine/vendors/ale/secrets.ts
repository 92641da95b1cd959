// A value is a quoted text, which may hold blanks, or one word. How it is stored may stand before it.
const value = String.raw`("(?:[^"\\\r\n]|\\.)*"|[^\s"]+)`;
const form = String.raw`(?:(?:encrypted|hash|simple|md5|sha\d*|\d{1,2})[ \t]+)*`;

const line = (start: string): RegExp => new RegExp(`(${start}[ \\t]+${form})${value}`, 'gim');

/** Secrets in a configuration of AOS: group 1 is kept, group 2 is blanked. */
export const aosSecrets: readonly RegExp[] = [
  // Before `key`, which would take the number for the value.
  line(String.raw`\bauthentication-key\s+\d+`),
  line(String.raw`^[ \t]*user[ \t]+(?:"[^"\r\n]*"|[^\s"]\S*)[ \t](?:[^\r\n]{0,200}?[ \t])?password`),
  line(String.raw`\bcommunity[- ]map`),
  line(String.raw`\b(?:read-|write-|trap-)?community`),
  line(String.raw`\b(?:hash-key|auth-key|md5-key|shared-key|pre-shared-key|key-string|wpa-passphrase|key|salt|hash)`),
  line(String.raw`\b(?:password|passwd|passphrase|secret|psk|token)`),
  /(:\/\/[^\s:/@]+:)([^\s@/]+)(?=@)/gim,
];
