import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { savedReading, serviceReading, weakPorts } from '../service-readings';
import { answerOf, dayEpochSeconds, unreadable } from '../values';

const row = /^\s*([A-Za-z][\w-]*(?: +[\w-]+)*?)\s*:\s+(Enabled|Disabled)\s*$/i;
const like = /^\s*(?:HTTPS?|Telnet|SSH|Ping|SNMP)\s*:/i;
const expected = ['http', 'https', 'telnet', 'ssh'];

/** `show system services` of PAN-OS: what the management port offers. */
export function parseServices(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const found = new Map<string, AnyReading>();
  for (const line of answer.lines) {
    const [, label, word] = row.exec(line) ?? [];
    if (label === undefined || word === undefined) {
      if (like.test(line)) return unreadable('not-understood', line);
      continue;
    }
    const name = label.toLowerCase();
    if (found.has(name)) return unreadable('not-understood', line);
    const port = name === 'telnet' || name === 'http' ? weakPorts[name] : null;
    found.set(name, serviceReading(name, port, /^enabled$/i.test(word), line));
  }
  if (found.size === 0) return unreadable('not-understood', answer.lines[0]);
  if (expected.some((name) => !found.has(name))) return unreadable('cut', answer.lines.at(-1));
  return answerOf([...found.values()], answer.lines.at(-1));
}

/** `check pending-changes` of PAN-OS: whether somebody changed the candidate and did not commit. */
export function parsePending(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => /^\s*(?:yes|no)\s*$/i.test(each));
  if (line === undefined) return unreadable('not-understood', answer.lines[0]);
  const isClean = /^\s*no\s*$/i.test(line);
  return answerOf([savedReading('candidate', isClean ? 'SYNCHRONIZED' : 'NOT SYNCHRONIZED', line)], line);
}

const noCertificate =
  /^\s*(?:No device certificate (?:found|is installed|installed)|Device certificate not found)\.?\s*$/i;
const stateLine = /^\s*Current device certificate status:\s*(\S+(?:\s+\S+)*)\s*$/i;
const untilLine = /^\s*Not valid after:\s*(\d{4})\/(\d\d)\/(\d\d)\b/i;

/** `show device-certificate status` of PAN-OS: the certificate by which it speaks to the maker's cloud. */
export function parseDeviceCertificate(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const none = answer.lines.find((line) => noCertificate.test(line));
  if (none !== undefined) return { kind: 'absent', line: none.trim() };
  const state = answer.lines.find((line) => stateLine.test(line));
  const until = answer.lines.find((line) => /^\s*Not valid after:/i.test(line));
  if (state === undefined) return unreadable('not-understood', answer.lines[0]);
  if (until === undefined) return unreadable('cut', answer.lines.at(-1));
  const [, year = '', month = '', day = ''] = untilLine.exec(until) ?? [];
  const at = dayEpochSeconds(year, month, day);
  if (at === undefined) return unreadable('not-understood', until);
  const word = stateLine.exec(state)?.[1] ?? '';
  const isValid = /^valid$/i.test(word);
  const values = { name: 'device certificate', daysLeft: null, permanent: 0, expiresEpochSeconds: at };
  const line = (isValid ? until : state).trim();
  return answerOf(
    [{ kind: 'licence', subject: 'device certificate', values, status: isValid ? word : 'INVALID', line }],
    line,
  );
}
