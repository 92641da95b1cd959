import { parseCpu, parseLicences, parseMemory, parseVersion } from './answers';
import { parseAlarms } from './alarms';
import { parseConfiguration } from './configuration';
import { iosLikeSecrets, secretAfter } from '../secret-lines';
import { definePlatform } from '../platform';
import { hillstoneWords } from './vocabulary';
import { ownWords } from '../sign';

const filter = String.raw`(?:\|\s*(?:include|exclude|begin)\b[^|;&<>\x60$\r\n]*)?`;

/**
 * Hillstone firewalls, StoneOS 5.5. Layouts by the manual, not by a recorded device: whatever differs is not understood
 * and shown as it is.
 */
export const hillstoneStoneos = definePlatform({
  id: 'hillstone-stoneos',
  deviceTypes: ['hillstone_stoneos', 'hillstone'],
  labels: { 'zh-CN': '山石网科（StoneOS）', en: 'Hillstone (StoneOS)' },
  probe: undefined,
  recognise: () => true,
  signs: ownWords('hillstone_stoneos', /\bHillstone\b|\bStoneOS\b/i),
  vocabulary: hillstoneWords,
  traits: {
    pagerOff: ['terminal length 0', 'terminal width 512'],
    prompt: /^[\w.()\-]{1,80}~?[#>]\s?$/,
    refusals: [
      /^\s*(?:\^-+\s*)?(?:unrecognized keyword|incomplete command|ambiguous keyword|invalid (?:keyword|parameter|input))\b/i,
      /^\s*(?:Error:|% ?(?:Invalid|Incomplete|Unknown|Unrecognized))/i,
    ],
    pagers: [{ pattern: /--\s*More\s*--/, answer: ' ' }],
    noise: [/^\s*Building configuration\.*\s*$/i],
    logout: 'exit',
    enable: undefined,
  },
  commands: [
    {
      command: 'show version',
      gives: ['system', 'uptime', 'software'],
      parse: parseVersion,
    },
    {
      command: 'show cpu',
      gives: ['cpu'],
      parse: parseCpu,
      checksEnd: true,
    },
    { command: 'show memory', gives: ['memory'], parse: parseMemory },
    {
      command: 'show license',
      gives: ['licence'],
      parse: parseLicences,
    },
    {
      command: 'show environment',
      gives: [],
    },
    { command: 'show interface', gives: [] },
    {
      command: 'show ha cluster',
      gives: [],
    },
    {
      command: 'show session generic',
      gives: [],
    },
    // Nothing is missed where these two print another layout than the manual's: they are evidence all the same.
    {
      command: 'show logging alarm',
      gives: [],
      parse: parseAlarms,
    },
    {
      command: 'show configuration running',
      gives: [],
      parse: parseConfiguration,
    },
  ],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!\s|tech-support\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*terminal\s+(?:length|width)\s+\d+\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show configuration running', saveAs: 'running-config.txt' },
  saveCommands: ['save'],
  secrets: [...iosLikeSecrets, secretAfter(String.raw`\b(?:pre-share|preshared-key|auth-password|priv-password)`)],
});
