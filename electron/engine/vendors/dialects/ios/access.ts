import type { AnyReading } from '../../../../../shared/model/reading';
import { unreadable, withBody } from './answer';

/** `show ip http server status` of IOS: the web server and its encrypted brother. */
export const parseHttpServer = withBody((lines) => {
  const readings = lines.flatMap((line): AnyReading[] => {
    const [, name, word] = /^\s*(HTTP(?: secure)? server) status:\s*(Enabled|Disabled)$/i.exec(line) ?? [];
    if (name === undefined || word === undefined) return [];
    const label = new RegExp(`^\\s*${name} port:\\s*(\\d+)`, 'i');
    const port = lines.map((each) => label.exec(each)?.[1]).find((each) => each !== undefined);
    const values = { port: port === undefined ? null : Number(port), enabled: /^enabled$/i.test(word) ? 1 : 0 };
    return [
      { kind: 'service', subject: /secure/i.test(name) ? 'https' : 'http', values, status: word, line: line.trim() },
    ];
  });
  return readings.length > 0 ? { kind: 'readings', readings } : unreadable('not-understood', lines[0]);
});

/** Local accounts of a running configuration; only the name is quoted, the secret stands behind it. */
export function accountsOf(lines: readonly string[]): readonly AnyReading[] {
  const named = lines.flatMap((line) => {
    const [quote, name] = /^username (\S+)/.exec(line) ?? [];
    return quote === undefined || name === undefined ? [] : [{ name, quote }];
  });
  const first = named.filter(({ name }, index) => named.findIndex((each) => each.name === name) === index);
  return first.map(({ name, quote }) => ({ kind: 'user', subject: name, values: { name }, status: null, line: quote }));
}

/** One service of a device; `quote` holds no secret. */
export function serviceReading(
  subject: string,
  port: number | null,
  isOn: boolean,
  quote: string,
  status: string | null = null,
): AnyReading {
  return { kind: 'service', subject, values: { port, enabled: isOn ? 1 : 0 }, status, line: quote.trim() };
}

const community = /^(snmp-server community) (\S+)/;

/**
 * SNMP by community in a whole running configuration: one reading for all communities, quoted up to the first, and one
 * for each that every attacker tries first. Without any, `whole` is quoted: a line that proves the configuration.
 */
export function communitiesOf(lines: readonly string[], whole: string): readonly AnyReading[] {
  const found = lines.flatMap((line) => {
    const [, quote, name] = community.exec(line) ?? [];
    return quote === undefined || name === undefined ? [] : [{ quote, name: name.replaceAll('"', '').toLowerCase() }];
  });
  const [first] = found;
  if (first === undefined) return [serviceReading('snmp-v2c', 161, false, whole)];
  const known = ['public', 'private'].filter((name) => found.some((each) => each.name === name));
  return [
    serviceReading('snmp-v2c', 161, true, first.quote),
    ...known.map((name) => serviceReading(`snmp-v2c ${name}`, 161, true, first.quote)),
  ];
}

/** Services that a line turns on and that are off without it. */
const byLine: readonly (readonly [line: RegExp, name: string, port: number])[] = [
  [/^ip ssh version 1$/, 'ssh-v1', 22],
  [/^tftp-server \S/, 'tftp', 69],
  [/^ftp-server enable$/, 'ftp', 21],
  [/^(?:ip|service) finger\b/, 'finger', 79],
];

/** What the virtual terminals let in; consoles and modems have lines of the same kind. */
function terminalInputs(lines: readonly string[]): readonly string[] {
  let isVirtual = false;
  return lines.filter((line) => {
    // Lines of a configuration begin in lower case: a message between them ends nothing.
    if (/^[a-z!]/.test(line)) isVirtual = /^line vty\b/.test(line);
    return isVirtual && /^\s+transport input\s/.test(line);
  });
}

/** Telnet, the web server, SNMP by community and old services of a running configuration of IOS. */
export function servicesOf(lines: readonly string[], whole: string): readonly AnyReading[] {
  const inputs = terminalInputs(lines);
  const telnet = inputs.find((line) => /\s(?:telnet|all)\b/.test(line)) ?? inputs[0];
  const web = lines.find((line) => /^(?:no )?ip http server$/.test(line.trim()));
  const others = byLine.flatMap(([pattern, name, port]) => {
    const line = lines.find((each) => pattern.test(each));
    return line === undefined ? [] : [serviceReading(name, port, true, line)];
  });
  return [
    ...(telnet === undefined ? [] : [serviceReading('telnet', 23, /\s(?:telnet|all)\b/.test(telnet), telnet)]),
    ...(web === undefined ? [] : [serviceReading('http', 80, !/^\s*no\b/.test(web), web)]),
    ...others,
    ...communitiesOf(lines, whole),
  ];
}
