import type { PlatformCommand } from '../../platforms/platform';
import { answerLines } from '../../text/answer-lines';
import { parseFileSystems } from '../linux/file-systems';
import { parseTop } from '../linux/top';
import { parseConfiguration } from './configuration';
import { parseCounters } from './counters';
import { parseEnvironmentals } from './environmentals';
import { parseHighAvailability } from './high-availability';
import { parseLicences } from './licences';
import { parseNtp } from './ntp';
import { parseDeviceCertificate, parsePending, parseServices } from './services';
import { parseSystemInfo } from './system-info';
import { parseSystemLog } from './system-log';

/** Own list of PAN-OS. */
export const panosCommands: readonly PlatformCommand[] = [
  {
    command: 'show system info',
    why: { 'zh-CN': '型号、版本、运行时间', en: 'Model, release, uptime' },
    gives: ['system', 'uptime', 'software'],
    parse: parseSystemInfo,
  },
  {
    command: 'show system resources',
    why: { 'zh-CN': '管理平面 CPU 与内存', en: 'CPU and memory of the management plane' },
    gives: ['cpu', 'memory'],
    parse: parseTop,
  },
  {
    command: 'show system environmentals',
    why: { 'zh-CN': '温度、风扇、电源', en: 'Temperatures, fans, power supplies' },
    gives: ['temperature'],
    parse: parseEnvironmentals,
  },
  {
    command: 'show system disk-space',
    why: { 'zh-CN': '磁盘剩余空间', en: 'Free disk space' },
    gives: ['flash'],
    parse: (text) => parseFileSystems(answerLines(text), text, ({ device }) => /^\/dev\/(?!shm|loop)/.test(device)),
  },
  {
    command: 'show high-availability state',
    aliases: ['show high-availability all'],
    why: { 'zh-CN': '双机状态与配置同步', en: 'State of the pair, configuration in step' },
    gives: ['chassis'],
    parse: parseHighAvailability,
    checksEnd: true,
  },
  {
    command: 'request license info',
    why: { 'zh-CN': '许可证到期日', en: 'Expiry of the licences' },
    gives: ['licence'],
    parse: parseLicences,
  },
  {
    command: 'show ntp',
    why: { 'zh-CN': '时钟是否与 NTP 服务器同步', en: 'Whether the clock follows an NTP server' },
    gives: ['clock'],
    parse: parseNtp,
  },
  {
    command: 'show system services',
    why: { 'zh-CN': '管理口是否开启 Telnet、HTTP', en: 'Whether the management port offers telnet or HTTP' },
    gives: ['service'],
    parse: parseServices,
  },
  { command: 'show jobs all', why: { 'zh-CN': '任务执行结果（留证）', en: 'Results of jobs (evidence)' }, gives: [] },
  {
    command: 'show interface all',
    why: { 'zh-CN': '接口状态（留证）', en: 'State of the ports (evidence)' },
    gives: [],
  },
  {
    command: 'show session info',
    why: { 'zh-CN': '会话数量（留证）', en: 'Number of sessions (evidence)' },
    gives: [],
  },
  {
    command: 'show log system direction equal backward severity greater-than-or-equal high receive_time in last-24-hrs',
    aliases: ['show log system', 'show log system severity greater-than-or-equal high'],
    why: { 'zh-CN': '24 小时内严重级别以上的系统日志', en: 'System log of the last 24 hours, high and critical' },
    gives: ['log'],
    parse: parseSystemLog,
  },
  {
    // Not every account may see it, so nothing is missed where nothing shows.
    command: 'show config running',
    why: {
      'zh-CN': '运行配置（备份）；管理员账号、接口管理权限与证书到期日',
      en: 'Running configuration (backup); administrators, access by interface, ends of certificates',
    },
    gives: [],
    parse: parseConfiguration,
  },
];

/** Understood there when a user asks for them. */
export const panosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'check pending-changes',
    why: { 'zh-CN': '是否有未提交的配置改动', en: 'Whether changes wait to be committed' },
    gives: ['config-state'],
    parse: parsePending,
    checksEnd: true,
  },
  {
    // PAN-OS 10 and newer.
    command: 'show device-certificate status',
    why: { 'zh-CN': '设备证书到期日', en: 'End of the device certificate' },
    gives: ['licence'],
    parse: parseDeviceCertificate,
  },
  {
    command: 'show counter interface all',
    why: { 'zh-CN': '各接口收发错包计数', en: 'Error counters of the interfaces' },
    gives: ['interface'],
    parse: parseCounters,
  },
];
