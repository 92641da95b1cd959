import type { PlatformCommand } from '../../platforms/platform';
import { parseAccounts } from './accounts';
import { parseFileSystems } from './file-systems';
import { parseErrors } from './journal';
import { parseLinks } from './links';
import { parseListeners } from './listeners';
import { parseFree } from './memory';
import { parseTopCpu } from './top';
import { parseClock, parseOsRelease, parseUptime, shellLines } from './uptime';

/** Own list of Linux. */
export const linuxCommands: readonly PlatformCommand[] = [
  {
    command: 'cat /etc/os-release',
    why: { 'zh-CN': '发行版与版本', en: 'Distribution and release' },
    gives: ['system'],
    parse: parseOsRelease,
  },
  {
    command: 'uptime',
    why: { 'zh-CN': '运行时间与负载', en: 'Uptime and load' },
    gives: ['uptime'],
    parse: parseUptime,
    checksEnd: true,
  },
  {
    command: 'top -b -n1 | head -5',
    why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
    gives: ['cpu'],
    parse: parseTopCpu,
    checksEnd: true,
  },
  {
    command: 'free -m',
    why: { 'zh-CN': '内存利用率', en: 'Memory use' },
    gives: ['memory'],
    parse: parseFree,
    checksEnd: true,
  },
  {
    command: 'df -P -h',
    aliases: ['df -h', 'df -Ph', 'df -hP'],
    why: { 'zh-CN': '磁盘剩余空间', en: 'Free disk space' },
    gives: ['flash'],
    parse: (text) => parseFileSystems(shellLines(text), text, ({ device }) => /^\/dev\/(?!loop)/.test(device)),
  },
  {
    command: 'timedatectl',
    why: { 'zh-CN': '时钟是否同步', en: 'Whether the clock is synchronised' },
    gives: ['clock'],
    parse: parseClock,
  },
  {
    command: 'systemctl --failed --no-legend',
    why: { 'zh-CN': '异常服务（留证）', en: 'Failed services (evidence)' },
    gives: [],
  },
  {
    command: 'ip -br addr',
    why: { 'zh-CN': '接口与地址（留证）', en: 'Interfaces and addresses (evidence)' },
    gives: [],
  },
  {
    command: 'ip -s link',
    aliases: ['ip -s link show'],
    why: { 'zh-CN': '各网卡收发错包计数', en: 'Error counters of the links' },
    gives: ['interface'],
    parse: parseLinks,
  },
  {
    command: 'ss -lnt',
    aliases: [
      'ss -lntp',
      'ss -tln',
      'ss -tlnp',
      'ss -ltn',
      'ss -nlt',
      'netstat -lnt',
      'netstat -lntp',
      'netstat -tlnp',
    ],
    why: { 'zh-CN': '是否监听 Telnet、FTP 等明文服务', en: 'Whether telnet, FTP and the like are listening' },
    gives: ['service'],
    parse: parseListeners,
  },
  {
    command: 'cat /etc/passwd',
    aliases: ['getent passwd'],
    why: { 'zh-CN': '可登录的本地账号', en: 'Local accounts that may log in' },
    gives: ['user'],
    parse: parseAccounts,
  },
  {
    // Who is in no group of the journal sees a part of it: then nothing is judged, and nothing is missed.
    command: 'journalctl -p err --since -24h --no-pager | tail -50',
    aliases: ['journalctl -p err --since -24h --no-pager', 'journalctl -p err --no-pager'],
    why: { 'zh-CN': '24 小时内的错误日志', en: 'Errors of the last 24 hours' },
    gives: [],
    parse: parseErrors,
  },
  { command: 'last -n 10', why: { 'zh-CN': '最近登录（留证）', en: 'Last logins (evidence)' }, gives: [] },
];

/** Understood there when a user asks for them. */
export const linuxAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'top -b -n1',
    // Alone it never ends; saved answers of it read the same.
    aliases: ['top'],
    why: { 'zh-CN': 'CPU 利用率与进程', en: 'CPU use and processes' },
    gives: ['cpu'],
    parse: parseTopCpu,
  },
  {
    command: 'chronyc tracking',
    why: { 'zh-CN': '时钟是否同步', en: 'Whether the clock is synchronised' },
    gives: ['clock'],
    parse: parseClock,
    checksEnd: true,
  },
];
