import type { PlatformCommand } from '../platform';
import { parseNtp } from '../dialects/vrp/clock';
import { parseStartup } from '../dialects/vrp/config-state';
import { parseComwareConfig } from '../dialects/vrp/configuration';
import { parseComwareLog } from '../dialects/vrp/log-buffer';
import { parseComwareHttp, parseFtpServer, parseSnmpVersion, parseSshServer } from '../dialects/vrp/services';
import { parseDir } from '../dialects/vrp/storage';
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
    gives: ['system', 'uptime', 'software'],
    parse: parseVersion,
  },
  {
    command: 'display device',
    gives: ['chassis'],
    parse: parseDevice,
  },
  {
    command: 'display cpu-usage',
    gives: ['cpu'],
    parse: parseCpu,
  },
  {
    command: 'display memory',
    gives: ['memory'],
    parse: parseMemory,
  },
  {
    command: 'display environment',
    gives: ['temperature'],
    parse: parseEnvironment,
  },
  {
    command: 'display fan',
    gives: ['fan'],
    parse: parseFan,
  },
  {
    command: 'display power',
    gives: ['power'],
    parse: parsePower,
  },
  {
    command: 'dir',
    aliases: ['dir flash:/', 'dir cfa0:/'],
    gives: ['flash'],
    parse: parseDir,
  },
  {
    command: 'display startup',
    gives: ['config-state'],
    parse: parseStartup,
  },
  {
    command: 'display clock',
    gives: ['clock'],
    parse: parseClock,
  },
  {
    command: 'display ntp-service status',
    gives: ['clock'],
    parse: parseNtp,
  },
  {
    command: 'display counters inbound interface',
    gives: ['interface'],
    parse: parseInboundCounters,
  },
  {
    command: 'display transceiver diagnosis interface',
    gives: ['optic'],
    parse: parseTransceivers,
  },
  {
    command: 'display logbuffer size 100',
    aliases: ['display logbuffer'],
    gives: ['log'],
    parse: parseComwareLog,
  },
  {
    command: 'display current-configuration',
    gives: [],
    parse: parseComwareConfig,
    checksEnd: true,
  },
];

/** Understood when the user asks for it. */
export const comwareAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'display current-configuration diff',
    gives: ['config-state'],
    parse: parseConfigDiff,
  },
  {
    command: 'display logbuffer level 4',
    gives: [],
  },
  {
    command: 'display license',
    gives: ['licence'],
    parse: parseLicense,
  },
  {
    command: 'display local-user',
    gives: ['user'],
    parse: parseLocalUser,
  },
  {
    command: 'display ssh server status',
    gives: ['service'],
    parse: parseSshServer,
  },
  {
    command: 'display ftp-server',
    gives: ['service'],
    parse: parseFtpServer,
  },
  {
    command: 'display ip http',
    gives: ['service'],
    parse: parseComwareHttp,
  },
  {
    command: 'display snmp-agent sys-info version',
    aliases: ['display snmp-agent sys-info'],
    gives: ['service'],
    parse: parseSnmpVersion,
    checksEnd: true,
  },
];
