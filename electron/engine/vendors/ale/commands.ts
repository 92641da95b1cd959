import type { PlatformCommand } from '../platform';
import { unlessAbsent } from './answer';
import { parseChassis, parseCmm } from './chassis';
import { parseDdm } from './ddm';
import { parseFan } from './fan';
import { parseHealth, parseHealthOfSlots } from './health';
import { parseHealthLimits } from './health-limits';
import { parseCounterErrors, parseInterfaces } from './interface-counters';
import { parseIpService } from './ip-service';
import { parseLicenseInfo } from './license-info';
import { parseMicrocode } from './microcode';
import { parseModuleStatus } from './module-status';
import { parseNtpClient } from './ntp-client';
import { parsePower } from './power';
import { parseRunningDirectory } from './running-directory';
import { parseCommunityMap, parseSnmpSecurity } from './snmp';
import { parseSwlog } from './swlog';
import { parseSystem } from './system';
import { parseTemperature } from './temperature';
import { parseStackTopology, parseVirtualChassis } from './topology';
import { parseUser } from './user';

const known = {
  system: {
    command: 'show system',
    // The clock comes with them; when it was not read, that is no finding of its own.
    gives: ['system', 'uptime', 'flash'],
    parse: unlessAbsent(parseSystem),
  },
  chassis: {
    command: 'show chassis',
    gives: ['chassis'],
    parse: unlessAbsent(parseChassis),
  },
  microcode: {
    command: 'show microcode working',
    gives: ['software'],
    parse: unlessAbsent(parseMicrocode),
  },
  runningDirectory: {
    command: 'show running-directory',
    gives: ['config-state'],
    parse: unlessAbsent(parseRunningDirectory),
    checksEnd: true,
  },
  health: {
    command: 'show health',
    gives: ['cpu', 'memory'],
    parse: unlessAbsent(parseHealth),
    checksEnd: true,
  },
  healthConfiguration: {
    command: 'show health configuration',
    insteadOf: ['show health threshold'],
    // Limits only: no finding of its own, the judge gives them to the measurements.
    gives: [],
    parse: unlessAbsent(parseHealthLimits),
    checksEnd: true,
  },
  temperature: {
    command: 'show temperature',
    gives: ['temperature'],
    parse: unlessAbsent(parseTemperature),
  },
  fan: {
    command: 'show fan',
    gives: ['fan'],
    parse: unlessAbsent(parseFan),
  },
  powersupply: {
    command: 'show powersupply',
    gives: ['power'],
    parse: unlessAbsent(parsePower),
    checksEnd: true,
  },
  power: {
    command: 'show power',
    aliases: ['show power supply'],
    insteadOf: ['show powersupply'],
    gives: ['power'],
    parse: unlessAbsent(parsePower),
  },
  microcodeOther: {
    command: 'show microcode',
    aliases: ['show microcode certified', 'show microcode loaded'],
    gives: ['software'],
    parse: unlessAbsent(parseMicrocode),
  },
  healthAllCpu: {
    command: 'show health all cpu',
    gives: ['cpu'],
    parse: unlessAbsent(parseHealthOfSlots('cpu')),
  },
  healthAllMemory: {
    command: 'show health all memory',
    gives: ['memory'],
    parse: unlessAbsent(parseHealthOfSlots('memory')),
  },
  licenseInfo: {
    command: 'show license-info',
    insteadOf: ['show license info'],
    gives: ['licence'],
    parse: unlessAbsent(parseLicenseInfo),
  },
  licenseInfo6: {
    command: 'show license info',
    insteadOf: ['show license-info'],
    gives: ['licence'],
    parse: unlessAbsent(parseLicenseInfo),
  },
  ntpClient: {
    command: 'show ntp client',
    gives: ['clock'],
    parse: unlessAbsent(parseNtpClient),
    checksEnd: true,
  },
  ipService: {
    command: 'show ip service',
    gives: ['service'],
    parse: unlessAbsent(parseIpService),
  },
  user: {
    command: 'show user',
    gives: ['user'],
    parse: unlessAbsent(parseUser),
  },
  snmpSecurity: {
    command: 'show snmp security',
    gives: ['service'],
    parse: unlessAbsent(parseSnmpSecurity),
    checksEnd: true,
  },
  communityMap: {
    command: 'show snmp community-map',
    insteadOf: ['show snmp community map'],
    gives: ['service'],
    parse: unlessAbsent(parseCommunityMap),
  },
  communityMap6: {
    command: 'show snmp community map',
    insteadOf: ['show snmp community-map'],
    gives: ['service'],
    parse: unlessAbsent(parseCommunityMap),
  },
  interfaces: {
    command: 'show interfaces',
    gives: ['interface'],
    parse: unlessAbsent(parseInterfaces),
  },
  counterErrors: {
    command: 'show interfaces counters errors',
    gives: ['interface'],
    parse: unlessAbsent(parseCounterErrors),
  },
  ddm: {
    command: 'show interfaces ddm',
    gives: ['optic'],
    parse: unlessAbsent(parseDdm),
  },
  swlog: {
    command: 'show log swlog',
    gives: ['log'],
    parse: unlessAbsent(parseSwlog),
  },
  cmm: {
    command: 'show cmm',
    gives: ['chassis'],
    parse: unlessAbsent(parseCmm),
  },
  moduleStatus: {
    command: 'show module status',
    gives: ['chassis'],
    parse: unlessAbsent(parseModuleStatus),
  },
  virtualChassis: {
    command: 'show virtual-chassis topology',
    gives: ['chassis'],
    parse: unlessAbsent(parseVirtualChassis),
  },
  stackTopology: {
    command: 'show stack topology',
    gives: ['chassis'],
    parse: unlessAbsent(parseStackTopology),
  },
  hardwareInfo: {
    command: 'show hardware-info',
    insteadOf: ['show hardware info'],
    gives: [],
  },
  hardwareInfo6: {
    command: 'show hardware info',
    insteadOf: ['show hardware-info'],
    gives: [],
  },
  healthThreshold6: {
    command: 'show health threshold',
    insteadOf: ['show health configuration'],
    gives: [],
  },
} as const satisfies Record<string, PlatformCommand>;

