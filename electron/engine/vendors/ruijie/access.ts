import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { accountsOf, communitiesOf, serviceReading } from '../dialects/ios/access';
import { unreadable } from '../values';

const known: Readonly<Record<string, readonly [name: string, port: number]>> = {
  'telnet-server': ['telnet', 23],
  'web-server': ['http', 80],
  'web-server(https)': ['https', 443],
  'ssh-server': ['ssh', 22],
  'snmp-agent': ['snmp-agent', 161],
};
const serviceRow = /^\s*([a-z][\w-]*(?:\([a-z]+\))?)\s*:\s*(enabled|disabled)\s*$/i;

/** `show service` of RGOS: what the switch offers, Telnet at the end. */
export function parseService(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const line of answer.lines) {
    const [, name = '', word = ''] = serviceRow.exec(line) ?? [];
    if (name === '' && readings.length > 0) return unreadable('not-understood', line);
    if (name === '') continue;
    const [subject, port] = known[name.toLowerCase()] ?? [name, null];
    readings.push(serviceReading(subject, port, /^enabled$/i.test(word), line, word));
  }
  if (readings.length === 0) return unreadable('not-understood', answer.lines[0]);
  const hasTelnet = readings.some(({ subject }) => subject === 'telnet');
  return hasTelnet ? { kind: 'readings', readings } : unreadable('cut', lastLine(text));
}

/** Accounts of the web page, which may differ from those of the command line. */
function webAccountsOf(lines: readonly string[]): readonly AnyReading[] {
  return lines.flatMap((line): AnyReading[] => {
    const [quote, name] = /^webmaster level \d+ username (\S+)/.exec(line) ?? [];
    if (quote === undefined || name === undefined) return [];
    return [{ kind: 'user', subject: `web ${name}`, values: { name }, status: null, line: quote }];
  });
}

/**
 * `show running-config` of RGOS, whole when it ends in `end`: local accounts, and SNMP by community. A community serves
 * nobody where the agent is off or takes version 3 only.
 */
export function parseRunningConfig(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const size = lines.find((line) => /^\s*Current configuration\s*:\s*\d+ bytes/i.test(line));
  if (size === undefined) return unreadable('not-understood', lines[0]);
  if (lines.at(-1)?.trim() !== 'end') return unreadable('cut', lines.at(-1));
  const has = (pattern: RegExp): string | undefined => lines.find((line) => pattern.test(line));
  const isOld = has(/^no snmp-server enable version v1$/) !== undefined;
  const off = has(/^no enable service snmp-agent$/) ?? (isOld ? has(/^no snmp-server enable version v2c$/) : undefined);
  const snmp = off === undefined ? communitiesOf(lines, size) : [serviceReading('snmp-v2c', 161, false, off)];
  return { kind: 'readings', readings: [...accountsOf(lines), ...webAccountsOf(lines), ...snmp] };
}
