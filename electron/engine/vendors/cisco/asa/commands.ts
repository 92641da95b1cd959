import type { PlatformCommand } from '../../platform';
import { parseLicenseDays } from './license-days';
import { parseAsaRunning } from './access';
import { parseAsaEnvironment } from './environment';
import { parseAsaVersion } from './version';
import { parseClock, parseNtpStatus } from '../../dialects/ios/clock';
import { parseDir } from '../flash';
import { parseInterfaces } from '../../dialects/ios/interfaces';
import { parseInventory } from '../inventory';
import { parseSmartLicence } from '../licence';
import { parseAsaCpu, parseAsaMemory } from '../load';
import { parseLogging } from '../../dialects/ios/logging';
import { parseAsaModule } from '../modules';
import { parseFailover } from '../redundancy';

/** What every ASA is asked beside `show version`. */
const parts: readonly PlatformCommand[] = [
  {
    command: 'show inventory',
    gives: ['system'],
    parse: parseInventory,
  },
  {
    command: 'show failover',
    gives: ['chassis'],
    parse: parseFailover,
  },
  {
    command: 'show cpu usage',
    aliases: ['show cpu', 'show cpu usage detailed'],
    gives: ['cpu'],
    parse: parseAsaCpu,
    checksEnd: true,
  },
  {
    command: 'show memory',
    gives: ['memory'],
    parse: parseAsaMemory,
  },
  {
    command: 'show environment',
    gives: ['temperature', 'fan', 'power'],
    parse: parseAsaEnvironment,
  },
  {
    command: 'dir',
    aliases: ['dir disk0:', 'dir disk0:/'],
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
    command: 'show interface',
    gives: ['interface'],
    parse: parseInterfaces,
  },
  {
    command: 'show logging',
    gives: ['log'],
    parse: parseLogging,
  },
];

/** Own list of ASA. */
export const asaCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    gives: ['system', 'uptime', 'software'],
    parse: parseAsaVersion,
    checksEnd: true,
  },
  ...parts,
  {
    command: 'show running-config',
    gives: ['service'],
    parse: parseAsaRunning,
    checksEnd: true,
  },
];

const license: PlatformCommand = {
  command: 'show license',
  gives: ['licence'],
  parse: (text) =>
    /^[ \t]*(?:Smart Licensing|License Authorization:|Registration:)/m.test(text)
      ? parseSmartLicence(text)
      : parseLicenseDays(text),
};

const module: PlatformCommand = {
  command: 'show module',
  gives: ['chassis'],
  parse: parseAsaModule,
};

const licenseAll: PlatformCommand = {
  command: 'show license all',
  gives: ['licence'],
  parse: parseSmartLicence,
};

/** Understood on ASA when a user asks for them. */
export const asaAlsoKnown: readonly PlatformCommand[] = [license, licenseAll, module];

/** Own list of other makers' firewalls that speak like ASA: what both understand. */
export const compatibleCommands: readonly PlatformCommand[] = [
  {
    command: 'show version',
    gives: [],
  },
  license,
];

/** Understood on those firewalls when a user asks for them. */
export const compatibleAlsoKnown: readonly PlatformCommand[] = [...parts, licenseAll, module];

/** True for a text that an ASA prints: its version, or an answer in one of its layouts. */
export function isAsaLayout(text: string): boolean {
  return [...asaCommands, licenseAll, module].some(
    ({ parse }) => parse !== undefined && parse(text).kind === 'readings',
  );
}
