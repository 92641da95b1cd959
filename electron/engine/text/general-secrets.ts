const quoted = String.raw`"[^"\r\n]*"`;
const word = String.raw`[^\s"]+`;

/** What follows `start` is the secret, group 2; how it is stored may stand between. */
const after = (start: string): RegExp =>
  new RegExp(
    String.raw`(${start}[ \t]+(?:(?:encrypted|cipher|irreversible-cipher|simple|hash|ascii|hex|ENC|\d{1,2})[ \t]+)*)(${quoted}|${word})`,
    'gim',
  );

/**
 * Secrets as configurations of any vendor print them. Every text that leaves the engine is blanked by these, whatever its
 * device and its command: a configuration is asked for by commands too, and an unknown device has no patterns of its own.
 * Group 1 is kept, group 2 is blanked. Only words that stand before a secret and hardly anywhere else are listed: tables
 * of users and ports stay as they came.
 */
export const generalSecrets: readonly RegExp[] = [
  after(String.raw`\bsnmp-(?:server|agent)[ \t]+community(?:[ \t]+(?:read|write))?`),
  after(String.raw`\bsnmp-server[ \t]+host[ \t]+\S+(?:[ \t]+(?:traps|informs))?[ \t]+version[ \t]+(?:1|2c|3[ \t]+\S+)`),
  after(String.raw`\benable[ \t]+(?:password|secret)(?:[ \t]+level[ \t]+\d+)?`),
  after(String.raw`^[ \t]*username[ \t]+\S+[ \t]+(?:[^\r\n]{0,200}?[ \t])?(?:password|secret)`),
  after(
    String.raw`^[ \t]*(?:password|passwd|secret)(?=[ \t]+(?:\d{1,2}|cipher|simple|encrypted|ENC|irreversible-cipher)[ \t])`,
  ),
  after(String.raw`^[ \t]*key(?=[ \t]+\d[ \t])`),
  after(
    String.raw`\b(?:pre-shared-key|preshared-key|psksecret|key-string|server-key|wpa-psk|wpa-passphrase|wpa2-psk|set-key|shared_key|shared-key|authentication-key)`,
  ),
  after(String.raw`\b(?:auth|priv)[ \t]+(?:md5|sha\S*|des|3des|aes\S*)`),
  after(String.raw`\bcrypto[ \t]+isakmp[ \t]+key`),
  after(String.raw`\bmessage-digest-key[ \t]+\d+[ \t]+md5`),
  after(String.raw`\b(?:radius|tacacs)(?:-server)?[ \t]+(?:[^\r\n]{0,200}?[ \t])?key`),
  /(:\/\/[^\s:/@]{1,200}:)([^\s@/]{1,200})(?=@)/gim,
];

/** The words of commands that print a configuration, a file, or everything. */
const configurationWords =
  /\b(?:run|running|startup|saved|current|candidate)\b|config|\bcurrent-|\bsaved-|\b(?:more|cat|type|tech|tech-support|diagnostic-information|snapshot|snmp|aaa|tacacs|radius|ppk|full-configuration)\b/i;

/** True for a command whose output may be a configuration, where a platform's own wider patterns are looked for too. */
export function mayPrintConfiguration(command: string): boolean {
  return configurationWords.test(command);
}
