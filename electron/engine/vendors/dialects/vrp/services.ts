import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { answerLines } from '../../../text/answer-lines';
import { lastLine, readField, type Field } from '../../../text/table';

function service(
  subject: string,
  port: number | null,
  isOn: boolean,
  field: Pick<Field, 'line'>,
  status: string,
): AnyReading {
  return { kind: 'service', subject, values: { port, enabled: isOn ? 1 : 0 }, status, line: field.line };
}

const notUnderstood = (line: string): Parsed => ({ kind: 'unreadable', reason: 'not-understood', line: line.trim() });

/** Reads the `label : value` lines of an answer. */
function withFields(read: (fields: readonly Field[], text: string) => Parsed): (text: string) => Parsed {
  return (text) => {
    const answer = answerLines(text);
    if (answer.kind === 'unreadable') return answer;
    return read(
      answer.lines.flatMap((line) => readField(line, ':') ?? []),
      text,
    );
  };
}

const named = (fields: readonly Field[], label: RegExp): Field | undefined =>
  fields.find((each) => label.test(each.label));
const portOf = (field: Field | undefined): number | null => {
  const port = /^(\d{1,5})\b/.exec(field?.value ?? '')?.[1];
  return port === undefined ? null : Number(port);
};

/** `display telnet server status` of VRP: on when either of its two servers is. */
export const parseTelnetServer = withFields((fields, text) => {
  const servers = fields.filter(({ label }) => /^TELNET(?: IPv[46])? server$/i.test(label));
  const port = named(fields, /^TELNET server port$/i);
  const strange = servers.find(({ value }) => !/^(?:Enable|Disable)d?$/i.test(value));
  if (strange !== undefined) return notUnderstood(strange.line);
  const [first] = servers;
  if (first === undefined || port === undefined) {
    return { kind: 'unreadable', reason: first === undefined ? 'not-understood' : 'cut', line: lastLine(text) };
  }
  const field = servers.find(({ value }) => /^Enabled?$/i.test(value)) ?? first;
  return {
    kind: 'readings',
    readings: [service('telnet', portOf(port), /^Enabled?$/i.test(field.value), field, field.value)],
  };
});

/** `display http server` of VRP: the web server, and its encrypted brother where it has one. */
export const parseVrpHttpServer = withFields((fields, text) => {
  const web = named(fields, /^HTTP Server Status$/i);
  const secure = named(fields, /^HTTP Secure-server Status$/i);
  const strange = [web, secure].find((field) => field !== undefined && !/^(?:enabled|disabled)$/i.test(field.value));
  if (strange !== undefined) return notUnderstood(strange.line);
  if (web === undefined) return notUnderstood(lastLine(text));
  const isOn = (field: Field): boolean => /^enabled$/i.test(field.value);
  const readings = [service('http', portOf(named(fields, /^HTTP Server Port$/i)), isOn(web), web, web.value)];
  if (secure !== undefined) {
    const port = portOf(named(fields, /^HTTP Secure-server Port$/i));
    readings.push(service('https', port, isOn(secure), secure, secure.value));
  }
  return { kind: 'readings', readings };
});

/** `display ip http` of Comware. */
export const parseComwareHttp = withFields((fields, text) => {
  const status = named(fields, /^Operation status$/i);
  if (status === undefined) {
    const isBegun = named(fields, /^HTTP port$/i) !== undefined;
    return { kind: 'unreadable', reason: isBegun ? 'cut' : 'not-understood', line: lastLine(text) };
  }
  if (!/^(?:Running|Stopped)$/i.test(status.value)) return notUnderstood(status.line);
  const port = portOf(named(fields, /^HTTP port$/i));
  return {
    kind: 'readings',
    readings: [service('http', port, /^Running$/i.test(status.value), status, status.value)],
  };
});

/** `display ssh server status` of Huawei and H3C: whether the old first version is taken too. */
export const parseSshServer = withFields((fields, text) => {
  const version = named(fields, /^SSH version$/i);
  const compatible = named(fields, /^SSH version 1\.x compatibility$/i);
  if (version === undefined) return notUnderstood(lastLine(text));
  if (!/^[12]\.\d+$/.test(version.value)) return notUnderstood(version.line);
  if (compatible !== undefined && !/^(?:Enable|Disable)d?$/i.test(compatible.value)) {
    return notUnderstood(compatible.line);
  }
  const field = compatible !== undefined && version.value.startsWith('2') ? compatible : version;
  const isOn = /^(?:1\.\d+|Enabled?)$/i.test(field.value);
  return { kind: 'readings', readings: [service('ssh v1', 22, isOn, field, field.value)] };
});

const ftpOn = /^\s*(?:Info:\s*)?(?:The )?FTP server is running\.?$/i;
const ftpOff =
  /^\s*(?:Info:\s*)?(?:The )?FTP(?: server)? is (?:already disabled|disabled|not configured|not enabled|stopped|not running)\.?$/i;

/** Newer releases print the state of either server as a field. */
function ftpByState(lines: readonly string[]): Parsed | undefined {
  const states = lines
    .flatMap((line) => readField(line, ':') ?? [])
    .filter(({ label }) => /^(?:IPv6 )?Server state$/i.test(label));
  const [first] = states;
  if (first === undefined) return undefined;
  const strange = states.find(({ value }) => !/^(?:Enable|Disable)d?$/i.test(value));
  if (strange !== undefined) return notUnderstood(strange.line);
  const field = states.find(({ value }) => /^Enabled?$/i.test(value)) ?? first;
  return { kind: 'readings', readings: [service('ftp', 21, /^Enabled?$/i.test(field.value), field, field.value)] };
}

/** `display ftp-server` of Huawei and H3C: a sentence, and its settings where it runs; or fields. */
export function parseFtpServer(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const byState = ftpByState(answer.lines);
  if (byState !== undefined) return byState;
  const line = answer.lines.find((each) => ftpOn.test(each) || ftpOff.test(each));
  if (line === undefined) return notUnderstood(lastLine(text));
  return { kind: 'readings', readings: [service('ftp', 21, ftpOn.test(line), { line: line.trim() }, line.trim())] };
}

/** `display snmp-agent sys-info version` of Huawei and H3C: the versions that are answered stand in its last line. */
export function parseSnmpVersion(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const head = answer.lines.findIndex((line) => /^\s*SNMP version running in the system\s*:/i.test(line));
  if (head < 0) return notUnderstood(answer.lines[0] ?? '');
  const rest = answer.lines.slice(head).join(' ').split(':').slice(1).join(':').trim();
  const last = answer.lines.at(-1)?.trim() ?? '';
  if (rest === '') return { kind: 'unreadable', reason: 'cut', line: last };
  if (!/^SNMPv(?:1|2c|3)(?:[\s,]+SNMPv(?:1|2c|3))*$/i.test(rest)) return notUnderstood(last);
  const words = rest.toLowerCase().split(/[\s,]+/);
  return {
    kind: 'readings',
    readings: ['v1', 'v2c'].map((version) => {
      return service(`snmp-${version}`, 161, words.includes(`snmp${version}`), { line: last }, rest);
    }),
  };
}
