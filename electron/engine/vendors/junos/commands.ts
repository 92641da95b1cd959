import type { PlatformCommand } from '../platform';
import { parseChassisAlarms, parseSystemAlarms } from './alarms';
import { parseCluster } from './cluster';
import { parseConfiguration, parseServices, parseUsers } from './configuration';
import { parseEnvironment } from './environment';
import { parseHardware } from './hardware';
import { parseInterfaces } from './interfaces';
import { parseLicence } from './licence';
import { parseMessages } from './messages';
import { parseOptics } from './optics';
import { parseProcesses } from './processes';
import { parseRoutingEngine } from './routing-engine';
import { parseStorage } from './storage';
import { parseUptime } from './uptime';
import { parseVersion } from './version';

/** Own list of Junos. */
export const junosCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    gives: ['system', 'software'],
    parse: parseVersion,
  },
  {
    command: 'show system uptime',
    gives: ['uptime', 'clock'],
    parse: parseUptime,
  },
  {
    command: 'show chassis routing-engine',
    gives: ['cpu', 'memory'],
    parse: parseRoutingEngine,
  },
  {
    command: 'show chassis environment',
    gives: ['temperature', 'fan', 'power'],
    parse: parseEnvironment,
  },
  {
    command: 'show chassis alarms',
    gives: ['chassis'],
    parse: parseChassisAlarms,
    checksEnd: true,
  },
  {
    command: 'show system alarms',
    gives: ['chassis'],
    parse: parseSystemAlarms,
    checksEnd: true,
  },
  {
    command: 'show system storage',
    gives: ['flash'],
    parse: parseStorage,
  },
  {
    command: 'show system license',
    gives: ['licence'],
    parse: parseLicence,
  },
  {
    command: 'show chassis hardware',
    gives: ['system'],
    parse: parseHardware,
  },
  {
    command: 'show interfaces terse',
    gives: [],
  },
  {
    // The counters alone: all that it prints would be a thousand lines for a small switch.
    command: 'show interfaces extensive | match "^Physical|rrors: |packets: "',
    aliases: ['show interfaces extensive', 'show interfaces extensive | no-more'],
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show log messages | last 100',
    aliases: ['show log messages', 'show log messages | last 50', 'show log messages | no-more'],
    gives: ['log'],
    parse: parseMessages,
  },
  {
    // An account that only reads may not be let to see it, so nothing is missed where nothing shows.
    command: 'show configuration | display set',
    gives: [],
    parse: parseConfiguration,
  },
];

/** Understood there when a user asks for them. */
export const junosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'show chassis cluster status',
    gives: ['chassis'],
    parse: parseCluster,
  },
  {
    command: 'show system processes brief',
    gives: ['cpu', 'uptime'],
    parse: parseProcesses,
    checksEnd: true,
  },
  {
    command: 'show system processes summary',
    gives: ['cpu', 'uptime'],
    parse: parseProcesses,
  },
  {
    // Prints nothing where no port has optics.
    command: 'show interfaces diagnostics optics',
    aliases: ['show interfaces diagnostics optics | no-more'],
    gives: ['optic'],
    parse: parseOptics,
  },
  {
    command: 'show configuration system services | display set',
    gives: ['service'],
    parse: parseServices,
  },
  {
    command: 'show configuration system login | display set',
    gives: ['user'],
    parse: parseUsers,
  },
];
