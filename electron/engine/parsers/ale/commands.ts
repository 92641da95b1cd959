import type { PlatformCommand } from '../../platforms/platform';
import { unlessAbsent } from './answer';
import { parseChassis } from './chassis';
import { parseFan } from './fan';
import { parseHealth, parseHealthOfSlots } from './health';
import { parseHealthLimits } from './health-limits';
import { parseLicenseInfo } from './license-info';
import { parseMicrocode } from './microcode';
import { parsePower } from './power';
import { parseRunningDirectory } from './running-directory';
import { parseSystem } from './system';
import { parseTemperature } from './temperature';

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
  },
  health: {
    command: 'show health',
    why: { 'zh-CN': 'CPU 与内存利用率', en: 'CPU and memory use' },
    gives: ['cpu', 'memory'],
    parse: unlessAbsent(parseHealth),
  },
  healthConfiguration: {
    command: 'show health configuration',
    why: { 'zh-CN': '设备自身的 CPU、内存阈值', en: "The device's own limits for CPU and memory" },
    // Limits only: no finding of its own, the judge gives them to the measurements.
    gives: [],
    parse: unlessAbsent(parseHealthLimits),
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
  },
  power: {
    command: 'show power',
    aliases: ['show power supply'],
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
    aliases: ['show license info'],
    why: { 'zh-CN': '许可证剩余天数', en: 'Days left of the licences' },
    gives: ['licence'],
    parse: unlessAbsent(parseLicenseInfo),
  },
} as const satisfies Record<string, PlatformCommand>;

/** Own list of AOS 6, whose `show health` holds the limits. */
export const aos6Commands: readonly PlatformCommand[] = [
  known.system,
  known.chassis,
  known.microcode,
  known.runningDirectory,
  known.health,
  known.temperature,
  known.fan,
  known.power,
];

/** Own list of AOS 5, 7 and 8. */
export const aos578Commands: readonly PlatformCommand[] = [
  known.system,
  known.chassis,
  known.microcode,
  known.runningDirectory,
  known.health,
  known.healthConfiguration,
  known.temperature,
  known.fan,
  known.powersupply,
];

/** Understood on every AOS when a user asks for them. */
export const alsoKnown: readonly PlatformCommand[] = [
  known.microcodeOther,
  known.healthAllCpu,
  known.healthAllMemory,
  known.licenseInfo,
];
