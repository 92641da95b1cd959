import { parseChassisAlarms, parseSystemAlarms } from '../parsers/junos/alarms';
import { parseCluster } from '../parsers/junos/cluster';
import { parseEnvironment } from '../parsers/junos/environment';
import { parseHardware } from '../parsers/junos/hardware';
import { parseLicence } from '../parsers/junos/licence';
import { parseProcesses } from '../parsers/junos/processes';
import { parseRoutingEngine } from '../parsers/junos/routing-engine';
import { parseStorage } from '../parsers/junos/storage';
import { parseUptime } from '../parsers/junos/uptime';
import { parseVersion } from '../parsers/junos/version';
import { secretAfter, secretInAddress } from '../parsers/secret-lines';
import { definePlatform } from './platform';

const filter = String.raw`(?:\|\s*(?:match|except|last|display|no-more|count|find|trim)\b[^|;&<>\x60$\r\n]*)*`;

/** Juniper Junos: EX, QFX, MX and SRX, with the answers of every member of a virtual chassis or cluster. */
export const juniperJunos = definePlatform({
  id: 'juniper-junos',
  deviceTypes: ['juniper_junos', 'juniper'],
  labels: { 'zh-CN': '瞻博 Juniper（Junos）', en: 'Juniper (Junos)' },
  probe: undefined,
  recognise: () => true,
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
  commands: [
    {
      command: 'show version',
      why: { 'zh-CN': '型号与软件版本，各成员是否一致', en: 'Model and release of every member' },
      gives: ['system', 'software'],
      parse: parseVersion,
    },
    {
      command: 'show system uptime',
      why: { 'zh-CN': '运行时间、时钟来源、最近一次提交', en: 'Uptime, source of the clock, last commit' },
      gives: ['uptime', 'clock'],
      parse: parseUptime,
    },
    {
      command: 'show chassis routing-engine',
      why: { 'zh-CN': '路由引擎状态、CPU 与内存利用率', en: 'State, CPU and memory of the routing engines' },
      gives: ['cpu', 'memory'],
      parse: parseRoutingEngine,
    },
    {
      command: 'show chassis environment',
      why: { 'zh-CN': '温度、风扇、电源状态', en: 'Temperatures, fans, power supplies' },
      gives: ['temperature', 'fan', 'power'],
      parse: parseEnvironment,
    },
    {
      command: 'show chassis alarms',
      why: { 'zh-CN': '硬件告警', en: 'Alarms of the hardware' },
      gives: ['chassis'],
      parse: parseChassisAlarms,
    },
    {
      command: 'show system alarms',
      why: { 'zh-CN': '系统告警（救援配置、许可证等）', en: 'Alarms of the system: rescue configuration, licences' },
      gives: ['chassis'],
      parse: parseSystemAlarms,
    },
    {
      command: 'show system storage',
      why: { 'zh-CN': '存储剩余空间', en: 'Free storage' },
      gives: ['flash'],
      parse: parseStorage,
    },
    {
      command: 'show system license',
      why: { 'zh-CN': '许可证用量与到期日', en: 'Use and expiry of licences' },
      gives: ['licence'],
      parse: parseLicence,
    },
    {
      command: 'show chassis hardware',
      why: { 'zh-CN': '机框型号与序列号，部件清单', en: 'Model and serial number, list of parts' },
      gives: ['system'],
      parse: parseHardware,
    },
    {
      command: 'show interfaces terse',
      why: { 'zh-CN': '端口状态（留证）', en: 'State of the ports (evidence)' },
      gives: [],
    },
    { command: 'show log messages | last 100', why: { 'zh-CN': '日志（留证）', en: 'Log (evidence)' }, gives: [] },
    {
      command: 'show configuration | display set',
      why: { 'zh-CN': '当前配置（备份）', en: 'Configuration (backup)' },
      gives: [],
    },
  ],
  alsoKnown: [
    {
      command: 'show chassis cluster status',
      why: { 'zh-CN': '双机集群状态', en: 'State of the cluster' },
      gives: ['chassis'],
      parse: parseCluster,
    },
    {
      command: 'show system processes brief',
      aliases: ['show system processes summary'],
      why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
      gives: ['cpu', 'uptime'],
      parse: parseProcesses,
    },
  ],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!.*\bdisplay\s+commit-scripts\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*set\s+cli\s+(?:screen-length\s+\d+|screen-width\s+\d+|complete-on-space\s+off)\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show configuration | display set', saveAs: 'configuration-set.txt' },
  secrets: [
    // `secret "$9$…"; ## SECRET-DATA`, whatever the keyword is.
    /^(.*\s)("[^"\r\n]*"|[^\s";]+)(?=;?\s*##\s*SECRET-DATA)/gim,
    /(\bsnmp\s+(?:.*\s)?community[ \t]+)("[^"\r\n]*"|[^\s";{]+)/gim,
    // `set … authentication-key 3 type md5 value "$9$…"`
    /(\bauthentication-key\s+\d+\s+(?:type\s+\S+\s+)?value[ \t]+)("[^"\r\n]*"|\S+)/gim,
    secretAfter(
      String.raw`\b(?:encrypted-password|plain-text-password-value|authentication-(?:key|password)|privacy-password|pre-shared-key(?:\s+(?:ascii-text|hexadecimal))?|ascii-text|hexadecimal|md5\s+\d+\s+key|simple-password|shared-secret|secret|community|password)`,
    ),
    secretInAddress,
  ],
});
