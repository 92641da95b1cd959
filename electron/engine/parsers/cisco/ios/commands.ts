import type { PlatformCommand } from '../../../platforms/platform';
import { parseHttpServer } from '../access';
import { parseClock, parseNtpStatus } from '../clock';
import { parseArchiveDifferences, parseRunningConfig } from '../config-state';
import { parseDir } from '../flash';
import { parseInterfaces } from '../interfaces';
import { parseInventory } from '../inventory';
import { parseIosEnvironment } from './environment';
import { parsePowerStatus, parseStackPower } from './power';
import { parseIosVersion } from './version';
import { parseIosLicence, parseSmartLicence } from '../licence';
import { parseProcessesCpu, parseProcessesMemory } from '../load';
import { parseLogging } from '../logging';
import { parseIosModule } from '../modules';
import { parseIosOptics, parseIosOpticsDetail } from './optics';
import { parseRedundancy } from '../redundancy';
import { parseSwitch } from '../stack';

const stack: PlatformCommand = {
  command: 'show switch detail',
  aliases: ['show switch'],
  why: { 'zh-CN': '堆叠成员与堆叠口状态', en: 'State of the stack members and stack ports' },
  gives: ['chassis'],
  parse: parseSwitch,
};

const opticsDetail: PlatformCommand = {
  command: 'show interfaces transceiver detail',
  aliases: ['show interface transceiver detail'],
  why: { 'zh-CN': '光模块收发光功率与告警门限', en: 'Light levels of the optics with their limits' },
  gives: ['optic'],
  parse: parseIosOpticsDetail,
  checksEnd: true,
};

/** Own list of IOS and IOS-XE: commands that every model knows. */
export const iosCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    why: { 'zh-CN': '型号、版本、运行时间', en: 'Model, release, uptime' },
    gives: ['system', 'uptime', 'software'],
    parse: parseIosVersion,
    checksEnd: true,
  },
  {
    command: 'show inventory',
    why: { 'zh-CN': '部件型号与序列号', en: 'Models and serial numbers of the parts' },
    gives: ['system'],
    parse: parseInventory,
  },
  {
    command: 'show processes cpu',
    aliases: ['show processes cpu sorted'],
    why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
    gives: ['cpu'],
    parse: parseProcessesCpu,
  },
  {
    command: 'show processes memory sorted',
    aliases: ['show processes memory'],
    why: { 'zh-CN': '处理器内存池利用率', en: 'Use of the processor memory' },
    gives: ['memory'],
    parse: parseProcessesMemory,
  },
  {
    command: 'show env all',
    aliases: ['show environment', 'show environment all'],
    why: { 'zh-CN': '温度、风扇、电源', en: 'Temperature, fans, power supplies' },
    gives: ['temperature', 'fan', 'power'],
    parse: parseIosEnvironment,
  },
  {
    command: 'dir',
    aliases: ['dir flash:', 'dir bootflash:'],
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
    command: 'show interfaces',
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
  {
    command: 'show running-config',
    why: {
      'zh-CN': '当前配置是否已保存、本地账号、Telnet、HTTP 与 SNMP 团体字',
      en: 'Whether the configuration is saved, local accounts, Telnet, web server, SNMP communities',
    },
    gives: ['config-state'],
    parse: parseRunningConfig,
    checksEnd: true,
  },
];

/** Own list of stackable Catalysts. */
export const iosStackCommands: readonly PlatformCommand[] = [
  ...iosCommands.slice(0, 2),
  stack,
  ...iosCommands.slice(2, -3),
  opticsDetail,
  ...iosCommands.slice(-3),
];

/** Understood when a user asks for them; not every model knows them. */
export const iosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'show environment power all',
    aliases: ['show environment power', 'show env power', 'show env power all'],
    why: { 'zh-CN': '堆叠成员电源状态', en: 'Power supplies of the stack members' },
    gives: ['power'],
    parse: parseStackPower,
  },
  {
    command: 'show environment temperature',
    aliases: ['show env temperature', 'show env temperature status'],
    why: { 'zh-CN': '温度与阈值', en: 'Temperatures and their limits' },
    gives: ['temperature'],
    parse: parseIosEnvironment,
  },
  {
    command: 'show power status',
    aliases: ['show power'],
    why: { 'zh-CN': '电源状态', en: 'State of the power supplies' },
    gives: ['power'],
    parse: parsePowerStatus,
  },
  {
    command: 'show redundancy',
    why: { 'zh-CN': '主备引擎状态', en: 'State of both supervisors' },
    gives: ['chassis'],
    parse: parseRedundancy,
  },
  {
    command: 'show module',
    aliases: ['show module all'],
    why: { 'zh-CN': '板卡状态', en: 'State of the modules' },
    gives: ['chassis'],
    parse: parseIosModule,
  },
  {
    command: 'show license',
    aliases: ['show license all'],
    why: { 'zh-CN': '许可证状态与有效期', en: 'State and term of the licences' },
    gives: ['licence'],
    parse: (text) => (/^[ \t]*Index \d+ Feature:/m.test(text) ? parseIosLicence(text) : parseSmartLicence(text)),
  },
  {
    command: 'show license usage',
    why: { 'zh-CN': '智能许可各项的使用状态', en: 'State of every licence in use' },
    gives: ['licence'],
    parse: parseSmartLicence,
  },
  {
    command: 'show license status',
    why: { 'zh-CN': '智能许可的注册与授权状态', en: 'Registration and authorisation of smart licensing' },
    gives: ['licence'],
    parse: parseSmartLicence,
  },
  {
    command: 'show archive config differences nvram:startup-config system:running-config',
    aliases: ['show archive config differences'],
    why: { 'zh-CN': '当前配置与启动配置的差异', en: 'Differences from the saved configuration' },
    gives: ['config-state'],
    parse: parseArchiveDifferences,
  },
  {
    command: 'show interfaces transceiver',
    aliases: ['show interface transceiver'],
    why: { 'zh-CN': '光模块温度与收发光功率', en: 'Temperature and light levels of the optics' },
    gives: ['optic'],
    parse: parseIosOptics,
  },
  {
    command: 'show ip http server status',
    why: { 'zh-CN': 'HTTP 服务是否开启', en: 'Whether the web server is on' },
    gives: ['service'],
    parse: parseHttpServer,
  },
  {
    command: 'show users',
    why: { 'zh-CN': '当前登录用户（留证）', en: 'Who is logged in (evidence)' },
    gives: [],
  },
];

/** What every stackable Catalyst knows and not every other model: the stack's state, the limits of the optics. */
export const iosStackKnown: readonly PlatformCommand[] = [stack, opticsDetail];
