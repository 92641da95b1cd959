import type { PlatformCommand } from '../../platforms/platform';
import { unlessAbsent } from './answer';
import { parseChassis, parseCmm } from './chassis';
import { parseDdm } from './ddm';
import { parseFan } from './fan';
import { parseHealth, parseHealthOfSlots } from './health';
import { parseHealthLimits } from './health-limits';
import { parseCounterErrors, parseInterfaces } from './interface-counters';
import { parseIpService } from './ip-service';
import { parseLicenseInfo } from './license-info';
import { parseMicrocode } from './microcode';
import { parseModuleStatus } from './module-status';
import { parseNtpClient } from './ntp-client';
import { parsePower } from './power';
import { parseRunningDirectory } from './running-directory';
import { parseCommunityMap, parseSnmpSecurity } from './snmp';
import { parseSwlog } from './swlog';
import { parseSystem } from './system';
import { parseTemperature } from './temperature';
import { parseStackTopology, parseVirtualChassis } from './topology';
import { parseUser } from './user';

const known = {
  system: {
    command: 'show system',
    why: { 'zh-CN': '型号、版本、运行时间、Flash 剩余空间', en: 'Model, release, uptime, free flash' },
    // The clock comes with them; when it was not read, that is no finding of its own.
    gives: ['system', 'uptime', 'flash'],
    parse: unlessAbsent(parseSystem),
  },
  chassis: {
    command: 'show chassis',
    why: { 'zh-CN': '机框运行状态、序列号、重启次数', en: 'Chassis state, serial number, restarts' },
    gives: ['chassis'],
    parse: unlessAbsent(parseChassis),
  },
  microcode: {
    command: 'show microcode working',
    why: { 'zh-CN': '工作目录中的软件版本', en: 'Software in the working directory' },
    gives: ['software'],
    parse: unlessAbsent(parseMicrocode),
  },
  runningDirectory: {
    command: 'show running-directory',
    why: {
      'zh-CN': '配置是否已保存、已认证、主备一致',
      en: 'Whether the configuration is saved, certified and synchronised',
    },
    gives: ['config-state'],
    parse: unlessAbsent(parseRunningDirectory),
    checksEnd: true,
  },
  health: {
    command: 'show health',
    why: { 'zh-CN': 'CPU 与内存利用率', en: 'CPU and memory use' },
    gives: ['cpu', 'memory'],
    parse: unlessAbsent(parseHealth),
    checksEnd: true,
  },
  healthConfiguration: {
    command: 'show health configuration',
    insteadOf: ['show health threshold'],
    why: { 'zh-CN': '设备自身的 CPU、内存阈值', en: "The device's own limits for CPU and memory" },
    // Limits only: no finding of its own, the judge gives them to the measurements.
    gives: [],
    parse: unlessAbsent(parseHealthLimits),
    checksEnd: true,
  },
  temperature: {
    command: 'show temperature',
    why: { 'zh-CN': '各槽位温度与阈值', en: 'Temperature and limits of every slot' },
    gives: ['temperature'],
    parse: unlessAbsent(parseTemperature),
  },
  fan: {
    command: 'show fan',
    why: { 'zh-CN': '风扇状态', en: 'State of the fans' },
    gives: ['fan'],
    parse: unlessAbsent(parseFan),
  },
  powersupply: {
    command: 'show powersupply',
    why: { 'zh-CN': '电源状态', en: 'State of the power supplies' },
    gives: ['power'],
    parse: unlessAbsent(parsePower),
    checksEnd: true,
  },
  power: {
    command: 'show power',
    aliases: ['show power supply'],
    insteadOf: ['show powersupply'],
    why: { 'zh-CN': '电源状态', en: 'State of the power supplies' },
    gives: ['power'],
    parse: unlessAbsent(parsePower),
  },
  microcodeOther: {
    command: 'show microcode',
    aliases: ['show microcode certified', 'show microcode loaded'],
    why: { 'zh-CN': '软件版本', en: 'Software packages' },
    gives: ['software'],
    parse: unlessAbsent(parseMicrocode),
  },
  healthAllCpu: {
    command: 'show health all cpu',
    why: { 'zh-CN': '各槽位 CPU 利用率', en: 'CPU of every slot' },
    gives: ['cpu'],
    parse: unlessAbsent(parseHealthOfSlots('cpu')),
  },
  healthAllMemory: {
    command: 'show health all memory',
    why: { 'zh-CN': '各槽位内存利用率', en: 'Memory of every slot' },
    gives: ['memory'],
    parse: unlessAbsent(parseHealthOfSlots('memory')),
  },
  licenseInfo: {
    command: 'show license-info',
    insteadOf: ['show license info'],
    why: { 'zh-CN': '许可证剩余天数', en: 'Days left of the licences' },
    gives: ['licence'],
    parse: unlessAbsent(parseLicenseInfo),
  },
  licenseInfo6: {
    command: 'show license info',
    insteadOf: ['show license-info'],
    why: { 'zh-CN': '许可证剩余天数', en: 'Days left of the licences' },
    gives: ['licence'],
    parse: unlessAbsent(parseLicenseInfo),
  },
  ntpClient: {
    command: 'show ntp client',
    why: { 'zh-CN': 'NTP 同步状态与设备时钟', en: 'Whether the clock follows a time server' },
    gives: ['clock'],
    parse: unlessAbsent(parseNtpClient),
    checksEnd: true,
  },
  ipService: {
    command: 'show ip service',
    why: { 'zh-CN': '开放的管理服务（telnet、http、ftp 等）', en: 'Management services that are on' },
    gives: ['service'],
    parse: unlessAbsent(parseIpService),
  },
  user: {
    command: 'show user',
    why: { 'zh-CN': '本地账号', en: 'Local accounts' },
    gives: ['user'],
    parse: unlessAbsent(parseUser),
  },
  snmpSecurity: {
    command: 'show snmp security',
    why: { 'zh-CN': '是否接受 SNMP v1/v2', en: 'Whether SNMP v1 and v2 are answered' },
    gives: ['service'],
    parse: unlessAbsent(parseSnmpSecurity),
    checksEnd: true,
  },
  communityMap: {
    command: 'show snmp community-map',
    insteadOf: ['show snmp community map'],
    why: { 'zh-CN': 'SNMP 团体字映射', en: 'SNMP community strings in use' },
    gives: ['service'],
    parse: unlessAbsent(parseCommunityMap),
  },
  communityMap6: {
    command: 'show snmp community map',
    insteadOf: ['show snmp community-map'],
    why: { 'zh-CN': 'SNMP 团体字映射', en: 'SNMP community strings in use' },
    gives: ['service'],
    parse: unlessAbsent(parseCommunityMap),
  },
  interfaces: {
    command: 'show interfaces',
    why: { 'zh-CN': '接口计数与错误包', en: 'Counters and errors of every interface' },
    gives: ['interface'],
    parse: unlessAbsent(parseInterfaces),
  },
  counterErrors: {
    command: 'show interfaces counters errors',
    why: { 'zh-CN': '接口错误包', en: 'Errors of every interface' },
    gives: ['interface'],
    parse: unlessAbsent(parseCounterErrors),
  },
  ddm: {
    command: 'show interfaces ddm',
    why: { 'zh-CN': '光模块收发光功率与门限', en: 'Power of the optics and its limits' },
    gives: ['optic'],
    parse: unlessAbsent(parseDdm),
  },
  swlog: {
    command: 'show log swlog',
    why: { 'zh-CN': '告警与错误日志', en: 'Alarms and errors in the log' },
    gives: ['log'],
    parse: unlessAbsent(parseSwlog),
  },
  cmm: {
    command: 'show cmm',
    why: { 'zh-CN': '主控板状态', en: 'State of the management modules' },
    gives: ['chassis'],
    parse: unlessAbsent(parseCmm),
  },
  moduleStatus: {
    command: 'show module status',
    why: { 'zh-CN': '板卡状态', en: 'State of the modules' },
    gives: ['chassis'],
    parse: unlessAbsent(parseModuleStatus),
  },
  virtualChassis: {
    command: 'show virtual-chassis topology',
    why: { 'zh-CN': '虚拟机框成员状态', en: 'Members of the virtual chassis' },
    gives: ['chassis'],
    parse: unlessAbsent(parseVirtualChassis),
  },
  stackTopology: {
    command: 'show stack topology',
    why: { 'zh-CN': '堆叠成员与堆叠链路', en: 'Members and links of the stack' },
    gives: ['chassis'],
    parse: unlessAbsent(parseStackTopology),
  },
  hardwareInfo: {
    command: 'show hardware-info',
    insteadOf: ['show hardware info'],
    why: { 'zh-CN': '硬件与引导版本（留证）', en: 'Hardware and boot versions (evidence)' },
    gives: [],
  },
  hardwareInfo6: {
    command: 'show hardware info',
    insteadOf: ['show hardware-info'],
    why: { 'zh-CN': '硬件与引导版本（留证）', en: 'Hardware and boot versions (evidence)' },
    gives: [],
  },
  healthThreshold6: {
    command: 'show health threshold',
    insteadOf: ['show health configuration'],
    why: { 'zh-CN': '设备自身的阈值（留证）', en: "The device's own limits (evidence)" },
    gives: [],
  },
} as const satisfies Record<string, PlatformCommand>;

