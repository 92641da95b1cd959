import { parseLogging } from '../dialects/ios/logging';
import { parseRunningConfig, parseService } from './access';
import { parseClock } from './clock';
import { parseFan } from './fan';
import { parseInterfaces } from './interfaces';
import { parseCpu, parseMemory } from './load';
import { parseOptics } from './optics';
import { parseDir, parseNtp } from './parts';
import { parsePower } from './power';
import { parseTemperature } from './temperature';
import { parseVersion } from './version';
import { iosLikeSecrets } from '../secret-lines';
import { definePlatform } from '../platform';
import { ruijieWords } from './vocabulary';
import { ownWords } from '../sign';

const filter = String.raw`(?:\|\s*(?:include|exclude|begin|grep)\b[^|;&<>\x60$\r\n]*)?`;

/** Ruijie RGOS 10 and 11, switches and routers; layouts of the S8607E, 11.0(4)B8. */
export const ruijieOs = definePlatform({
  id: 'ruijie-os',
  deviceTypes: ['ruijie_os', 'ruijie'],
  labels: { 'zh-CN': '锐捷（RGOS）', en: 'Ruijie (RGOS)' },
  probe: undefined,
  recognise: () => true,
  signs: ownWords('ruijie_os', /\bRuijie\b|\bRGOS\b/i),
  vocabulary: ruijieWords,
  traits: {
    pagerOff: ['terminal length 0', 'terminal width 256'],
    prompt: /^[\w\-.()/ \u4e00-\u9fff]{1,60}[>#]\s?$/,
    refusals: [/^\s*% ?(?:Invalid|Incomplete|Ambiguous|Unknown|Unrecognized|User doesn't|No such|Authorization)\b/i],
    pagers: [{ pattern: /--\s*More\s*--/, answer: ' ' }],
    noise: [/^\s*Building configuration\.*\s*$/i],
    logout: 'exit',
    enable: 'enable',
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
    },
    {
      command: 'show memory',
      gives: ['memory'],
      parse: parseMemory,
    },
    {
      command: 'show temperature',
      gives: ['temperature'],
      parse: parseTemperature,
    },
    { command: 'show fan', gives: ['fan'], parse: parseFan },
    {
      command: 'show power',
      gives: ['power'],
      parse: parsePower,
    },
    {
      command: 'dir',
      gives: ['flash'],
      parse: parseDir,
      checksEnd: true,
    },
    {
      command: 'show clock',
      gives: ['clock'],
      parse: parseClock,
      checksEnd: true,
    },
    {
      command: 'show ntp status',
      gives: ['clock'],
      parse: parseNtp,
      checksEnd: true,
    },
    {
      command: 'show service',
      aliases: ['show services'],
      gives: ['service'],
      parse: parseService,
      checksEnd: true,
    },
    {
      command: 'show interfaces',
      aliases: ['show interface'],
      gives: ['interface'],
      parse: parseInterfaces,
    },
    {
      command: 'show logging',
      gives: ['log'],
      parse: parseLogging,
    },
    {
      command: 'show running-config',
      gives: ['service'],
      parse: parseRunningConfig,
      checksEnd: true,
    },
  ],
  alsoKnown: [
    {
      command: 'show interfaces transceiver diagnosis',
      aliases: ['show interface transceiver diagnosis'],
      gives: ['optic'],
      parse: parseOptics,
    },
    {
      command: 'show interfaces status',
      aliases: ['show interface status'],
      gives: [],
    },
  ],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!\s|tech-support\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*dir(?:\s+[\w:/.-]+)?\s*$/i,
    /^\s*terminal\s+(?:length|width)\s+\d+\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show running-config', endsWith: /^end$/, saveAs: 'running-config.txt' },
  startupCommand: { command: 'show startup-config', endsWith: /^end$/, saveAs: 'startup-config.txt' },
  saveCommands: ['write'],
  secrets: iosLikeSecrets,
});
