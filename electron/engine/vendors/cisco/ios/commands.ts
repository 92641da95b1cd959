import type { PlatformCommand } from '../../platform';
import { parseHttpServer } from '../../dialects/ios/access';
import { parseClock, parseNtpStatus } from '../../dialects/ios/clock';
import { parseArchiveDifferences, parseRunningConfig } from '../config-state';
import { parseDir } from '../flash';
import { parseInterfaces } from '../../dialects/ios/interfaces';
import { parseInventory } from '../inventory';
import { parseIosEnvironment } from './environment';
import { parsePowerStatus, parseStackPower } from './power';
import { parseIosVersion } from './version';
import { parseIosLicence, parseSmartLicence } from '../licence';
import { parseProcessesCpu, parseProcessesMemory } from '../load';
import { parseLogging } from '../../dialects/ios/logging';
import { parseIosModule } from '../modules';
import { parseIosOptics, parseIosOpticsDetail } from './optics';
import { parseRedundancy } from '../redundancy';
import { parseSwitch } from '../stack';

const stack: PlatformCommand = {
  command: 'show switch detail',
  aliases: ['show switch'],
  gives: ['chassis'],
  parse: parseSwitch,
};

const opticsDetail: PlatformCommand = {
  command: 'show interfaces transceiver detail',
  aliases: ['show interface transceiver detail'],
  gives: ['optic'],
  parse: parseIosOpticsDetail,
  checksEnd: true,
};

/** Own list of IOS and IOS-XE: commands that every model knows. */
export const iosCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    gives: ['system', 'uptime', 'software'],
    parse: parseIosVersion,
    checksEnd: true,
  },
  {
    command: 'show inventory',
    gives: ['system'],
    parse: parseInventory,
  },
  {
    command: 'show processes cpu',
    aliases: ['show processes cpu sorted'],
    gives: ['cpu'],
    parse: parseProcessesCpu,
  },
  {
    command: 'show processes memory sorted',
    aliases: ['show processes memory'],
    gives: ['memory'],
    parse: parseProcessesMemory,
  },
  {
    command: 'show env all',
    aliases: ['show environment', 'show environment all'],
    gives: ['temperature', 'fan', 'power'],
    parse: parseIosEnvironment,
  },
  {
    command: 'dir',
    aliases: ['dir flash:', 'dir bootflash:'],
    gives: ['flash'],
    parse: parseDir,
    checksEnd: true,
  },
  {
    command: 'show clock',
    gives: ['clock'],
    parse: parseClock,
    checksEnd: true,
  },
  {
    command: 'show ntp status',
    gives: ['clock'],
    parse: parseNtpStatus,
  },
  {
    command: 'show interfaces',
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show logging',
    gives: ['log'],
    parse: parseLogging,
  },
  {
    command: 'show running-config',
    gives: ['config-state'],
    parse: parseRunningConfig,
    checksEnd: true,
  },
];

/** Own list of stackable Catalysts. */
export const iosStackCommands: readonly PlatformCommand[] = [
  ...iosCommands.slice(0, 2),
  stack,
  ...iosCommands.slice(2, -3),
  opticsDetail,
  ...iosCommands.slice(-3),
];

/** Understood when a user asks for them; not every model knows them. */
export const iosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'show environment power all',
    aliases: ['show environment power', 'show env power', 'show env power all'],
    gives: ['power'],
    parse: parseStackPower,
  },
  {
    command: 'show environment temperature',
    aliases: ['show env temperature', 'show env temperature status'],
    gives: ['temperature'],
    parse: parseIosEnvironment,
  },
  {
    command: 'show power status',
    aliases: ['show power'],
    gives: ['power'],
    parse: parsePowerStatus,
  },
  {
    command: 'show redundancy',
    gives: ['chassis'],
    parse: parseRedundancy,
  },
  {
    command: 'show module',
    aliases: ['show module all'],
    gives: ['chassis'],
    parse: parseIosModule,
  },
  {
    command: 'show license',
    aliases: ['show license all'],
    gives: ['licence'],
    parse: (text) => (/^[ \t]*Index \d+ Feature:/m.test(text) ? parseIosLicence(text) : parseSmartLicence(text)),
  },
  {
    command: 'show license usage',
    gives: ['licence'],
    parse: parseSmartLicence,
  },
  {
    command: 'show license status',
    gives: ['licence'],
    parse: parseSmartLicence,
  },
  {
    command: 'show archive config differences nvram:startup-config system:running-config',
    aliases: ['show archive config differences'],
    gives: ['config-state'],
    parse: parseArchiveDifferences,
  },
  {
    command: 'show interfaces transceiver',
    aliases: ['show interface transceiver'],
    gives: ['optic'],
    parse: parseIosOptics,
  },
  {
    command: 'show ip http server status',
    gives: ['service'],
    parse: parseHttpServer,
  },
  {
    command: 'show users',
    gives: [],
  },
];

/** What every stackable Catalyst knows and not every other model: the stack's state, the limits of the optics. */
export const iosStackKnown: readonly PlatformCommand[] = [stack, opticsDetail];
