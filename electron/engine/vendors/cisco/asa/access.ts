import type { AnyReading } from '../../../../../shared/model/reading';
import { accountsOf, serviceReading } from '../../dialects/ios/access';
import { unreadable, withBody } from '../../dialects/ios/answer';

/** Telnet: who may come in stands in lines of its own; the line of its time-out is always there. */
function telnetOf(lines: readonly string[]): readonly AnyReading[] {
  const allowed = lines.find((line) => /^telnet (?!timeout\b)\S+ \S/.test(line));
  const line = allowed ?? lines.find((each) => /^telnet timeout \d+$/.test(each));
  return line === undefined ? [] : [serviceReading('telnet', 23, allowed !== undefined, line)];
}

/** SNMP by community, for all hosts or for one; quoted up to the secret. */
function snmpOf(lines: readonly string[], version: string): AnyReading {
  const shared = lines.find((line) => /^snmp-server community\b/.test(line));
  const host = lines.find((line) => /^snmp-server host\b.*\scommunity\b/.test(line));
  const used = shared ?? host;
  const [quote] = /^.*?\bcommunity\b/.exec(used ?? '') ?? [];
  return serviceReading('snmp-v2c', 161, used !== undefined, quote ?? version);
}

/** `show running-config` of ASA: local accounts, Telnet, SNMP by community. It ends in `: end`. */
export const parseAsaRunning = withBody((lines) => {
  const version = lines.find((line) => /^(?:ASA|NGFW) Version \S/i.test(line));
  if (version === undefined) return unreadable('not-understood', lines[0]);
  if (lines.at(-1)?.trim() !== ': end') return unreadable('cut', lines.at(-1));
  const ssh = lines.find((line) => /^ssh version 1(?:\s|$)/.test(line));
  return {
    kind: 'readings',
    readings: [
      ...accountsOf(lines),
      ...telnetOf(lines),
      ...(ssh === undefined ? [] : [serviceReading('ssh-v1', 22, true, ssh)]),
      snmpOf(lines, version),
    ],
  };
}, /^: end$/);