/** What every release is asked first. */
const first: readonly PlatformCommand[] = [
  known.system,
  known.chassis,
  known.microcode,
  known.runningDirectory,
  known.health,
];

/** What every release is asked last: the long answers stand at the end. */
const last: readonly PlatformCommand[] = [known.ntpClient, known.ipService, known.user];

/** Own list of AOS 6, whose `show health` holds the limits. Its log is small, so it is read whole. */
export const aos6Commands: readonly PlatformCommand[] = [
  ...first,
  known.temperature,
  known.fan,
  known.power,
  ...last,
  known.interfaces,
  known.swlog,
];

/** Own list of AOS 5. Its log may have megabytes: it is read when a user asks for it. */
export const aos5Commands: readonly PlatformCommand[] = [
  ...first,
  known.healthConfiguration,
  known.temperature,
  known.fan,
  known.powersupply,
  ...last,
  known.interfaces,
];

/** Own list of AOS 7, which sells features by licence. */
export const aos7Commands: readonly PlatformCommand[] = [
  ...first,
  known.healthConfiguration,
  known.temperature,
  known.fan,
  known.powersupply,
  known.licenseInfo,
  ...last,
  known.interfaces,
];

/** Own list of AOS 8: every model is a virtual chassis, of one at least. */
export const aos8Commands: readonly PlatformCommand[] = [
  ...first,
  known.healthConfiguration,
  known.temperature,
  known.fan,
  known.powersupply,
  known.virtualChassis,
  known.licenseInfo,
  ...last,
  known.ddm,
  known.interfaces,
];

/** Understood on every AOS when a user asks for them. */
const onEvery: readonly PlatformCommand[] = [
  known.microcodeOther,
  known.healthAllCpu,
  known.healthAllMemory,
  known.snmpSecurity,
  known.counterErrors,
  known.cmm,
  known.moduleStatus,
];

/** Understood on AOS 5, 7 and 8 when a user asks for them. */
const on578: readonly PlatformCommand[] = [...onEvery, known.swlog, known.communityMap, known.hardwareInfo];

/** Understood on AOS 5 when a user asks for them. */
export const aos5AlsoKnown: readonly PlatformCommand[] = [...on578, known.ddm, known.licenseInfo, known.virtualChassis];

/** Understood on AOS 7 when a user asks for them; its first releases had no virtual chassis. */
export const aos7AlsoKnown: readonly PlatformCommand[] = [...on578, known.ddm, known.virtualChassis];

/** Understood on AOS 8 when a user asks for them. */
export const aos8AlsoKnown: readonly PlatformCommand[] = on578;

/** Understood on AOS 6 when a user asks for them. */
export const aos6AlsoKnown: readonly PlatformCommand[] = [
  ...onEvery,
  known.ddm,
  known.licenseInfo6,
  known.communityMap6,
  known.stackTopology,
  known.hardwareInfo6,
  known.healthThreshold6,
];