/** What every release is asked first. */
const first: readonly PlatformCommand[] = [
  known.system,
  known.chassis,
  known.microcode,
  known.runningDirectory,
  known.health,
];

/** What every release is asked last: the long answers stand at the end. */
const last: readonly PlatformCommand[] = [known.ntpClient, known.ipService, known.user];

/** Own list of AOS 6, whose `show health` holds the limits. Its log is small, so it is read whole. */
export const aos6Commands: readonly PlatformCommand[] = [
  ...first,
  known.temperature,
  known.fan,
  known.power,
  ...last,
  known.interfaces,
  known.swlog,
];

/** Own list of AOS 5. Its log may have megabytes: it is read when a user asks for it. */
export const aos5Commands: readonly PlatformCommand[] = [
  ...first,
  known.healthConfiguration,
  known.temperature,
  known.fan,
  known.powersupply,
  ...last,
  known.interfaces,
];

/** Own list of AOS 7, which sells features by licence. */
export const aos7Commands: readonly PlatformCommand[] = [
  ...first,
  known.healthConfiguration,
  known.temperature,
  known.fan,
  known.powersupply,
  known.licenseInfo,
  ...last,
  known.interfaces,
];

/** Own list of AOS 8: every model is a virtual chassis, of one at least. */
export const aos8Commands: readonly PlatformCommand[] = [
  ...first,
  known.healthConfiguration,
  known.temperature,
  known.fan,
  known.powersupply,
  known.virtualChassis,
  known.licenseInfo,
  ...last,
  known.ddm,
  known.interfaces,
];

