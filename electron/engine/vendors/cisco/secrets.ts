// A value is a quoted text or one word; how it is stored may stand before it as a number: `password 7 …`.
const value = String.raw`("[^"\r\n]*"|\S+)`;
/** Other words of the same line; bounded, so that a long line of one repeated word costs no more than its length. */
const within = String.raw`(?:[^\r\n]{0,200}?\s)?`;
const line = (start: string): RegExp => new RegExp(`(${start}[ \\t]+(?:\\d{1,2}[ \\t]+)*)${value}`, 'gim');

const shared: readonly RegExp[] = [
  line(String.raw`\benable\s+(?:password|secret)(?:\s+level\s+\d+)?`),
  line(String.raw`\busername\s+\S+\s+${within}(?:password|secret)`),
  line(String.raw`\bsnmp-server\s+community`),
  // Community or user stands behind the version.
  line(String.raw`\bsnmp-server\s+host\s+\S+\s+${within}version\s+(?:1|2c|3\s+(?:auth|noauth|priv))`),
  line(String.raw`\bsnmp-server\s+host\s+\S+\s+(?:traps|informs)(?!\s+version)`),
  line(
    String.raw`\bsnmp-server\s+host\s+\S+(?!\s+(?:traps|informs|version|vrf|use-vrf|source-interface|filter-vrf|community)\b)`,
  ),
  line(String.raw`\bauth\s+(?:md5|sha\S*)`),
  line(String.raw`\bpriv(?:\s+(?:3des|des|aes(?:-?\d+)?))*`),
  line(String.raw`\b(?:tacacs|radius)(?:-server)?\b[^\r\n]{0,200}?\skey`),
  line(String.raw`\bcrypto\s+isakmp\s+key`),
  line(String.raw`\bpre-shared-key(?:\s+(?:local|remote|hex|ascii-text|address\s+\S+(?:\s+\S+)?\s+key))*`),
  line(String.raw`\bwpa-psk\s+(?:ascii|hex)`),
  line(String.raw`\b(?:key-string|server-key|authentication-key|ldap-login-password|domain-password|area-password)`),
  line(String.raw`\bmessage-digest-key\s+\d+\s+md5`),
  line(String.raw`\b(?:standby|vrrp)\s+(?:\d+\s+)?authentication(?:\s+(?:text|md5|key-string))*`),
  line(String.raw`^[ \t]*(?:hsrp\s+)?authentication\s+(?:text|md5\s+key-string)`),
  line(String.raw`^[ \t]*key`),
  line(String.raw`\b(?:password|passwd|secret|community|token|passphrase)`),
  /(:\/\/[^\s:/@]+:)([^\s@/]+)(?=@)/gim,
];

/** Secrets in a configuration of IOS, IOS-XE and NX-OS: group 1 is kept, group 2 is blanked. */
export const ciscoSecrets: readonly RegExp[] = shared;

/** Secrets in a configuration of ASA. */
export const asaSecrets: readonly RegExp[] = [
  line(String.raw`\bfailover\s+(?:ipsec\s+pre-shared-)?key(?:\s+hex)?`),
  line(String.raw`\bsnmp-server\s+host\s+[^\r\n]{0,200}?\scommunity`),
  line(String.raw`^[ \t]*passwd`),
  ...shared.filter(({ source }) => !source.includes(String.raw`snmp-server\s+host`)),
];
