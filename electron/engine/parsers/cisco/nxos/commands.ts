import type { PlatformCommand } from '../../../platforms/platform';
import { parseNtpPeers, parseNxosClock } from '../clock';
import { parseNxosDiff, parseNxosSaved } from '../config-state';
import { parseNxosDir } from '../flash';
import { parseInterfaces } from '../interfaces';
import { parseInventory } from '../inventory';
import { parseLicenseUsage } from '../licence';
import { parseProcessesCpu, parseSystemResources } from '../load';
import { parseLogging } from '../logging';
import { parseNxosModule } from '../modules';
import { parseFeature, parseNxosRunning, parseUserAccount } from './access';
import { parseNxosEnvironment } from './environment';
import { parseNxosVersion } from './version';
import { parseNxosOptics } from '../optics';
import { nxosBothConfigs, nxosSavedCommand } from '../traits';

/** Own list of NX-OS. */
export const nxosCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    why: { 'zh-CN': '型号、版本、运行时间', en: 'Model, release, uptime' },
    gives: ['system', 'uptime', 'software'],
    parse: parseNxosVersion,
  },
  {
    command: 'show inventory',
    why: { 'zh-CN': '部件型号与序列号', en: 'Models and serial numbers of the parts' },
    gives: ['system'],
    parse: parseInventory,
  },
  {
    command: 'show module',
    why: { 'zh-CN': '引擎、板卡、交换网板状态', en: 'State of supervisors, line cards and fabric' },
    gives: ['chassis'],
    parse: parseNxosModule,
  },
  {
    command: 'show system resources',
    why: { 'zh-CN': 'CPU 与内存利用率', en: 'CPU and memory use' },
    gives: ['cpu', 'memory'],
    parse: parseSystemResources,
    checksEnd: true,
  },
  {
    command: 'show environment',
    why: { 'zh-CN': '温度、风扇、电源', en: 'Temperature, fans, power supplies' },
    gives: ['temperature', 'fan', 'power'],
    parse: parseNxosEnvironment,
  },
  {
    command: 'show license usage',
    why: { 'zh-CN': '许可证使用与宽限期', en: 'Licences in use and days of grace' },
    gives: ['licence'],
    parse: parseLicenseUsage,
  },
  {
    command: 'dir bootflash:',
    aliases: ['dir'],
    why: { 'zh-CN': 'bootflash 剩余空间', en: 'Free bootflash' },
    gives: ['flash'],
    parse: parseNxosDir,
    checksEnd: true,
  },
  {
    command: 'show clock',
    why: { 'zh-CN': '设备时间', en: "The device's time" },
    gives: ['clock'],
    parse: parseNxosClock,
  },
  {
    command: 'show ntp peer-status',
    why: { 'zh-CN': 'NTP 是否同步', en: 'Whether the clock follows a server' },
    gives: ['clock'],
    parse: parseNtpPeers,
    checksEnd: true,
  },
  {
    command: 'show feature',
    why: { 'zh-CN': 'Telnet 等服务是否开启', en: 'Whether Telnet and other services are on' },
    gives: ['service'],
    parse: parseFeature,
  },
  {
    command: 'show interface',
    why: { 'zh-CN': '接口状态与错包计数', en: 'State and error counters of the ports' },
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show interface transceiver details',
    aliases: ['show interface transceiver'],
    why: { 'zh-CN': '光模块温度与收发光功率', en: 'Temperature and light levels of the optics' },
    gives: ['optic'],
    parse: parseNxosOptics,
  },
  {
    command: 'show logging last 100',
    aliases: ['show logging', 'show logging logfile'],
    why: { 'zh-CN': '最近 100 条日志中各级别的条数', en: 'Messages of each severity in the last 100' },
    gives: ['log'],
    parse: parseLogging,
  },
  {
    command: nxosSavedCommand,
    aliases: [nxosBothConfigs],
    why: { 'zh-CN': '配置修改后是否已保存', en: 'Whether the configuration is saved' },
    gives: ['config-state'],
    parse: parseNxosSaved,
  },
  {
    command: 'show running-config',
    why: { 'zh-CN': '本地账号与 SNMP 团体字', en: 'Local accounts, SNMP communities' },
    gives: ['service'],
    parse: parseNxosRunning,
  },
];

/** Understood when a user asks for them. */
export const nxosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'show user-account',
    why: { 'zh-CN': '本地账号', en: 'Local accounts' },
    gives: ['user'],
    parse: parseUserAccount,
  },
  {
    command: 'show processes cpu',
    aliases: ['show processes cpu sort'],
    why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
    gives: ['cpu'],
    parse: parseProcessesCpu,
  },
  {
    command: 'show running-config diff',
    why: { 'zh-CN': '当前配置与启动配置的差异', en: 'Differences from the saved configuration' },
    gives: ['config-state'],
    parse: parseNxosDiff,
  },
];
