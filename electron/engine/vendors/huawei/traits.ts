import type { SessionTraits } from '../../session/traits';

/** The command line of Huawei VRP: user view `<name>`, system view `[name]`, firewall pairs with their role before it. */
export const vrpTraits: SessionTraits = {
  // Both end with the session. The second keeps log lines out of the answers.
  pagerOff: ['screen-length 0 temporary', 'undo terminal monitor'],
  // `*` in brackets: changes that are not committed (VRP 8); `~`: none.
  prompt: /^(?:HRP_[A-Z])?(?:<[^<>\r\n]{1,80}>|\[[~*]?[^[\]\r\n]{1,80}\])\s?$/,
  refusals: [/^\s*Error:\s*\S/i],
  pagers: [{ pattern: /(?<!-)-{2,}\s*More\s*-{2,}/, answer: ' ' }],
  noise: [/^\s*Info: The (?:max number of VTY users|current login time)\b.*$/i, /^\s*Info:.*\bplease wait\b.*$/i],
  logout: 'quit',
  // Tried only where its password is stored; the prompt stays as it is.
  enable: 'super',
};

// A filter behind `|` only chooses lines; `>` would write a file. Diagnostic dumps run for minutes.
const filters = String.raw`(?:\|\s*(?:include|exclude|begin|no-more|count|section)\b[^|;&<>\x60$\r\n]*)*`;

/** Commands of VRP that only read. */
export const vrpReadOnly: readonly RegExp[] = [
  new RegExp(String.raw`^\s*dis(?:p|play)?\s+(?!\s|diag|tech)[^|;&<>\x60$\r\n]+${filters}$`, 'i'),
  /^\s*dir(?:\s+[\w:/.*-]+)*\s*$/i,
  /^\s*compare\s+configuration\s*$/i,
];

const value = String.raw`("[^"\r\n]*"|\S+)`;
const form = String.raw`(?:(?:simple|cipher|irreversible-cipher|plain|hash|encrypted|sha2?-?\d*|md5|read|write|both)[ \t]+)*`;

const line = (start: string): RegExp => new RegExp(`(${start}[ \\t]+${form})${value}`, 'gim');

/** Secrets in a configuration of VRP: group 1 is kept, group 2 is blanked. */
export const vrpSecrets: readonly RegExp[] = [
  // Sealed values may hold blanks and quotes; they stand between their marks.
  /()(%\^%#.*?%\^%#|%@%@.*?%@%@|%\$%\$.*?%\$%\$|@%@%.*?@%@%|%\+%##!.*?%\+%#)/gim,
  /()(\$1[a-z]\$\S+)/gim,
  line(String.raw`\bsnmp-agent\s+(?:target-host\s.*?\bsecurityname|community)`),
  line(String.raw`\b(?:authentication-mode|privacy-mode)\s+\S+`),
  line(String.raw`\b(?:hmac-sha\d+|sha\d+|md5)\s+\d{1,3}`),
  line(
    String.raw`\b(?:password|cipher|irreversible-cipher|pre-shared-key|shared-key|shared-key-string|key-string|secret|community|pin\s+verify|token|psk|pass-phrase|encryption-key|authentication-key)`,
  ),
  line(String.raw`\bCommunity name\s*:`),
];
