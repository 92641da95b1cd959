import type { SessionTraits } from '../../session/traits';
import { secretAfter, secretInAddress } from '../secret-lines';

/** How the command line of FortiOS behaves. */
export const fortinetTraits: SessionTraits = {
  // Turning the pager off would write the configuration, so it is answered instead.
  pagerOff: [],
  prompt: /^(?:\(\w\) )?[\w.~()\-]{1,80}(?:\s\([\w.\-]+\))?~?\s?[#$>]\s?$/,
  refusals: [
    /^\s*(?:Unknown action\b|command parse error\b|Command fail\b|Permission denied\b|Unparsed text\b)/i,
    /^\s*(?:incomplete command|ambiguous command)\b/i,
  ],
  pagers: [{ pattern: /--More--/, answer: ' ' }],
  noise: [],
  logout: 'exit',
  enable: undefined,
};

const grep = String.raw`(?:\|\s*grep\b[^|;&<>\x60$\r\n]*)?$`;
const global = String.raw`^\s*(?:sudo\s+global\s+)?`;

/** Commands of FortiOS that only read. */
export const fortinetReadOnly: readonly RegExp[] = [
  new RegExp(String.raw`${global}get\s+(?!\s)[^|;&<>\x60$\r\n]+${grep}`, 'i'),
  new RegExp(String.raw`${global}show(?:\s[^|;&<>\x60$\r\n]+)?${grep}`, 'i'),
  new RegExp(
    String.raw`${global}diagnose\s+(?:sys\s+(?:ntp\s+status|ha\s+(?:status|checksum\s+(?:cluster|show)))|autoupdate\s+(?:versions|status)|hardware\s+(?:sysinfo\s+\w+|deviceinfo\s+nic(?:\s+[\w.\-]+)?)|netlink\s+interface\s+list(?:\s+[\w.\-]+)?|debug\s+crashlog\s+read)\s*$`,
    'i',
  ),
  new RegExp(String.raw`${global}execute\s+(?:sensor\s+list|date|time|log\s+display)\s*$`, 'i'),
];

/** Secrets that FortiOS prints. */
export const fortinetSecrets: readonly RegExp[] = [
  /(^[ \t]*set[ \t]+\S+[ \t]+ENC[ \t]+)(\S+)/gim,
  secretAfter(
    String.raw`^[ \t]*set[ \t]+(?=\S*(?:secret|passw(?:or)?d|token)|(?:passphrase|psksecret|\S*-key|key|\S*community|auth-pwd|priv-pwd)[ \t])\S+`,
  ),
  // The name of a community is all that version 1 and 2c ask for; its section ends at the margin. Every `set name` looks
  // for the head of its section, so far as such a section is long and no farther.
  /(^(?=[ \t]*set name[ \t])(?<=^config system snmp community[ \t]*\r*\n(?:(?!end\b)[^\n]*\n){0,200}?)[ \t]*set name[ \t]+)("[^"\r\n]*"|\S+)/gim,
  // Certificates and keys run over several lines inside quotes.
  /(^[ \t]*set[ \t]+private-key[ \t]+)("[^"]*")/gim,
  /(#private-encryption-key=)(\S+)/gim,
  secretInAddress,
];

/** True for an answer to `get system status` of a box that is divided into virtual domains. */
export function hasVirtualDomains(answer: string): boolean {
  return /^[ \t]*Virtual domain configuration:\s*(?:enable|multiple|split)/im.test(answer);
}
