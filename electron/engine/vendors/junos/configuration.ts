import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { cleanText } from '../../text/table';
import { serviceReading, userReading, weakPorts } from '../service-readings';
import { answerOf, plainLines, unreadable } from '../values';

const statement = /^(set|activate|deactivate|protect) \S/;
// What stands in a group counts wherever the group is applied, and it is made to be applied.
const within = String.raw`^set (?:groups (?:"[^"]+"|\S+) )?`;
const inSystem = (path: string): RegExp => new RegExp(`${within}system ${path}`);
const services = {
  telnet: inSystem(String.raw`services telnet\b`),
  ftp: inSystem(String.raw`services ftp\b`),
  http: inSystem(String.raw`services web-management http(?:\s|$)`),
  finger: inSystem(String.raw`services finger\b`),
  rlogin: inSystem(String.raw`services rlogin\b`),
} as const;
const serviceNames = ['telnet', 'ftp', 'http', 'finger', 'rlogin'] as const;
const portOf = (name: (typeof serviceNames)[number]): number | null =>
  name === 'finger' ? 79 : name === 'rlogin' ? 513 : weakPorts[name];
const anyService = inSystem(String.raw`services \S`);
const userLine = inSystem(String.raw`login user ("[^"]+"|\S+)`);
const communityLine = new RegExp(String.raw`${within}snmp community\b`);
const snmpLine = new RegExp(String.raw`${within}snmp \S`);

/** True when a statement, or one above it, is switched off by a `deactivate` of its own. */
function isOff(line: string, lines: readonly string[]): boolean {
  return lines.some((each) => {
    const path = /^deactivate (\S.*)$/.exec(each)?.[1]?.trim();
    return path !== undefined && `${line} `.startsWith(`set ${path} `);
  });
}

/** Weak services. That one is off is told only where others show: an account may not be let to see them. */
function servicesOf(lines: readonly string[]): readonly AnyReading[] {
  const shown = lines.find((line) => anyService.test(line));
  const own = serviceNames.flatMap((name): readonly AnyReading[] => {
    const line = lines.find((each) => services[name].test(each) && !isOff(each, lines));
    if (line === undefined && shown === undefined) return [];
    return [serviceReading(name, portOf(name), line !== undefined, line ?? shown ?? '')];
  });
  const snmp = lines.find((line) => snmpLine.test(line));
  const community = lines.find((line) => communityLine.test(line) && !isOff(line, lines));
  // The community's name is all that an asker needs, so it is not quoted.
  const quote = communityLine.exec(community ?? snmp ?? '')?.[0] ?? snmp?.replace(/(\ssnmp)\s.*$/, '$1') ?? '';
  return snmp === undefined ? own : [...own, serviceReading('snmp-v2c', 161, community !== undefined, quote)];
}

function usersOf(lines: readonly string[]): readonly AnyReading[] {
  const quotes = new Map<string, string>();
  for (const [quote, name = ''] of lines.flatMap((line) => [userLine.exec(line) ?? []])) {
    const bare = name.replaceAll('"', '');
    if (quote !== undefined && !quotes.has(bare)) quotes.set(bare, quote);
  }
  return [...quotes].map(([name, quote]) => userReading(name, quote));
}

function parser(read: (lines: readonly string[]) => readonly AnyReading[]): (text: string) => Parsed {
  return (text) => {
    const { lines: all, endsInLineEnd } = cleanText(text);
    const last = all.at(-1) ?? '';
    // Descriptions hold `>` and `#`, by which a line that stopped there looks like a prompt.
    if (!endsInLineEnd && statement.test(last)) return unreadable('cut', last);
    const answer = plainLines(text);
    if (answer.kind === 'unreadable') return answer;
    const lines = answer.lines.map((line) => line.trim()).filter((line) => statement.test(line));
    if (lines.length === 0) return unreadable('not-understood', answer.lines[0]);
    return answerOf(read(lines), lines.at(-1));
  };
}

/** The configuration of Junos as `set` lines: weak services and local accounts. */
export const parseConfiguration = parser((lines) => [...servicesOf(lines), ...usersOf(lines)]);

/** Its services alone. */
export const parseServices = parser(servicesOf);

/** Its accounts alone. */
export const parseUsers = parser(usersOf);
