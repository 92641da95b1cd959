import type { PlatformCommand } from '../platform';
import { parseAccounts } from './accounts';
import { parseFileSystems } from '../dialects/unix/file-systems';
import { parseErrors } from './journal';
import { parseLinks } from './links';
import { parseListeners } from './listeners';
import { parseFree } from './memory';
import { parseTopCpu } from '../dialects/unix/top';
import { parseClock, parseOsRelease, parseUptime, shellLines } from './uptime';

/** Own list of Linux. */
export const linuxCommands: readonly PlatformCommand[] = [
  {
    command: 'cat /etc/os-release',
    gives: ['system'],
    parse: parseOsRelease,
  },
  {
    command: 'uptime',
    gives: ['uptime'],
    parse: parseUptime,
    checksEnd: true,
  },
  {
    command: 'top -b -n1 | head -5',
    gives: ['cpu'],
    parse: parseTopCpu,
    checksEnd: true,
  },
  {
    command: 'free -m',
    gives: ['memory'],
    parse: parseFree,
    checksEnd: true,
  },
  {
    command: 'df -P -h',
    aliases: ['df -h', 'df -Ph', 'df -hP'],
    gives: ['flash'],
    parse: (text) => parseFileSystems(shellLines(text), text, ({ device }) => /^\/dev\/(?!loop)/.test(device)),
  },
  {
    command: 'timedatectl',
    gives: ['clock'],
    parse: parseClock,
  },
  {
    command: 'systemctl --failed --no-legend',
    gives: [],
  },
  {
    command: 'ip -br addr',
    gives: [],
  },
  {
    command: 'ip -s link',
    aliases: ['ip -s link show'],
    gives: ['interface'],
    parse: parseLinks,
  },
  {
    command: 'ss -lnt',
    aliases: [
      'ss -lntp',
      'ss -tln',
      'ss -tlnp',
      'ss -ltn',
      'ss -nlt',
      'netstat -lnt',
      'netstat -lntp',
      'netstat -tlnp',
    ],
    gives: ['service'],
    parse: parseListeners,
  },
  {
    command: 'cat /etc/passwd',
    aliases: ['getent passwd'],
    gives: ['user'],
    parse: parseAccounts,
  },
  {
    // Who is in no group of the journal sees a part of it: then nothing is judged, and nothing is missed.
    command: 'journalctl -p err --since -24h --no-pager | tail -50',
    aliases: ['journalctl -p err --since -24h --no-pager', 'journalctl -p err --no-pager'],
    gives: [],
    parse: parseErrors,
  },
  { command: 'last -n 10', gives: [] },
];

/** Understood there when a user asks for them. */
export const linuxAlsoKnown: readonly PlatformCommand[] = [
  {
    command: 'top -b -n1',
    // Alone it never ends; saved answers of it read the same.
    aliases: ['top'],
    gives: ['cpu'],
    parse: parseTopCpu,
  },
  {
    command: 'chronyc tracking',
    gives: ['clock'],
    parse: parseClock,
    checksEnd: true,
  },
];
