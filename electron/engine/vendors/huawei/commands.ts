import type { PlatformCommand } from '../platform';
import { vrpAccess } from './access-commands';
import { parseClock, parseNtp } from '../dialects/vrp/clock';
import { parseCompare, parseStartup } from '../dialects/vrp/config-state';
import { parseDevice } from './device';
import { vrpHardware } from './hardware-commands';
import { parseInterfaceBrief } from './interface-brief';
import { parseLicense, parseLicenseState } from './license';
import { parseCpu, parseCpuLimit, parseMemory } from './load';
import { parseDir } from '../dialects/vrp/storage';
import { parseVersion } from './version';

const known = {
  ...vrpHardware,
  ...vrpAccess,
  version: {
    command: 'display version',
    gives: ['system', 'uptime', 'software'],
    parse: parseVersion,
  },
  device: {
    command: 'display device',
    gives: ['chassis'],
    parse: parseDevice,
  },
  cpu: {
    command: 'display cpu-usage',
    gives: ['cpu'],
    parse: parseCpu,
  },
  cpu8: {
    command: 'display cpu',
    gives: ['cpu'],
    parse: parseCpu,
  },
  memory: {
    command: 'display memory-usage',
    gives: ['memory'],
    parse: parseMemory,
    checksEnd: true,
  },
  memory8: {
    command: 'display memory',
    gives: ['memory'],
    parse: parseMemory,
  },
  dir: {
    command: 'dir',
    aliases: ['dir flash:/', 'dir cfcard:/', 'dir hda1:/'],
    gives: ['flash'],
    parse: parseDir,
    checksEnd: true,
  },
  startup: {
    command: 'display startup',
    gives: ['config-state'],
    parse: parseStartup,
  },
  compare: {
    command: 'compare configuration',
    gives: ['config-state'],
    parse: parseCompare,
    checksEnd: true,
  },
  clock: {
    command: 'display clock',
    gives: ['clock'],
    parse: parseClock,
  },
  ntp: {
    command: 'display ntp-service status',
    gives: ['clock'],
    parse: parseNtp,
  },
  ntp8: {
    command: 'display ntp status',
    gives: ['clock'],
    parse: parseNtp,
  },
  ports: {
    command: 'display interface brief',
    gives: ['interface'],
    parse: parseInterfaceBrief,
  },
  license: {
    command: 'display license',
    aliases: ['display license verbose'],
    gives: ['licence'],
    parse: parseLicense,
  },
  cpuLimit: {
    command: 'display cpu-usage configuration',
    // A limit only: the judge gives it to the measurement.
    gives: [],
    parse: parseCpuLimit,
    checksEnd: true,
  },
  licenseState: {
    command: 'display license state',
    gives: ['licence'],
    parse: parseLicenseState,
    checksEnd: true,
  },
} as const satisfies Record<string, PlatformCommand>;

const last: readonly PlatformCommand[] = [known.log, known.configuration];

/** Own list of VRP 5: campus switches and access routers. */
export const vrp5Commands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu,
  known.memory,
  known.temperature,
  known.fan,
  known.power,
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp,
  known.ports,
  known.optics,
  ...last,
];

/** Own list of VRP 8: data centre switches and core routers. */
export const vrp8Commands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu8,
  known.memory8,
  known.temperature,
  known.fan,
  known.power,
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp8,
  known.ports,
  ...last,
];

/** Own list of YunShan OS: switches, routers and firewalls of release V600 on. */
export const yunshanCommands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu,
  { ...known.memory8, insteadOf: ['display memory-usage'] },
  { ...known.deviceTemperature, insteadOf: ['display temperature all', 'display temperature'] },
  { ...known.deviceFan, insteadOf: ['display fan'] },
  { ...known.devicePower, insteadOf: ['display power'] },
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp8,
  known.ports,
  known.optics8,
  ...last,
];

/** Own list of USG firewalls. */
export const usgCommands: readonly PlatformCommand[] = [
  known.version,
  known.device,
  known.cpu,
  known.memory,
  known.license,
  known.dir,
  known.startup,
  known.compare,
  known.clock,
  known.ntp,
  known.ports,
  known.hrp,
  ...last,
];

/** Understood on all of them when the user asks for it. */
export const vrpAlsoKnown: readonly PlatformCommand[] = [
  known.dir,
  known.clock,
  known.license,
  known.licenseState,
  known.environment,
  known.health,
  known.hrp,
  known.cpuLimit,
  known.cpu,
  known.cpu8,
  known.memory,
  known.memory8,
  known.temperature,
  known.fan,
  known.power,
  known.ntp,
  known.ntp8,
  known.optics,
  known.optics8,
  known.opticsTable,
  known.deviceTemperature,
  known.deviceFan,
  known.devicePower,
  known.users,
  known.telnet,
  known.ssh,
  known.ftp,
  known.http,
  known.snmp,
];
