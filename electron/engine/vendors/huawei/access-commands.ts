import type { PlatformCommand } from '../platform';
import { parseVrpConfig } from '../dialects/vrp/configuration';
import { parseLocalUser } from './local-user';
import { parseVrpLog } from '../dialects/vrp/log-buffer';
import {
  parseFtpServer,
  parseSnmpVersion,
  parseSshServer,
  parseTelnetServer,
  parseVrpHttpServer,
} from '../dialects/vrp/services';

/** Commands on who may come in, and on what happened: log, configuration, accounts, services. */
export const vrpAccess = {
  log: {
    command: 'display logbuffer size 50',
    aliases: ['display logbuffer'],
    gives: ['log'],
    parse: parseVrpLog,
  },
  configuration: {
    command: 'display current-configuration',
    gives: [],
    parse: parseVrpConfig,
    checksEnd: true,
  },
  users: {
    command: 'display local-user',
    gives: ['user'],
    parse: parseLocalUser,
    checksEnd: true,
  },
  telnet: {
    command: 'display telnet server status',
    aliases: ['display telnet server'],
    gives: ['service'],
    parse: parseTelnetServer,
  },
  ssh: {
    command: 'display ssh server status',
    gives: ['service'],
    parse: parseSshServer,
  },
  ftp: {
    command: 'display ftp-server',
    gives: ['service'],
    parse: parseFtpServer,
  },
  http: {
    command: 'display http server',
    gives: ['service'],
    parse: parseVrpHttpServer,
  },
  snmp: {
    command: 'display snmp-agent sys-info version',
    aliases: ['display snmp-agent sys-info'],
    gives: ['service'],
    parse: parseSnmpVersion,
    checksEnd: true,
  },
} as const satisfies Record<string, PlatformCommand>;
