import type { PlatformCommand } from '../platform';
import { parseAdministrators, parseCommunities, parseInterfaceAccess, parseSaving } from './access';
import { parseCluster } from './cluster';
import { parseContracts } from './contracts';
import { parseInterfaces } from './interfaces';
import { parseCrashLog, parseLogDisplay } from './logs';
import { parseNtp } from './ntp';
import { parseOptics } from './optics';
import { parsePerformance, parseTop } from './performance';
import { parseSensors } from './sensors';
import { parseStatus } from './status';

const status: PlatformCommand = {
  command: 'get system status',
  gives: ['system', 'software'],
  parse: parseStatus,
};

/** Commands about the box as a whole. */
const whole: readonly PlatformCommand[] = [
  {
    command: 'get system performance status',
    gives: ['cpu', 'memory', 'uptime'],
    parse: parsePerformance,
    checksEnd: true,
  },
  {
    command: 'get system ha status',
    gives: ['chassis'],
    parse: parseCluster,
    checksEnd: true,
  },
  {
    command: 'execute sensor list',
    gives: ['temperature'],
    parse: parseSensors,
  },
  {
    command: 'diagnose autoupdate versions',
    gives: ['licence'],
    parse: parseContracts,
  },
  {
    command: 'diagnose sys ntp status',
    gives: ['clock'],
    parse: parseNtp,
  },
  {
    command: 'get system global | grep cfg-save',
    gives: ['config-state'],
    parse: parseSaving,
    checksEnd: true,
  },
  {
    command: 'diagnose netlink interface list',
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show system interface',
    gives: ['service'],
    parse: parseInterfaceAccess,
    checksEnd: true,
  },
  {
    command: 'show system snmp community',
    gives: ['service'],
    parse: parseCommunities,
    checksEnd: true,
  },
  {
    command: 'show system admin',
    gives: ['user'],
    parse: parseAdministrators,
    checksEnd: true,
  },
  {
    command: 'diagnose debug crashlog read',
    gives: ['log'],
    parse: parseCrashLog,
  },
];

const ports: PlatformCommand = {
  command: 'get system interface physical',
  gives: [],
};

const config: PlatformCommand = {
  command: 'show',
  gives: [],
};

const asked: readonly PlatformCommand[] = [
  {
    command: 'diagnose sys top',
    gives: ['cpu', 'uptime'],
    parse: parseTop,
  },
  {
    command: 'execute log display',
    gives: ['log'],
    parse: parseLogDisplay,
  },
  {
    command: 'get system interface transceiver',
    gives: ['optic'],
    parse: parseOptics,
  },
];

/** From inside any virtual domain, what belongs to the whole box is asked in this way. */
const globally = (entry: PlatformCommand): PlatformCommand => ({
  ...entry,
  command: `sudo global ${entry.command}`,
  insteadOf: [entry.command],
});

/** Own list of FortiOS without virtual domains. */
export const fortinetCommands: readonly PlatformCommand[] = [
  status,
  ...whole.slice(0, -1),
  ports,
  ...whole.slice(-1),
  config,
];

/** Understood there when a user asks for them. */
export const fortinetAlsoKnown: readonly PlatformCommand[] = asked;

/** Own list of FortiOS with virtual domains. */
export const vdomCommands: readonly PlatformCommand[] = [status, ...whole.map(globally), config];

/** Understood there when a user asks for them. */
export const vdomAlsoKnown: readonly PlatformCommand[] = asked.map(globally);
