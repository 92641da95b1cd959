import type { PlatformCommand } from '../../platforms/platform';
import { parseChassisAlarms, parseSystemAlarms } from './alarms';
import { parseCluster } from './cluster';
import { parseConfiguration, parseServices, parseUsers } from './configuration';
import { parseEnvironment } from './environment';
import { parseHardware } from './hardware';
import { parseInterfaces } from './interfaces';
import { parseLicence } from './licence';
import { parseMessages } from './messages';
import { parseOptics } from './optics';
import { parseProcesses } from './processes';
import { parseRoutingEngine } from './routing-engine';
import { parseStorage } from './storage';
import { parseUptime } from './uptime';
import { parseVersion } from './version';

/** Own list of Junos. */
export const junosCommands: readonly PlatformCommand[] = [
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
    checksEnd: true,
  },
  {
    command: 'show system alarms',
    why: { 'zh-CN': '系统告警（救援配置、许可证等）', en: 'Alarms of the system: rescue configuration, licences' },
    gives: ['chassis'],
    parse: parseSystemAlarms,
    checksEnd: true,
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
  {
    // The counters alone: all that it prints would be a thousand lines for a small switch.
    command: 'show interfaces extensive | match "^Physical|rrors: |packets: "',
    aliases: ['show interfaces extensive', 'show interfaces extensive | no-more'],
    why: { 'zh-CN': '各端口收发错包计数', en: 'Error counters of the ports' },
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show log messages | last 100',
    aliases: ['show log messages', 'show log messages | last 50', 'show log messages | no-more'],
    why: { 'zh-CN': '系统日志中的告警与各级别条数', en: 'Alarms and severities in the system log' },
    gives: ['log'],
    parse: parseMessages,
  },
  {
    // An account that only reads may not be let to see it, so nothing is missed where nothing shows.
    command: 'show configuration | display set',
    why: {
      'zh-CN': '当前配置（备份）；不安全的服务与本地账号',
      en: 'Configuration (backup); weak services and local accounts',
    },
    gives: [],
    parse: parseConfiguration,
  },
];

/** Understood there when a user asks for them. */
export const junosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'show chassis cluster status',
    why: { 'zh-CN': '双机集群状态', en: 'State of the cluster' },
    gives: ['chassis'],
    parse: parseCluster,
  },
  {
    command: 'show system processes brief',
    why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
    gives: ['cpu', 'uptime'],
    parse: parseProcesses,
    checksEnd: true,
  },
  {
    command: 'show system processes summary',
    why: { 'zh-CN': 'CPU 利用率与进程', en: 'CPU use and processes' },
    gives: ['cpu', 'uptime'],
    parse: parseProcesses,
  },
  {
    // Prints nothing where no port has optics.
    command: 'show interfaces diagnostics optics',
    aliases: ['show interfaces diagnostics optics | no-more'],
    why: { 'zh-CN': '光模块收发光功率与门限', en: 'Power of the optics and its limits' },
    gives: ['optic'],
    parse: parseOptics,
  },
  {
    command: 'show configuration system services | display set',
    why: { 'zh-CN': '是否启用 Telnet、FTP、HTTP', en: 'Whether telnet, FTP or HTTP is on' },
    gives: ['service'],
    parse: parseServices,
  },
  {
    command: 'show configuration system login | display set',
    why: { 'zh-CN': '本地账号', en: 'Local accounts' },
    gives: ['user'],
    parse: parseUsers,
  },
];
