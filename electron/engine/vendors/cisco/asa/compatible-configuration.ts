import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed, PlatformCommand } from '../../platform';
import { accountsOf } from '../../dialects/ios/access';
import { serviceReading, weakPorts } from '../../service-readings';
import { answerOf, plainLines, unreadable } from '../../values';

const isConfig = /^(?:hostname|interface|username|access-list|snmp-server)\s+\S/;
const telnetLine = /^telnet\s+(?:\d+\.\d+\.\d+\.\d+|\S*:\S*)/;
const communityLine = /^snmp-server (?:host \S+ \S+ )?community\b/;

/** Weak services that a line turns on; of what no line names nothing is known on these makers' firewalls. */
function servicesOf(lines: readonly string[]): readonly AnyReading[] {
  const telnet = lines.find((line) => telnetLine.test(line));
  // The community's name stands behind the words quoted.
  const community = lines.map((line) => communityLine.exec(line)?.[0]).find((each) => each !== undefined);
  return [
    ...(telnet === undefined ? [] : [serviceReading('telnet', weakPorts.telnet, true, telnet)]),
    ...(community === undefined ? [] : [serviceReading('snmp-v2c', 161, true, community)]),
  ];
}

/** `show running-config` in the manner of ASA: local accounts, and weak services that are on. */
export function parseConfiguration(text: string): Parsed {
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  if (!lines.some((line) => isConfig.test(line))) return unreadable('not-understood', lines[0]);
  return answerOf([...accountsOf(lines), ...servicesOf(lines)], lines.at(-1));
}

/** Asked where the account may see it; nothing is missed where it may not. */
export const firewallConfiguration: PlatformCommand = {
  command: 'show running-config',
  gives: [],
  parse: parseConfiguration,
};
