import type { PlatformCommand } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { parseFileSystems } from '../dialects/unix/file-systems';
import { parseTop } from '../dialects/unix/top';
import { parseConfiguration } from './configuration';
import { parseCounters } from './counters';
import { parseEnvironmentals } from './environmentals';
import { parseHighAvailability } from './high-availability';
import { parseLicences } from './licences';
import { parseNtp } from './ntp';
import { parseDeviceCertificate, parsePending, parseServices } from './services';
import { parseSystemInfo } from './system-info';
import { parseSystemLog } from './system-log';

/** Own list of PAN-OS. */
export const panosCommands: readonly PlatformCommand[] = [
  {
    command: 'show system info',
    gives: ['system', 'uptime', 'software'],
    parse: parseSystemInfo,
  },
  {
    command: 'show system resources',
    gives: ['cpu', 'memory'],
    parse: parseTop,
  },
  {
    command: 'show system environmentals',
    gives: ['temperature'],
    parse: parseEnvironmentals,
  },
  {
    command: 'show system disk-space',
    gives: ['flash'],
    parse: (text) => parseFileSystems(answerLines(text), text, ({ device }) => /^\/dev\/(?!shm|loop)/.test(device)),
  },
  {
    command: 'show high-availability state',
    aliases: ['show high-availability all'],
    gives: ['chassis'],
    parse: parseHighAvailability,
    checksEnd: true,
  },
  {
    command: 'request license info',
    gives: ['licence'],
    parse: parseLicences,
  },
  {
    command: 'show ntp',
    gives: ['clock'],
    parse: parseNtp,
  },
  {
    command: 'show system services',
    gives: ['service'],
    parse: parseServices,
  },
  { command: 'show jobs all', gives: [] },
  {
    command: 'show interface all',
    gives: [],
  },
  {
    command: 'show session info',
    gives: [],
  },
  {
    command: 'show log system direction equal backward severity greater-than-or-equal high receive_time in last-24-hrs',
    aliases: ['show log system', 'show log system severity greater-than-or-equal high'],
    gives: ['log'],
    parse: parseSystemLog,
  },
  {
    // Not every account may see it, so nothing is missed where nothing shows.
    command: 'show config running',
    gives: [],
    parse: parseConfiguration,
  },
];

/** Understood there when a user asks for them. */
export const panosAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'check pending-changes',
    gives: ['config-state'],
    parse: parsePending,
    checksEnd: true,
  },
  {
    // PAN-OS 10 and newer.
    command: 'show device-certificate status',
    gives: ['licence'],
    parse: parseDeviceCertificate,
  },
  {
    command: 'show counter interface all',
    gives: ['interface'],
    parse: parseCounters,
  },
];
