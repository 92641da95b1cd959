import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { serviceReading, userReading, weakPorts } from '../service-readings';
import { answerOf, plainLines, unreadable } from '../values';

const userLine = /^admin user ("[^"]+"|\S+)/;
const interfaceLine = /^interface (\S+)$/;
const manageLine = /^\s*manage (\S+)$/;
const communityLine = /^snmp-server community\b/;

function usersOf(lines: readonly string[]): readonly AnyReading[] {
  const quotes = new Set(lines.flatMap((line) => userLine.exec(line)?.[0] ?? []));
  return [...quotes].map((quote) => userReading((userLine.exec(quote)?.[1] ?? '').replaceAll('"', ''), quote));
}

/** Whether an interface lets administrators in; what none of them lists is off. */
function servicesOf(lines: readonly string[]): readonly AnyReading[] {
  const first = lines.find((line) => interfaceLine.test(line));
  if (first === undefined) return [];
  const grants = lines.filter((line) => manageLine.test(line));
  const own = (['telnet', 'http'] as const).map((name) => {
    const line = grants.find((each) => manageLine.exec(each)?.[1] === name);
    return serviceReading(name, weakPorts[name], line !== undefined, line ?? grants[0] ?? first);
  });
  // Only the keyword is quoted: the community's name stands behind it.
  const community = lines.map((line) => communityLine.exec(line)?.[0]).find((each) => each !== undefined);
  return community === undefined ? own : [...own, serviceReading('snmp-v2c', 161, true, community)];
}

/** `show configuration running` of StoneOS: local administrators, and what the interfaces let in. */
export function parseConfiguration(text: string): Parsed {
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const isConfig = lines.some((line) => userLine.test(line) || interfaceLine.test(line));
  if (!isConfig) return unreadable('not-understood', lines[0]);
  return answerOf([...usersOf(lines), ...servicesOf(lines)], lines.at(-1));
}
