import type { AnyReading } from '../../../../../shared/model/reading';
import { readTable } from '../../../text/table';
import type { Parsed } from '../../platform';
import { accountsOf, communitiesOf, serviceReading } from '../../dialects/ios/access';
import { unreadable, withBody } from '../../dialects/ios/answer';

/** The features that are services, by the names that the releases give them. */
const services: Readonly<Record<string, readonly [name: string, port: number]>> = {
  telnet: ['telnet', 23],
  telnetserver: ['telnet', 23],
  'http-server': ['http', 80],
  sshserver: ['ssh', 22],
  ssh: ['ssh', 22],
};

type Feature = { readonly name: string; readonly isOn: boolean };

/** `telnetServer  1  disabled`; a feature with several instances has as many rows. */
function featureOf(line: string): Feature | undefined {
  const [, name, state] = /^\s*(\S+)\s+\d+\s+(enabled|disabled)(?:\s*\([\w -]+\))?$/i.exec(line) ?? [];
  return name === undefined || state === undefined ? undefined : { name, isOn: /^enabled$/i.test(state) };
}

/** `show feature` of NX-OS: whether Telnet is on. Without its row the answer was cut. */
export function parseFeature(text: string): Parsed {
  const table = readTable(text, { heading: /^\s*Feature Name\s+Instance\s+State$/i, row: featureOf });
  if (table.kind === 'unreadable') return table;
  const readings = table.rows.flatMap(({ value: { name, isOn }, line }): AnyReading[] => {
    const [subject, port] = services[name.toLowerCase()] ?? [];
    return subject === undefined || port === undefined ? [] : [serviceReading(subject, port, isOn, line)];
  });
  const hasTelnet = readings.some(({ subject }) => subject === 'telnet');
  return hasTelnet ? { kind: 'readings', readings } : unreadable('cut', table.rows.at(-1)?.line);
}

/** `show user-account` of NX-OS: a name, then lines of what the account may do. */
export const parseUserAccount = withBody((lines) => {
  const readings: AnyReading[] = [];
  let hasRoles = true;
  for (const line of lines) {
    const name = /^\s*user:(\S+)$/i.exec(line)?.[1];
    if (/^\s*roles:\s*\S/i.test(line)) hasRoles = true;
    if (name === undefined) continue;
    if (!hasRoles) return unreadable('not-understood', line);
    readings.push({ kind: 'user', subject: name, values: { name }, status: null, line: line.trim() });
    hasRoles = false;
  }
  if (readings.length === 0) return unreadable('not-understood', lines[0]);
  return hasRoles ? { kind: 'readings', readings } : unreadable('cut', lines.at(-1));
});

/**
 * `show running-config` of NX-OS: local accounts and SNMP by community. It has no last line of its own; the lines of the
 * terminals stand behind all of these, so without them nothing is said.
 */
export const parseNxosRunning = withBody((lines) => {
  const start = lines.find((line) => /^!Command: show running-config$/i.test(line));
  if (start === undefined || !lines.some((line) => /^version \S/i.test(line))) {
    return unreadable('not-understood', lines[0]);
  }
  if (!lines.some((line) => /^line (?:console|vty)$/i.test(line))) return unreadable('cut', lines.at(-1));
  return { kind: 'readings', readings: [...accountsOf(lines), ...communitiesOf(lines, start)] };
});
