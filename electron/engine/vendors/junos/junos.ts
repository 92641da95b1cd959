import { junosAlsoKnown, junosCommands } from './commands';
import { secretAfter, secretInAddress } from '../secret-lines';
import { definePlatform } from '../platform';
import { junosWords } from './vocabulary';
import { ownPrompt, ownWords } from '../sign';

// A pattern in quotes may hold bars of its own.
const filter = String.raw`(?:\|\s*(?:match|except|last|display|no-more|count|find|trim)\b(?:[^"|;&<>\x60$\r\n]|"[^";&<>\x60$\r\n]*")*)*`;

/** Juniper Junos: EX, QFX, MX and SRX, with the answers of every member of a virtual chassis or cluster. */
export const juniperJunos = definePlatform({
  id: 'juniper-junos',
  deviceTypes: ['juniper_junos', 'juniper'],
  labels: { 'zh-CN': '瞻博 Juniper（Junos）', en: 'Juniper (Junos)' },
  probe: undefined,
  recognise: () => true,
  signs: [
    ...ownWords('juniper_junos', /^(?:JUNOS|Junos:)\s|^--- JUNOS\b/),
    ownPrompt('juniper_junos', /^[\w.-]+@[\w.-]+>\s?$/),
  ],
  vocabulary: junosWords,
  traits: {
    pagerOff: ['set cli screen-length 0', 'set cli screen-width 0', 'set cli complete-on-space off'],
    // `{master:0}` stands on the line before.
    prompt: /^[\w.@\-]{1,80}[>#%]\s?$/,
    refusals: [
      /^\s*(?:syntax error|unknown command|error: (?:command|permission|syntax|unrecognized))/i,
      /^\s*(?:missing argument|invalid (?:value|command)|permission denied)\b/i,
    ],
    pagers: [{ pattern: /---\(more(?: \d+%)?\)---/, answer: ' ' }],
    noise: [/^\s*\{[\w:-]+\}\s*$/],
    logout: 'exit',
    enable: undefined,
    // Who logs in as root stands in a shell: `%`, `root@host%`, `root@host:~ #`.
    enter: { on: /^(?:[\w.@\-]{0,80}(?::\S{0,80})?\s?%|[\w.\-]{1,64}@[\w.\-]{0,80}:\S{0,80}\s?#)\s?$/, send: 'cli' },
  },
  commands: junosCommands,
  alsoKnown: junosAlsoKnown,
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!\s|.*\bdisplay\s+commit-scripts\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*set\s+cli\s+(?:screen-length\s+\d+|screen-width\s+\d+|complete-on-space\s+off)\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show configuration | display set', saveAs: 'configuration-set.txt' },
  saveCommands: ['commit'],
  secrets: [
    // `secret "$9$…"; ## SECRET-DATA`, whatever the keyword is.
    /^(.*\s)("[^"\r\n]*"|[^\s";]+)(?=;?\s*##\s*SECRET-DATA)/gim,
    /(\bsnmp[ \t](?:[^\r\n]{0,200}?[ \t])?community[ \t]+)("[^"\r\n]*"|[^\s";{]+)/gim,
    // `set … authentication-key 3 type md5 value "$9$…"`
    /(\bauthentication-key\s+\d+\s+(?:type\s+\S+\s+)?value[ \t]+)("[^"\r\n]*"|\S+)/gim,
    secretAfter(
      String.raw`\b(?:encrypted-password|plain-text-password-value|authentication-(?:key|password)|privacy-password|pre-shared-key(?:\s+(?:ascii-text|hexadecimal))?|ascii-text|hexadecimal|md5\s+\d+\s+key|simple-password|shared-secret|secret|community|password)`,
    ),
    secretInAddress,
  ],
});
