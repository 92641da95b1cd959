import { panosAlsoKnown, panosCommands } from './commands';
import { secretAfter, secretInAddress } from '../secret-lines';
import { definePlatform } from '../platform';
import { paloaltoWords } from './vocabulary';
import { ownRefusal, ownWords } from '../sign';

const filter = String.raw`(?:\|\s*(?:match|except)\b[^|;&<>\x60$\r\n]*)?`;

/** Palo Alto Networks firewalls, PAN-OS 6 to 11. */
export const paloaltoPanos = definePlatform({
  id: 'paloalto-panos',
  deviceTypes: ['paloalto_panos', 'paloalto', 'panos'],
  labels: { 'zh-CN': '派拓 Palo Alto（PAN-OS）', en: 'Palo Alto Networks (PAN-OS)' },
  probe: undefined,
  recognise: () => true,
  signs: [
    ...ownWords('paloalto_panos', /\bPAN-OS\b|\bPalo Alto Networks\b|^sw-version:/i),
    ownRefusal('paloalto_panos', /^\s*Invalid syntax\.\s*$/),
  ],
  vocabulary: paloaltoWords,
  traits: {
    pagerOff: ['set cli scripting-mode on', 'set cli pager off', 'set cli terminal width 500'],
    prompt: /^[\w.@\-]{1,80}(?:\([\w\-]+\))?[>#]\s?$/,
    refusals: [
      /^\s*(?:Unknown command|Invalid syntax\.?|Server error\s*:|Validation Error:)/i,
      /^\s*(?:Permission denied|Not authorized)\b/i,
    ],
    pagers: [{ pattern: /lines \d+-\d+\s*(?:\(END\))?/, answer: ' ' }],
    noise: [],
    logout: 'exit',
    enable: undefined,
  },
  commands: panosCommands,
  alsoKnown: panosAlsoKnown,
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!\s)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*(?:request\s+license\s+info|check\s+pending-changes)\s*$/i,
    /^\s*set\s+cli\s+(?:scripting-mode\s+on|pager\s+off|terminal\s+width\s+\d+)\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show config running', endsWith: /(?:\}|<\/config>)$/, saveAs: 'running-config.txt' },
  saveCommands: ['request high-availability sync-to-remote running-config'],
  secrets: [
    /(<(?:phash|key|pre-shared-key|private-key|password|secret|auth-?pwd|priv-?pwd|bind-password|snmp-community-string|community|authpwd|privpwd|shared-secret)>)([^<]+)/gim,
    // `show config running` also prints braces: `phash $1$…;`
    secretAfter(
      String.raw`\b(?:phash|pre-shared-key|private-key|password|secret|auth-?pwd|priv-?pwd|bind-password|snmp-community-string|community|shared-secret|key)`,
    ),
    secretInAddress,
  ],
});
