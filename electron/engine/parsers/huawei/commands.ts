import type { PlatformCommand } from '../../platforms/platform';
import { vrpAccess } from './access-commands';
import { parseClock, parseNtp } from './clock';
import { parseCompare, parseStartup } from './config-state';
import { parseDevice } from './device';
import { vrpHardware } from './hardware-commands';
import { parseInterfaceBrief } from './interface-brief';
import { parseLicense, parseLicenseState } from './license';
import { parseCpu, parseCpuLimit, parseMemory } from './load';
import { parseDir } from './storage';
import { parseVersion } from './version';

const known = {
  ...vrpHardware,
  ...vrpAccess,
  version: {
    command: 'display version',
    why: { 'zh-CN': '型号、版本、运行时间', en: 'Model, release, uptime' },
    gives: ['system', 'uptime', 'software'],
    parse: parseVersion,
  },
  device: {
    command: 'display device',
    why: { 'zh-CN': '板卡、堆叠成员的注册与告警状态', en: 'Registration and alarms of boards and stack members' },
    gives: ['chassis'],
    parse: parseDevice,
  },
  cpu: {
    command: 'display cpu-usage',
    why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
    gives: ['cpu'],
    parse: parseCpu,
  },
  cpu8: {
    command: 'display cpu',
    why: { 'zh-CN': 'CPU 利用率与过载阈值', en: 'CPU use and its overload limit' },
    gives: ['cpu'],
    parse: parseCpu,
  },
  memory: {
    command: 'display memory-usage',
    why: { 'zh-CN': '内存利用率', en: 'Memory use' },
    gives: ['memory'],
    parse: parseMemory,
    checksEnd: true,
  },
  memory8: {
    command: 'display memory',
    why: { 'zh-CN': '内存利用率与过载阈值', en: 'Memory use and its overload limit' },
    gives: ['memory'],
    parse: parseMemory,
  },
  dir: {
    command: 'dir',
    aliases: ['dir flash:/', 'dir cfcard:/', 'dir hda1:/'],
    why: { 'zh-CN': 'Flash 剩余空间', en: 'Free flash' },
    gives: ['flash'],
    parse: parseDir,
    checksEnd: true,
  },
  startup: {
    command: 'display startup',
    why: { 'zh-CN': '本次与下次启动的配置文件', en: 'Configuration files of this and the next start' },
    gives: ['config-state'],
    parse: parseStartup,
  },
  compare: {
    command: 'compare configuration',
    why: { 'zh-CN': '当前配置是否已保存', en: 'Whether the running configuration is saved' },
    gives: ['config-state'],
    parse: parseCompare,
    checksEnd: true,
  },
  clock: {
    command: 'display clock',
    why: { 'zh-CN': '设备时间', en: "The device's time" },
    gives: ['clock'],
    parse: parseClock,
  },
  ntp: {
    command: 'display ntp-service status',
    why: { 'zh-CN': 'NTP 是否同步', en: 'Whether the clock follows a server' },
    gives: ['clock'],
    parse: parseNtp,
  },
  ntp8: {
    command: 'display ntp status',
    why: { 'zh-CN': 'NTP 是否同步', en: 'Whether the clock follows a server' },
    gives: ['clock'],
    parse: parseNtp,
  },
  ports: {
    command: 'display interface brief',
    why: { 'zh-CN': '接口状态与错包计数', en: 'State and error counters of the ports' },
    gives: ['interface'],
    parse: parseInterfaceBrief,
  },
  license: {
    command: 'display license',
    aliases: ['display license verbose'],
    why: { 'zh-CN': '许可证状态与有效期', en: 'State and term of the licences' },
    gives: ['licence'],
    parse: parseLicense,
  },
  cpuLimit: {
    command: 'display cpu-usage configuration',
    why: { 'zh-CN': '设备自身的 CPU 阈值', en: "The device's own limit for the CPU" },
    // A limit only: the judge gives it to the measurement.
    gives: [],
    parse: parseCpuLimit,
    checksEnd: true,
  },
  licenseState: {
    command: 'display license state',
    why: { 'zh-CN': '许可证状态与剩余天数', en: 'State of the licence and the days left' },
    gives: ['licence'],
    parse: parseLicenseState,
    checksEnd: true,
  },
} as const satisfies Record<string, PlatformCommand>;

const last: readonly PlatformCommand[] = [known.log, known.configuration];

/** Own list of VRP 5: campus switches and access routers. */
export const vrp5Commands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu,
  known.memory,
  known.temperature,
  known.fan,
  known.power,
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp,
  known.ports,
  known.optics,
  ...last,
];

/** Own list of VRP 8: data centre switches and core routers. */
export const vrp8Commands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu8,
  known.memory8,
  known.temperature,
  known.fan,
  known.power,
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp8,
  known.ports,
  ...last,
];

/** Own list of YunShan OS: switches, routers and firewalls of release V600 on. */
export const yunshanCommands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu,
  { ...known.memory8, insteadOf: ['display memory-usage'] },
  { ...known.deviceTemperature, insteadOf: ['display temperature all', 'display temperature'] },
  { ...known.deviceFan, insteadOf: ['display fan'] },
  { ...known.devicePower, insteadOf: ['display power'] },
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp8,
  known.ports,
  known.optics8,
  ...last,
];

/** Own list of USG firewalls. */
export const usgCommands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu,
  known.memory,
  known.license,
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp,
  known.ports,
  known.hrp,
  ...last,
];

/** Understood on all of them when the user asks for it. */
export const vrpAlsoKnown: readonly PlatformCommand[] = [
  known.dir,
  known.clock,
  known.license,
  known.licenseState,
  known.environment,
  known.health,
  known.hrp,
  known.cpuLimit,
  known.cpu,
  known.cpu8,
  known.memory,
  known.memory8,
  known.temperature,
  known.fan,
  known.power,
  known.ntp,
  known.ntp8,
  known.optics,
  known.optics8,
  known.opticsTable,
  known.deviceTemperature,
  known.deviceFan,
  known.devicePower,
  known.users,
  known.telnet,
  known.ssh,
  known.ftp,
  known.http,
  known.snmp,
];
