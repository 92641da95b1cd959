import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { serviceReading, userReading, weakPorts } from '../service-readings';
import { answerOf, plainLines, unreadable } from '../values';
import { configLeaves, type ConfigLeaf } from './config-tree';

/** The name of the element that follows these elements, when the leaf is that element itself. */
function nameBelow({ path, value }: ConfigLeaf, ...parents: readonly string[]): string | undefined {
  const at = path.length - 1 - parents.length;
  const isBelow = value === null && at >= 0 && parents.every((parent, index) => path[at + index] === parent);
  return isBelow ? path.at(-1) : undefined;
}

function accountsOf(leaves: readonly ConfigLeaf[]): readonly AnyReading[] {
  return leaves.flatMap((leaf) => {
    const name = nameBelow(leaf, 'mgt-config', 'users');
    return name === undefined ? [] : [userReading(name, leaf.quote)];
  });
}

/** Profiles by which an interface lets administrators in; one that is not used counts too. */
function servicesOf(leaves: readonly ConfigLeaf[]): readonly AnyReading[] {
  return (['telnet', 'http'] as const).flatMap((name): readonly AnyReading[] => {
    const own = leaves.filter(
      ({ path, value }) =>
        path.at(-3) === 'interface-management-profile' && path.at(-1) === name && (value === 'yes' || value === 'no'),
    );
    const line = own.find(({ value }) => value === 'yes') ?? own[0];
    return line === undefined ? [] : [serviceReading(name, weakPorts[name], line.value === 'yes', line.quote)];
  });
}

function certificatesOf(leaves: readonly ConfigLeaf[]): readonly AnyReading[] {
  return leaves.flatMap(({ path, value, quote }): readonly AnyReading[] => {
    const name = path.at(-2);
    const isExpiry = path.at(-1) === 'expiry-epoch' && path.at(-3) === 'certificate';
    if (!isExpiry || name === undefined || value === null || !/^\d{9,11}$/.test(value)) return [];
    const values = { name, daysLeft: null, permanent: 0, expiresEpochSeconds: Number(value) };
    return [{ kind: 'licence', subject: `certificate ${name}`, values, status: null, line: quote }];
  });
}

/** `show config running` of PAN-OS: administrators, profiles that let telnet or HTTP in, ends of certificates. */
export function parseConfiguration(text: string): Parsed {
  const answer = plainLines(text);
  if (answer.kind === 'unreadable') return answer;
  const leaves = configLeaves(answer.lines);
  if (leaves === undefined) {
    const isConfig = answer.lines.some((line) => /[{<]/.test(line));
    return unreadable(isConfig ? 'cut' : 'not-understood', answer.lines[isConfig ? answer.lines.length - 1 : 0]);
  }
  return answerOf([...accountsOf(leaves), ...servicesOf(leaves), ...certificatesOf(leaves)], answer.lines.at(-1));
}
