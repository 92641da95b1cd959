import type { PlatformCommand } from '../../../platforms/platform';
import { parseLicenseDays } from '../../firewall/license-days';
import { parseAsaRunning } from './access';
import { parseAsaEnvironment } from './environment';
import { parseAsaVersion } from './version';
import { parseClock, parseNtpStatus } from '../clock';
import { parseDir } from '../flash';
import { parseInterfaces } from '../interfaces';
import { parseInventory } from '../inventory';
import { parseSmartLicence } from '../licence';
import { parseAsaCpu, parseAsaMemory } from '../load';
import { parseLogging } from '../logging';
import { parseAsaModule } from '../modules';
import { parseFailover } from '../redundancy';

/** What every ASA is asked beside `show version`. */
const parts: readonly PlatformCommand[] = [
  {
    command: 'show inventory',
    why: { 'zh-CN': '部件型号与序列号', en: 'Models and serial numbers of the parts' },
    gives: ['system'],
    parse: parseInventory,
  },
  {
    command: 'show failover',
    why: { 'zh-CN': '双机热备状态', en: 'State of the failover pair' },
    gives: ['chassis'],
    parse: parseFailover,
  },
  {
    command: 'show cpu usage',
    aliases: ['show cpu', 'show cpu usage detailed'],
    why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
    gives: ['cpu'],
    parse: parseAsaCpu,
    checksEnd: true,
  },
  {
    command: 'show memory',
    why: { 'zh-CN': '内存利用率', en: 'Memory use' },
    gives: ['memory'],
    parse: parseAsaMemory,
  },
  {
    command: 'show environment',
    why: { 'zh-CN': '温度、风扇、电源', en: 'Temperature, fans, power supplies' },
    gives: ['temperature', 'fan', 'power'],
    parse: parseAsaEnvironment,
  },
  {
    command: 'dir',
    aliases: ['dir disk0:', 'dir disk0:/'],
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
    why: { 'zh-CN': 'NTP 是否同步', en: 'Whether the clock follows a server' },
    gives: ['clock'],
    parse: parseNtpStatus,
  },
  {
    command: 'show interface',
    why: { 'zh-CN': '接口状态与错包计数', en: 'State and error counters of the ports' },
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show logging',
    why: { 'zh-CN': '日志缓冲区中各级别的条数', en: 'Messages of each severity in the log' },
    gives: ['log'],
    parse: parseLogging,
  },
];

/** Own list of ASA. */
export const asaCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    why: {
      'zh-CN': '型号、版本、运行时间、许可期限，重启后配置是否改过',
      en: 'Model, release, uptime, terms of the licences, whether the configuration was changed',
    },
    gives: ['system', 'uptime', 'software'],
    parse: parseAsaVersion,
    checksEnd: true,
  },
  ...parts,
  {
    command: 'show running-config',
    why: {
      'zh-CN': '本地账号、Telnet 与 SNMP 团体字',
      en: 'Local accounts, Telnet, SNMP communities',
    },
    gives: ['service'],
    parse: parseAsaRunning,
    checksEnd: true,
  },
];

const license: PlatformCommand = {
  command: 'show license',
  why: { 'zh-CN': '许可证剩余天数', en: 'Days left of the licences' },
  gives: ['licence'],
  parse: (text) =>
    /^[ \t]*(?:Smart Licensing|License Authorization:|Registration:)/m.test(text)
      ? parseSmartLicence(text)
      : parseLicenseDays(text),
};

const module: PlatformCommand = {
  command: 'show module',
  why: { 'zh-CN': '模块状态', en: 'State of the modules' },
  gives: ['chassis'],
  parse: parseAsaModule,
};

const licenseAll: PlatformCommand = {
  command: 'show license all',
  why: { 'zh-CN': '智能许可的注册与授权状态', en: 'Registration and authorisation of smart licensing' },
  gives: ['licence'],
  parse: parseSmartLicence,
};

/** Understood on ASA when a user asks for them. */
export const asaAlsoKnown: readonly PlatformCommand[] = [license, licenseAll, module];

/** Own list of other makers' firewalls that speak like ASA: what both understand. */
export const compatibleCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    why: { 'zh-CN': '软件版本（留证）', en: 'Software version (evidence)' },
    gives: [],
  },
  license,
];

/** Understood on those firewalls when a user asks for them. */
export const compatibleAlsoKnown: readonly PlatformCommand[] = [...parts, licenseAll, module];

/** True for a text that an ASA prints: its version, or an answer in one of its layouts. */
export function isAsaLayout(text: string): boolean {
  return [...asaCommands, licenseAll, module].some(
    ({ parse }) => parse !== undefined && parse(text).kind === 'readings',
  );
}
