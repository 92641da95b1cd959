import type { SessionTraits } from '../../session/traits';

const nulls = String.raw`\u0000*`;

/** The command line of Comware 5 and 7: user view `<name>`, system view `[name]`, backup pairs with their role before it. */
export const comwareTraits: SessionTraits = {
  // Both end with the session. The second keeps log lines out of the answers.
  pagerOff: ['screen-length disable', 'undo terminal monitor'],
  prompt: new RegExp(String.raw`^${nulls}(?:RBM_[PS])?(?:<[^<>\r\n]{1,80}>|\[[^[\]\r\n]{1,80}\])[\s\u0007]?$`),
  refusals: [
    /^\s*% ?(?:Unrecognized|Incomplete|Ambiguous|Wrong|Too many|Unknown|Invalid|Permission)\b/i,
    /^\s*Permission denied\b/i,
  ],
  pagers: [{ pattern: /(?<!-)-{2,}\s*More\s*-{2,}/, answer: ' ' }],
  noise: [],
  logout: 'quit',
  // Tried only where its password is stored; the prompt stays as it is.
  enable: 'super',
  // Releases 3 and 5 break the connection on a message that they do not know.
  keepAlive: false,
};

// A filter behind `|` only chooses lines; `>` and `>>` would write a file. Diagnostic dumps run for minutes.
const filters = String.raw`(?:\|\s*(?:include|exclude|begin|by-linenum|count)\b[^|;&<>\x60$\r\n]*)*`;

/** Commands of Comware that only read. */
export const comwareReadOnly: readonly RegExp[] = [
  new RegExp(String.raw`^\s*dis(?:p|play)?\s+(?!\s|diag|tech)[^|;&<>\x60$\r\n]+${filters}$`, 'i'),
  /^\s*dir(?:\s+[\w:/.*-]+)*\s*$/i,
  /^\s*sha256sum\s+[\w:/.-]+\s*$/i,
];

const value = String.raw`("[^"\r\n]*"|\S+)`;
const form = String.raw`(?:(?:simple|cipher|hash|plain|encrypted|sha-?\d*|md5|read|write)[ \t]+)*`;

const line = (start: string): RegExp => new RegExp(`(${start}[ \\t]+${form})${value}`, 'gim');

/** Secrets in a configuration of Comware: group 1 is kept, group 2 is blanked. */
export const comwareSecrets: readonly RegExp[] = [
  /()(\$[chs]\$\d\$\S+)/gim,
  line(String.raw`\bsnmp-agent\s+(?:target-host\s.*?\bsecurityname|community)`),
  line(String.raw`\b(?:authentication-mode|privacy-mode)\s+(?:md5|sha|aes\d*|des\d*|3des)`),
  line(String.raw`\bauthentication-keyid\s+\d+\s+authentication-mode\s+\S+`),
  line(
    String.raw`\b(?:password|cipher|pre-shared-key|shared-key|key-string|secret|community|token|psk|passphrase|key(?:\s+(?:authentication|accounting|authorization))?)`,
  ),
];
