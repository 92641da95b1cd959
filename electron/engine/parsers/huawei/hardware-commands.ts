import type { PlatformCommand } from '../../platforms/platform';
import { parseDeviceFan, parseDevicePower, parseDeviceTemperature } from './device-parts';
import { parseEnvironment } from './environment';
import { parseFan } from './fan';
import { parseHealth } from './health';
import { parseHrp } from './hrp';
import { parsePower } from './power';
import { parseTemperature } from './temperature';
import { parseTransceivers } from './transceiver';
import { parseTransceiverTable } from './transceiver-table';

/** Commands on parts: temperatures, fans, supplies, boards, optics, the pair of a firewall. */
export const vrpHardware = {
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
  deviceTemperature: {
    command: 'display device temperature all',
    aliases: ['display device temperature'],
    why: { 'zh-CN': '各单板温度与门限', en: 'Temperature and limits of every board' },
    gives: ['temperature'],
    parse: parseDeviceTemperature,
  },
  deviceFan: {
    command: 'display device fan',
    why: { 'zh-CN': '风扇状态', en: 'State of the fans' },
    gives: ['fan'],
    parse: parseDeviceFan,
    checksEnd: true,
  },
  devicePower: {
    command: 'display device power',
    why: { 'zh-CN': '电源状态', en: 'State of the power supplies' },
    gives: ['power'],
    parse: parseDevicePower,
  },
  environment: {
    command: 'display environment',
    why: { 'zh-CN': '各槽位温度与上限', en: 'Temperature and limits of every slot' },
    gives: ['temperature'],
    parse: parseEnvironment,
  },
  health: {
    command: 'display health',
    aliases: ['display system resource brief'],
    why: { 'zh-CN': '各单板 CPU 与内存利用率', en: 'CPU and memory use of every board' },
    gives: ['cpu', 'memory'],
    parse: parseHealth,
  },
  optics: {
    command: 'display transceiver verbose',
    why: { 'zh-CN': '光模块收发光功率与告警门限', en: 'Light levels of the optics and their limits' },
    gives: ['optic'],
    parse: parseTransceivers,
  },
  optics8: {
    command: 'display interface transceiver verbose',
    why: { 'zh-CN': '光模块收发光功率与告警门限', en: 'Light levels of the optics and their limits' },
    gives: ['optic'],
    parse: parseTransceivers,
  },
  opticsTable: {
    command: 'display transceiver diagnosis interface',
    why: { 'zh-CN': '光模块诊断值与告警门限', en: 'Measured values of the optics and their limits' },
    gives: ['optic'],
    parse: parseTransceiverTable,
  },
  hrp: {
    command: 'display hrp state',
    why: { 'zh-CN': '双机热备状态', en: 'State of the firewall pair' },
    // A firewall that stands alone has none.
    gives: [],
    parse: parseHrp,
  },
} as const satisfies Record<string, PlatformCommand>;
