import { parseLogging } from '../parsers/cisco/logging';
import { parseRunningConfig, parseService } from '../parsers/ruijie/access';
import { parseClock } from '../parsers/ruijie/clock';
import { parseFan } from '../parsers/ruijie/fan';
import { parseInterfaces } from '../parsers/ruijie/interfaces';
import { parseCpu, parseMemory } from '../parsers/ruijie/load';
import { parseOptics } from '../parsers/ruijie/optics';
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
      checksEnd: true,
    },
    {
      command: 'show clock',
      why: { 'zh-CN': '设备时间', en: "The device's time" },
      gives: ['clock'],
      parse: parseClock,
      checksEnd: true,
    },
    {
      command: 'show ntp status',
      why: { 'zh-CN': '时钟是否与 NTP 服务器同步', en: 'Whether the clock follows an NTP server' },
      gives: ['clock'],
      parse: parseNtp,
      checksEnd: true,
    },
    {
      command: 'show service',
      aliases: ['show services'],
      why: { 'zh-CN': 'Telnet、Web 等服务是否开启', en: 'Whether Telnet, the web page and others are on' },
      gives: ['service'],
      parse: parseService,
      checksEnd: true,
    },
    {
      command: 'show interfaces',
      aliases: ['show interface'],
      why: { 'zh-CN': '端口状态与错包计数', en: 'State and error counters of the ports' },
      gives: ['interface'],
      parse: parseInterfaces,
    },
    {
      command: 'show logging',
      why: { 'zh-CN': '日志缓冲区中各级别的条数', en: 'Messages of each severity in the log' },
      gives: ['log'],
      parse: parseLogging,
    },
    {
      command: 'show running-config',
      why: { 'zh-CN': '本地账号与 SNMP 团体字；留作备份', en: 'Local accounts, SNMP communities; kept as a copy' },
      gives: ['service'],
      parse: parseRunningConfig,
      checksEnd: true,
    },
  ],
  alsoKnown: [
    {
      command: 'show interfaces transceiver diagnosis',
      aliases: ['show interface transceiver diagnosis'],
      why: { 'zh-CN': '光模块收发光功率与设备自己的判断', en: 'Light levels of the optics, as the device sees them' },
      gives: ['optic'],
      parse: parseOptics,
    },
    {
      command: 'show interfaces status',
      aliases: ['show interface status'],
      why: { 'zh-CN': '端口状态（留证）', en: 'State of the ports (evidence)' },
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
