import type { PlatformCommand } from '../../platforms/platform';
import { parseNtp } from '../huawei/clock';
import { parseStartup } from '../huawei/config-state';
import { parseDir } from '../huawei/storage';
import { parseClock } from './clock';
import { parseConfigDiff } from './config-diff';
import { parseInboundCounters } from './counters';
import { parseDevice } from './device';
import { parseEnvironment } from './environment';
import { parseCpu, parseMemory } from './load';
import { parseFan, parsePower } from './parts';
import { parseVersion } from './version';

/** The inspection list of Comware 5 and 7; layouts differ, commands do not. */
export const comwareCommands: readonly PlatformCommand[] = [
  {
    command: 'display version',
    why: { 'zh-CN': '型号、版本、运行时间', en: 'Model, release, uptime' },
    gives: ['system', 'uptime', 'software'],
    parse: parseVersion,
  },
  {
    command: 'display device',
    why: { 'zh-CN': '板卡、IRF 成员状态', en: 'State of boards and IRF members' },
    gives: ['chassis'],
    parse: parseDevice,
  },
  {
    command: 'display cpu-usage',
    why: { 'zh-CN': '各槽位 CPU 利用率', en: 'CPU use of every slot' },
    gives: ['cpu'],
    parse: parseCpu,
  },
  {
    command: 'display memory',
    why: { 'zh-CN': '各槽位内存利用率', en: 'Memory use of every slot' },
    gives: ['memory'],
    parse: parseMemory,
  },
  {
    command: 'display environment',
    why: { 'zh-CN': '各槽位温度与上限', en: 'Temperature and limits of every slot' },
    gives: ['temperature'],
    parse: parseEnvironment,
  },
  {
    command: 'display fan',
    why: { 'zh-CN': '风扇状态', en: 'State of the fans' },
    gives: ['fan'],
    parse: parseFan,
  },
  {
    command: 'display power',
    why: { 'zh-CN': '电源状态', en: 'State of the power supplies' },
    gives: ['power'],
    parse: parsePower,
  },
  {
    command: 'dir',
    aliases: ['dir flash:/', 'dir cfa0:/'],
    why: { 'zh-CN': 'Flash 剩余空间', en: 'Free flash' },
    gives: ['flash'],
    parse: parseDir,
  },
  {
    command: 'display startup',
    why: { 'zh-CN': '本次与下次启动的配置文件', en: 'Configuration files of this and the next start' },
    gives: ['config-state'],
    parse: parseStartup,
  },
  {
    command: 'display ntp-service status',
    why: { 'zh-CN': 'NTP 是否同步', en: 'Whether the clock follows a server' },
    gives: ['clock'],
    parse: parseNtp,
  },
  {
    command: 'display counters inbound interface',
    why: { 'zh-CN': '接口入方向错包计数', en: 'Received packets with errors by port' },
    gives: ['interface'],
    parse: parseInboundCounters,
  },
  {
    command: 'display logbuffer level 4',
    why: { 'zh-CN': '告警及以上级别的日志（留证）', en: 'Log messages from warning on (evidence)' },
    gives: [],
  },
  {
    command: 'display current-configuration',
    why: { 'zh-CN': '当前配置（留证）', en: 'Running configuration (evidence)' },
    gives: [],
  },
];

/** Understood when the user asks for it. */
export const comwareAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'display clock',
    why: { 'zh-CN': '设备时间', en: "The device's time" },
    gives: ['clock'],
    parse: parseClock,
  },
  {
    command: 'display current-configuration diff',
    why: { 'zh-CN': '当前配置与下次启动配置的差异（Comware 7）', en: 'Unsaved changes (Comware 7)' },
    gives: ['config-state'],
    parse: parseConfigDiff,
  },
];
