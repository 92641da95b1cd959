import type { PlatformCommand } from '../../platforms/platform';
import { parseNtp } from '../huawei/clock';
import { parseStartup } from '../huawei/config-state';
import { parseComwareConfig } from '../huawei/configuration';
import { parseComwareLog } from '../huawei/log-buffer';
import { parseComwareHttp, parseFtpServer, parseSnmpVersion, parseSshServer } from '../huawei/services';
import { parseDir } from '../huawei/storage';
import { parseClock } from './clock';
import { parseConfigDiff } from './config-diff';
import { parseInboundCounters } from './counters';
import { parseDevice } from './device';
import { parseEnvironment } from './environment';
import { parseLicense } from './license';
import { parseCpu, parseMemory } from './load';
import { parseLocalUser } from './local-user';
import { parseFan, parsePower } from './parts';
import { parseTransceivers } from './transceiver';
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
    command: 'display clock',
    why: { 'zh-CN': '设备时间', en: "The device's time" },
    gives: ['clock'],
    parse: parseClock,
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
    command: 'display transceiver diagnosis interface',
    why: { 'zh-CN': '光模块收发光功率与告警门限', en: 'Light levels of the optics and their limits' },
    gives: ['optic'],
    parse: parseTransceivers,
  },
  {
    command: 'display logbuffer size 100',
    aliases: ['display logbuffer'],
    why: { 'zh-CN': '最近 100 条日志中告警及以上级别的条数', en: 'Warnings and worse among the last 100 log messages' },
    gives: ['log'],
    parse: parseComwareLog,
  },
  {
    command: 'display current-configuration',
    why: {
      'zh-CN': '本地账号，Telnet、FTP、HTTP、SNMP 服务（当前配置留证）',
      en: 'Local accounts; Telnet, FTP, web and SNMP services (running configuration as evidence)',
    },
    gives: [],
    parse: parseComwareConfig,
    checksEnd: true,
  },
];

/** Understood when the user asks for it. */
export const comwareAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'display current-configuration diff',
    why: { 'zh-CN': '当前配置与下次启动配置的差异（Comware 7）', en: 'Unsaved changes (Comware 7)' },
    gives: ['config-state'],
    parse: parseConfigDiff,
  },
  {
    command: 'display logbuffer level 4',
    why: { 'zh-CN': '按级别筛选的日志（留证）', en: 'Log messages of one severity (evidence)' },
    gives: [],
  },
  {
    command: 'display license',
    why: { 'zh-CN': '许可证状态与有效期', en: 'State and term of the licences' },
    gives: ['licence'],
    parse: parseLicense,
  },
  {
    command: 'display local-user',
    why: { 'zh-CN': '本地账号', en: 'Local accounts' },
    gives: ['user'],
    parse: parseLocalUser,
  },
  {
    command: 'display ssh server status',
    why: { 'zh-CN': '是否兼容 SSH v1', en: 'Whether SSH version 1 is taken' },
    gives: ['service'],
    parse: parseSshServer,
  },
  {
    command: 'display ftp-server',
    why: { 'zh-CN': 'FTP 服务是否开启', en: 'Whether the FTP server is on' },
    gives: ['service'],
    parse: parseFtpServer,
  },
  {
    command: 'display ip http',
    why: { 'zh-CN': 'HTTP 服务是否开启', en: 'Whether the web server is on' },
    gives: ['service'],
    parse: parseComwareHttp,
  },
  {
    command: 'display snmp-agent sys-info version',
    aliases: ['display snmp-agent sys-info'],
    why: { 'zh-CN': '启用的 SNMP 版本', en: 'Versions of SNMP that are answered' },
    gives: ['service'],
    parse: parseSnmpVersion,
    checksEnd: true,
  },
];
