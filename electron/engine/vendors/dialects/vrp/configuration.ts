import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { answerLines } from '../../../text/answer-lines';

/** A service that a configuration switches on or off in so many words; what it does not mention is not said. */
type Switch = { readonly subject: string; readonly port: number; readonly on: RegExp; readonly off?: RegExp };

/** What one family writes into its configuration. */
type ConfigLayout = {
  /** A local account; group 1 is its name. */
  readonly accounts: readonly RegExp[];
  readonly switches: readonly Switch[];
};

function accountsOf(lines: readonly string[], patterns: readonly RegExp[]): readonly AnyReading[] {
  const found = lines.flatMap((line) => {
    for (const pattern of patterns) {
      const match = pattern.exec(line);
      // Only the name is quoted: the secret stands behind it.
      if (match?.[1] !== undefined) return [{ name: match[1], quote: match[0].trim() }];
    }
    return [];
  });
  const first = found.filter(({ name }, index) => found.findIndex((each) => each.name === name) === index);
  return first.map(({ name, quote }) => ({ kind: 'user', subject: name, values: { name }, status: null, line: quote }));
}

function service(subject: string, port: number, isOn: boolean, line: string): AnyReading {
  return { kind: 'service', subject, values: { port, enabled: isOn ? 1 : 0 }, status: null, line: line.trim() };
}

function switchesOf(lines: readonly string[], switches: readonly Switch[]): readonly AnyReading[] {
  return switches.flatMap(({ subject, port, on, off }): readonly AnyReading[] => {
    const isOn = lines.find((line) => on.test(line));
    const line = isOn ?? lines.find((each) => off?.test(each) === true);
    return line === undefined ? [] : [service(subject, port, isOn !== undefined, line)];
  });
}

const versionLine = /^\s*snmp-agent sys-info version ((?:all|v1|v2c|v3)(?: (?:v1|v2c|v3))*)$/i;

/** The versions of SNMP that are answered, where the configuration names them. */
function snmpOf(lines: readonly string[]): readonly AnyReading[] {
  const named = lines.filter((line) => versionLine.test(line));
  const [first] = named;
  if (first === undefined) return [];
  return ['v1', 'v2c'].map((version) => {
    const isNamed = new RegExp(`\\b(?:all|${version})\\b`, 'i');
    const line = named.find((each) => isNamed.test(each));
    return service(`snmp-${version}`, 161, line !== undefined, line ?? first);
  });
}

/**
 * Reads a configuration, which ends in `return`: its local accounts, and the services that are weak where it says on
 * or off. One that names none of them has nothing to judge.
 */
function configParser({ accounts, switches }: ConfigLayout): (text: string) => Parsed {
  return (text) => {
    const answer = answerLines(text);
    if (answer.kind === 'unreadable') return answer;
    const { lines } = answer;
    const name = lines.find((line) => /^\s*sysname\s+\S/i.test(line));
    const last = lines.at(-1) ?? '';
    if (name === undefined) return { kind: 'unreadable', reason: 'not-understood', line: lines[0]?.trim() ?? '' };
    if (!/^return$/i.test(last)) return { kind: 'unreadable', reason: 'cut', line: last.trim() };
    const readings = [...accountsOf(lines, accounts), ...switchesOf(lines, switches), ...snmpOf(lines)];
    return readings.length > 0 ? { kind: 'readings', readings } : { kind: 'absent', line: name.trim() };
  };
}

const onOrOff = (subject: string, port: number, server: string): Switch => ({
  subject,
  port,
  on: new RegExp(`^\\s*${server}(?: ipv[46])? server enable\\b`, 'i'),
  off: new RegExp(`^\\s*undo ${server}(?: ipv4)? server enable\\b`, 'i'),
});

/** `display current-configuration` of VRP; firewalls have their administrators in blocks of their own. */
export const parseVrpConfig = configParser({
  accounts: [/^\s*local-user (?!policy )(\S+) (?=\S)/i, /^\s*manager-user (\S+)$/i],
  switches: [
    onOrOff('telnet', 23, 'telnet'),
    onOrOff('ftp', 21, 'ftp'),
    onOrOff('http', 80, 'http'),
    {
      subject: 'ssh v1',
      port: 22,
      on: /^\s*ssh server compatible-ssh1x enable$/i,
      off: /^\s*undo ssh server compatible-ssh1x enable$/i,
    },
  ],
});

/** `display current-configuration` of Comware; users of the network are no accounts of the device. */
export const parseComwareConfig = configParser({
  accounts: [/^local-user (\S+)(?= class manage$|$)/i],
  switches: [
    onOrOff('telnet', 23, 'telnet'),
    onOrOff('ftp', 21, 'ftp'),
    { subject: 'http', port: 80, on: /^\s*ip http enable$/i, off: /^\s*undo ip http enable$/i },
  ],
});
