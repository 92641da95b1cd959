import { parseLicenseDays } from '../parsers/firewall/license-days';
import { definePlatform } from './platform';

const value = String.raw`("[^"\r\n]*"|\S+)`;
// How the value is stored may stand before it: `password 8 …`.
const line = (start: string): RegExp => new RegExp(`(${start}[ \\t]+(?:\\d{1,2}[ \\t]+)*)${value}`, 'gim');

/**
 * Firewalls that users enter as `cisco_asa`, among them one of another maker whose `show license` prints the days left
 * of every licence. The list asks for what both understand.
 */
export const ciscoAsa = definePlatform({
  id: 'cisco-asa',
  deviceTypes: ['cisco_asa', 'cisco_asa_telnet'],
  labels: { 'zh-CN': '防火墙（Cisco ASA 命令行）', en: 'Firewall (Cisco ASA command line)' },
  probe: undefined,
  recognise: () => true,
  traits: {
    pagerOff: ['terminal pager 0'],
    prompt: /^\S.{0,80}?[>#]\s?$/,
    refusals: [
      /^\s*% ?(?:Invalid|Incomplete|Ambiguous|Unknown|Unrecognized|Bad)\b/i,
      /^\s*ERROR: %/i,
      /^\s*Command authorization failed/i,
    ],
    pagers: [
      { pattern: /<---\s*More\s*--->/, answer: ' ' },
      { pattern: /--\s*More\s*--/, answer: ' ' },
    ],
    noise: [],
    logout: 'exit',
    enable: 'enable',
  },
  commands: [
    {
      command: 'show version',
      why: { 'zh-CN': '软件版本（留证）', en: 'Software version (evidence)' },
      gives: [],
    },
    {
      command: 'show license',
      why: { 'zh-CN': '许可证剩余天数', en: 'Days left of the licences' },
      gives: ['licence'],
      parse: parseLicenseDays,
    },
  ],
  readOnly: [/^\s*show\s+[^|;&<>`$\r\n]+(?:\|\s*(?:include|exclude|begin|grep)\b[^|;&<>`$\r\n]*)?$/i],
  configFiles: () => [],
  secrets: [
    line(String.raw`\benable\s+(?:password|secret)(?:\s+level\s+\d+)?`),
    line(String.raw`^\s*passwd`),
    line(String.raw`\busername\s+\S+\s+(?:.*?\s)?(?:password|secret)`),
    line(String.raw`\b(?:pre-shared-key|ldap-login-password|server-key|key-string)`),
    line(String.raw`\bfailover\s+(?:ipsec\s+pre-shared-)?key(?:\s+hex)?`),
    line(String.raw`^\s*key`),
    line(String.raw`\bsnmp-server\s+(?:host\s+.*?\s)?community`),
    line(String.raw`\b(?:password|secret|community|token)`),
  ],
});