/** Understood on every AOS when a user asks for them. */
const onEvery: readonly PlatformCommand[] = [
  known.microcodeOther,
  known.healthAllCpu,
  known.healthAllMemory,
  known.snmpSecurity,
  known.counterErrors,
  known.cmm,
  known.moduleStatus,
];

/** Understood on AOS 5, 7 and 8 when a user asks for them. */
const on578: readonly PlatformCommand[] = [...onEvery, known.swlog, known.communityMap, known.hardwareInfo];

/** Understood on AOS 5 when a user asks for them. */
export const aos5AlsoKnown: readonly PlatformCommand[] = [...on578, known.ddm, known.licenseInfo, known.virtualChassis];

/** Understood on AOS 7 when a user asks for them; its first releases had no virtual chassis. */
export const aos7AlsoKnown: readonly PlatformCommand[] = [...on578, known.ddm, known.virtualChassis];

/** Understood on AOS 8 when a user asks for them. */
export const aos8AlsoKnown: readonly PlatformCommand[] = on578;

/** Understood on AOS 6 when a user asks for them. */
export const aos6AlsoKnown: readonly PlatformCommand[] = [
  ...onEvery,
  known.ddm,
  known.licenseInfo6,
  known.communityMap6,
  known.stackTopology,
  known.hardwareInfo6,
  known.healthThreshold6,
];
