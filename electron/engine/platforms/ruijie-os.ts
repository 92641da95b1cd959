import { parseFan } from '../parsers/ruijie/fan';
import { parseCpu, parseMemory } from '../parsers/ruijie/load';
import { parseDir, parseNtp } from '../parsers/ruijie/parts';
import { parsePower } from '../parsers/ruijie/power';
import { parseTemperature } from '../parsers/ruijie/temperature';
import { parseVersion } from '../parsers/ruijie/version';
import { iosLikeSecrets } from '../parsers/secret-lines';
import { definePlatform } from './platform';

const filter = String.raw`(?:\|\s*(?:include|exclude|begin|grep)\b[^|;&<>\x60$\r\n]*)?`;

/** Ruijie RGOS 10 and 11, switches and routers; layouts of the S8607E, 11.0(4)B8. */
export const ruijieOs = definePlatform({
  id: 'ruijie-os',
  deviceTypes: ['ruijie_os', 'ruijie'],
  labels: { 'zh-CN': '锐捷（RGOS）', en: 'Ruijie (RGOS)' },
  probe: undefined,
  recognise: () => true,
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
      why: {
        'zh-CN': '型号、软件版本、运行时间，各模块版本是否一致',
        en: 'Model, release, uptime, release of every module',
      },
      gives: ['system', 'uptime', 'software'],
      parse: parseVersion,
    },
    {
      command: 'show cpu',
      why: { 'zh-CN': '各槽位 CPU 利用率', en: 'CPU use of every slot' },
      gives: ['cpu'],
      parse: parseCpu,
    },
    {
      command: 'show memory',
      why: { 'zh-CN': '内存利用率', en: 'Memory use' },
      gives: ['memory'],
      parse: parseMemory,
    },
    {
      command: 'show temperature',
      why: { 'zh-CN': '各板卡温度与告警、断电阈值', en: 'Temperature of every card with its limits' },
      gives: ['temperature'],
      parse: parseTemperature,
    },
    { command: 'show fan', why: { 'zh-CN': '风扇状态', en: 'State of the fans' }, gives: ['fan'], parse: parseFan },
    {
      command: 'show power',
      why: { 'zh-CN': '电源状态，各板卡是否上电', en: 'State of the supplies, power of the cards' },
      gives: ['power'],
      parse: parsePower,
    },
    {
      command: 'dir',
      why: { 'zh-CN': 'Flash 剩余空间', en: 'Free flash' },
      gives: ['flash'],
      parse: parseDir,
    },
    {
      command: 'show ntp status',
      why: { 'zh-CN': '时钟是否与 NTP 服务器同步', en: 'Whether the clock follows an NTP server' },
      gives: ['clock'],
      parse: parseNtp,
    },
    {
      command: 'show interfaces status',
      aliases: ['show interface status'],
      why: { 'zh-CN': '端口状态（留证）', en: 'State of the ports (evidence)' },
      gives: [],
    },
    { command: 'show logging', why: { 'zh-CN': '日志（留证）', en: 'Log (evidence)' }, gives: [] },
    {
      command: 'show running-config',
      why: { 'zh-CN': '运行配置（备份）', en: 'Running configuration (backup)' },
      gives: [],
    },
  ],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!tech-support\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*dir(?:\s+[\w:/.-]+)?\s*$/i,
    /^\s*terminal\s+(?:length|width)\s+\d+\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show running-config', endsWith: /^end$/, saveAs: 'running-config.txt' },
  secrets: iosLikeSecrets,
});
