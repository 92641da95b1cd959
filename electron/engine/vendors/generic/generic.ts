import { definePlatform } from '../platform';

const value = String.raw`("[^"\r\n]*"|\S+)`;

/**
 * A device of a type that is not known, or that did not say which it is. It has no parsers: its answers are kept and
 * shown, and it is never 正常.
 */
export const generic = definePlatform({
  id: 'generic',
  deviceTypes: ['generic', 'autodetect', 'terminal_server'],
  labels: { 'zh-CN': '通用命令行（不作判断）', en: 'Generic command line (not judged)' },
  probe: undefined,
  recognise: () => true,
  traits: {
    pagerOff: [],
    prompt: /^\S.{0,80}?\s?[>#\]$%]\s?$/,
    refusals: [
      /^\s*% ?(?:Invalid|Incomplete|Ambiguous|Unknown|Unrecognized|Wrong)\b/i,
      /^\s*ERROR:/i,
      /^\s*Error: (?:Unrecognized|Incomplete|Wrong|Too many)\b/i,
    ],
    pagers: [],
    noise: [],
    logout: 'exit',
    enable: undefined,
  },
  commands: [],
  readOnly: [/^\s*(?:show|display)\s+(?!\s|tech-support\b)[^|;&<>`$\r\n]+$/i],
  configFiles: () => [],
  secrets: [
    new RegExp(
      String.raw`(\b(?:password|passwd|secret|community|pre-shared-key|psk|token|key-string|key)[ \t]+(?:(?:cipher|simple|irreversible-cipher|hash|encrypted|level[ \t]+\d+|\d)[ \t]+)*)${value}`,
      'gim',
    ),
  ],
});
