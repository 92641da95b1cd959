import type { PlatformCommand } from '../../platform';
import { parseNtpPeers, parseNxosClock } from '../../dialects/ios/clock';
import { parseNxosDiff, parseNxosSaved } from '../config-state';
import { parseNxosDir } from '../flash';
import { parseInterfaces } from '../../dialects/ios/interfaces';
import { parseInventory } from '../inventory';
import { parseLicenseUsage } from '../licence';
import { parseProcessesCpu, parseSystemResources } from '../load';
import { parseLogging } from '../../dialects/ios/logging';
import { parseNxosModule } from '../modules';
import { parseFeature, parseNxosRunning, parseUserAccount } from './access';
import { parseNxosEnvironment } from './environment';
import { parseNxosVersion } from './version';
import { parseNxosOptics } from '../optics';
import { nxosBothConfigs, nxosSavedCommand } from '../traits';

/** Own list of NX-OS. */
export const nxosCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    gives: ['system', 'uptime', 'software'],
    parse: parseNxosVersion,
  },
  {
    command: 'show inventory',
    gives: ['system'],
    parse: parseInventory,
  },
  {
    command: 'show module',
    gives: ['chassis'],
    parse: parseNxosModule,
  },
  {
    command: 'show system resources',
    gives: ['cpu', 'memory'],
    parse: parseSystemResources,
    checksEnd: true,
  },
  {
    command: 'show environment',
    gives: ['temperature', 'fan', 'power'],
    parse: parseNxosEnvironment,
  },
  {
    command: 'show license usage',
    gives: ['licence'],
    parse: parseLicenseUsage,
  },
  {
    command: 'dir bootflash:',
    aliases: ['dir'],
    gives: ['flash'],
    parse: parseNxosDir,
    checksEnd: true,
  },
  {
    command: 'show clock',
    gives: ['clock'],
    parse: parseNxosClock,
  },
  {
    command: 'show ntp peer-status',
    gives: ['clock'],
    parse: parseNtpPeers,
    checksEnd: true,
  },
  {
    command: 'show feature',
    gives: ['service'],
    parse: parseFeature,
  },
  {
    command: 'show interface',
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show interface transceiver details',
    aliases: ['show interface transceiver'],
    gives: ['optic'],
    parse: parseNxosOptics,
  },
  {
    command: 'show logging last 100',
    aliases: ['show logging', 'show logging logfile'],
    gives: ['log'],
    parse: parseLogging,
  },
  {
    command: nxosSavedCommand,
    aliases: [nxosBothConfigs],
    gives: ['config-state'],
    parse: parseNxosSaved,
  },
  {
    command: 'show running-config',
    gives: ['service'],
    parse: parseNxosRunning,
  },
];

/** Understood when a user asks for them. */
export const nxosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'show user-account',
    gives: ['user'],
    parse: parseUserAccount,
  },
  {
    command: 'show processes cpu',
    aliases: ['show processes cpu sort'],
    gives: ['cpu'],
    parse: parseProcessesCpu,
  },
  {
    command: 'show running-config diff',
    gives: ['config-state'],
    parse: parseNxosDiff,
  },
];
