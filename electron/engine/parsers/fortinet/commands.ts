import type { PlatformCommand } from '../../platforms/platform';
import { parseAdministrators, parseCommunities, parseInterfaceAccess, parseSaving } from './access';
import { parseCluster } from './cluster';
import { parseContracts } from './contracts';
import { parseInterfaces } from './interfaces';
import { parseCrashLog, parseLogDisplay } from './logs';
import { parseNtp } from './ntp';
import { parseOptics } from './optics';
import { parsePerformance, parseTop } from './performance';
import { parseSensors } from './sensors';
import { parseStatus } from './status';

const status: PlatformCommand = {
  command: 'get system status',
  why: { 'zh-CN': '型号、版本、主机名；虚拟机许可证', en: 'Model, release, name; licence of a virtual machine' },
  gives: ['system', 'software'],
  parse: parseStatus,
};

/** Commands about the box as a whole. */
const whole: readonly PlatformCommand[] = [
  {
    command: 'get system performance status',
    why: { 'zh-CN': 'CPU、内存利用率与运行时间', en: 'CPU, memory, uptime' },
    gives: ['cpu', 'memory', 'uptime'],
    parse: parsePerformance,
    checksEnd: true,
  },
  {
    command: 'get system ha status',
    why: { 'zh-CN': '双机健康状态与配置同步', en: 'Health of the cluster, configuration in step' },
    gives: ['chassis'],
    parse: parseCluster,
    checksEnd: true,
  },
  {
    command: 'execute sensor list',
    why: { 'zh-CN': '温度、风扇、电源传感器', en: 'Sensors of temperature, fans and supplies' },
    gives: ['temperature'],
    parse: parseSensors,
  },
  {
    command: 'diagnose autoupdate versions',
    why: { 'zh-CN': '特征库合同到期日', en: 'When the contracts of the signatures end' },
    gives: ['licence'],
    parse: parseContracts,
  },
  {
    command: 'diagnose sys ntp status',
    why: { 'zh-CN': '时钟是否与 NTP 服务器同步', en: 'Whether the clock follows an NTP server' },
    gives: ['clock'],
    parse: parseNtp,
  },
  {
    command: 'get system global | grep cfg-save',
    why: { 'zh-CN': '配置改动是否自动保存', en: 'Whether changes are saved by themselves' },
    gives: ['config-state'],
    parse: parseSaving,
    checksEnd: true,
  },
  {
    command: 'diagnose netlink interface list',
    why: { 'zh-CN': '各接口收发错包计数', en: 'Error counters of the interfaces' },
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show system interface',
    why: { 'zh-CN': '接口是否放行 Telnet、HTTP 管理', en: 'Whether interfaces allow telnet or HTTP' },
    gives: ['service'],
    parse: parseInterfaceAccess,
    checksEnd: true,
  },
  {
    command: 'show system snmp community',
    why: { 'zh-CN': '是否启用 SNMP v1/v2c 团体字', en: 'Whether SNMP v1 or v2c answers' },
    gives: ['service'],
    parse: parseCommunities,
    checksEnd: true,
  },
  {
    command: 'show system admin',
    why: { 'zh-CN': '本地管理员账号', en: 'Local administrators' },
    gives: ['user'],
    parse: parseAdministrators,
    checksEnd: true,
  },
  {
    command: 'diagnose debug crashlog read',
    why: { 'zh-CN': '进程崩溃与内存保护模式记录', en: 'Crashes of processes, times in conserve mode' },
    gives: ['log'],
    parse: parseCrashLog,
  },
];

const ports: PlatformCommand = {
  command: 'get system interface physical',
  why: { 'zh-CN': '物理接口状态（留证）', en: 'State of the ports (evidence)' },
  gives: [],
};

const config: PlatformCommand = {
  command: 'show',
  why: { 'zh-CN': '当前配置（备份）', en: 'Configuration (backup)' },
  gives: [],
};

const asked: readonly PlatformCommand[] = [
  {
    command: 'diagnose sys top',
    why: { 'zh-CN': '进程、CPU 与运行时间', en: 'Processes, CPU and uptime' },
    gives: ['cpu', 'uptime'],
    parse: parseTop,
  },
  {
    command: 'execute log display',
    why: { 'zh-CN': '日志中各级别的条数', en: 'Lines of each severity in the log' },
    gives: ['log'],
    parse: parseLogDisplay,
  },
  {
    command: 'get system interface transceiver',
    why: { 'zh-CN': '光模块收发光功率', en: 'Power of the optics' },
    gives: ['optic'],
    parse: parseOptics,
  },
];

/** From inside any virtual domain, what belongs to the whole box is asked in this way. */
const globally = (entry: PlatformCommand): PlatformCommand => ({
  ...entry,
  command: `sudo global ${entry.command}`,
  insteadOf: [entry.command],
});

/** Own list of FortiOS without virtual domains. */
export const fortinetCommands: readonly PlatformCommand[] = [
  status,
  ...whole.slice(0, -1),
  ports,
  ...whole.slice(-1),
  config,
];

/** Understood there when a user asks for them. */
export const fortinetAlsoKnown: readonly PlatformCommand[] = asked;

/** Own list of FortiOS with virtual domains. */
export const vdomCommands: readonly PlatformCommand[] = [status, ...whole.map(globally), config];

/** Understood there when a user asks for them. */
export const vdomAlsoKnown: readonly PlatformCommand[] = asked.map(globally);
