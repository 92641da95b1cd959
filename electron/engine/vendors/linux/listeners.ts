import type { Parsed } from '../platform';
import { serviceReading, weakPorts } from '../service-readings';
import { answerOf, unreadable } from '../values';
import { shellLines } from './uptime';

const headings = [
  // `ss`, then `netstat`.
  /^\s*(?:Netid\s+)?State\s+Recv-Q\s+Send-Q\s+Local Address:Port\s+Peer Address:Port(?:\s*Process)?\s*$/i,
  /^\s*Proto\s+Recv-Q\s+Send-Q\s+Local Address\s+Foreign Address\s+State(?:\s+PID\/Program name)?\s*$/i,
];
const title = /^\s*Active Internet connections\b/i;
const rows = [
  /^\s*(?:tcp\s+)?LISTEN\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+:\*(?:\s|$)/,
  /^\s*tcp6?\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+:\*\s+LISTEN(?:\s|$)/,
];
const isLocal = /^(?:127\.\d+\.\d+\.\d+(?:%\S+)?|\[?::1\]?)$/;
// A web server is what many servers are for; what is weak here is what logs in without a cipher.
const weak = { telnet: weakPorts.telnet, ftp: weakPorts.ftp, rlogin: 513, rsh: 514 } as const;
const weakNames = ['telnet', 'ftp', 'rlogin', 'rsh'] as const;

/** `ss -lnt` and `netstat -lnt`: whether a service of the clear-text kind listens for others than the box itself. */
export function parseListeners(text: string): Parsed {
  const answer = shellLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const start = lines.findIndex((line) => headings.some((heading) => heading.test(line)));
  const first = lines[start];
  if (first === undefined) return unreadable('not-understood', lines[0]);
  const open: { readonly port: number; readonly line: string }[] = [];
  for (const line of lines.slice(start + 1)) {
    const [, address, port] = rows.map((row) => row.exec(line)).find((match) => match !== null) ?? [];
    if (address === undefined || port === undefined) {
      if (title.test(line)) continue;
      return unreadable(line === lines.at(-1) ? 'cut' : 'not-understood', line);
    }
    if (!isLocal.test(address)) open.push({ port: Number(port), line });
  }
  // Who logs in came through a listener: an answer without one is no whole answer.
  const [shown] = open;
  if (shown === undefined) return unreadable('no-row', first);
  const readings = weakNames.map((name) => {
    const found = open.find(({ port }) => port === weak[name]);
    return serviceReading(name, weak[name], found !== undefined, (found ?? shown).line);
  });
  return answerOf(readings, first);
}
