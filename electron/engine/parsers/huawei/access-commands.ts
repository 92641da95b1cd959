import type { PlatformCommand } from '../../platforms/platform';
import { parseVrpConfig } from './configuration';
import { parseLocalUser } from './local-user';
import { parseVrpLog } from './log-buffer';
import { parseFtpServer, parseSnmpVersion, parseSshServer, parseTelnetServer, parseVrpHttpServer } from './services';

/** Commands on who may come in, and on what happened: log, configuration, accounts, services. */
export const vrpAccess = {
  log: {
    command: 'display logbuffer size 50',
    aliases: ['display logbuffer'],
    why: { 'zh-CN': '最近 50 条日志中告警及以上级别的条数', en: 'Warnings and worse among the last 50 log messages' },
    gives: ['log'],
    parse: parseVrpLog,
  },
  configuration: {
    command: 'display current-configuration',
    why: {
      'zh-CN': '本地账号，Telnet、FTP、HTTP、SNMP 服务（当前配置留证）',
      en: 'Local accounts; Telnet, FTP, web and SNMP services (running configuration as evidence)',
    },
    gives: [],
    parse: parseVrpConfig,
    checksEnd: true,
  },
  users: {
    command: 'display local-user',
    why: { 'zh-CN': '本地账号', en: 'Local accounts' },
    gives: ['user'],
    parse: parseLocalUser,
    checksEnd: true,
  },
  telnet: {
    command: 'display telnet server status',
    aliases: ['display telnet server'],
    why: { 'zh-CN': 'Telnet 服务是否开启', en: 'Whether the Telnet server is on' },
    gives: ['service'],
    parse: parseTelnetServer,
  },
  ssh: {
    command: 'display ssh server status',
    why: { 'zh-CN': '是否兼容 SSH v1', en: 'Whether SSH version 1 is taken' },
    gives: ['service'],
    parse: parseSshServer,
  },
  ftp: {
    command: 'display ftp-server',
    why: { 'zh-CN': 'FTP 服务是否开启', en: 'Whether the FTP server is on' },
    gives: ['service'],
    parse: parseFtpServer,
  },
  http: {
    command: 'display http server',
    why: { 'zh-CN': 'HTTP 服务是否开启', en: 'Whether the web server is on' },
    gives: ['service'],
    parse: parseVrpHttpServer,
  },
  snmp: {
    command: 'display snmp-agent sys-info version',
    aliases: ['display snmp-agent sys-info'],
    why: { 'zh-CN': '启用的 SNMP 版本', en: 'Versions of SNMP that are answered' },
    gives: ['service'],
    parse: parseSnmpVersion,
    checksEnd: true,
  },
} as const satisfies Record<string, PlatformCommand>;
