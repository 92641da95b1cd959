import type { PlatformCommand } from '../../platforms/platform';
import { parseClock, parseNtp } from './clock';
import { parseCompare, parseStartup } from './config-state';
import { parseDevice } from './device';
import { parseFan } from './fan';
import { parseInterfaceBrief } from './interface-brief';
import { parseLicense } from './license';
import { parseCpu, parseCpuLimit, parseMemory } from './load';
import { parsePower } from './power';
import { parseDir } from './storage';
import { parseTemperature } from './temperature';
import { parseVersion } from './version';

const known = {
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
  },
  memory8: {
    command: 'display memory',
    why: { 'zh-CN': '内存利用率与过载阈值', en: 'Memory use and its overload limit' },
    gives: ['memory'],
    parse: parseMemory,
  },
  temperature: {
    command: 'display temperature all',
    aliases: ['display temperature'],
    why: { 'zh-CN': '各槽位温度与上限', en: 'Temperature and limits of every slot' },
    gives: ['temperature'],
    parse: parseTemperature,
  },
  fan: {
    command: 'display fan',
    why: { 'zh-CN': '风扇状态', en: 'State of the fans' },
    gives: ['fan'],
    parse: parseFan,
  },
  power: {
    command: 'display power',
    why: { 'zh-CN': '电源状态', en: 'State of the power supplies' },
    gives: ['power'],
    parse: parsePower,
  },
  dir: {
    command: 'dir',
    aliases: ['dir flash:/', 'dir cfcard:/', 'dir hda1:/'],
    why: { 'zh-CN': 'Flash 剩余空间', en: 'Free flash' },
    gives: ['flash'],
    parse: parseDir,
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
  },
  log: {
    command: 'display logbuffer size 50',
    why: { 'zh-CN': '最近 50 条日志（留证）', en: 'The last 50 log messages (evidence)' },
    gives: [],
  },
  hrp: {
    command: 'display hrp state',
    why: { 'zh-CN': '双机热备状态（留证）', en: 'State of the firewall pair (evidence)' },
    gives: [],
  },
  configuration: {
    command: 'display current-configuration',
    why: { 'zh-CN': '当前配置（留证）', en: 'Running configuration (evidence)' },
    gives: [],
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
  known.ntp,
  known.ports,
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
  known.ntp8,
  known.ports,
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
];
