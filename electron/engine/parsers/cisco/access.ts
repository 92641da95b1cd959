import type { AnyReading } from '../../../../shared/model/reading';
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

/** `show users` of IOS: who is logged in at the moment. */
export const parseUsers = withBody((lines) => {
  const start = lines.findIndex((line) => /^\s*Line\s+User\s+Host\(s\)/i.test(line));
  if (start < 0) return unreadable('not-understood', lines[0]);
  const readings: AnyReading[] = [];
  for (const line of lines.slice(start + 1)) {
    if (/^\s*Interface\s+User\b/i.test(line)) break;
    const [, terminal, name] = /^\*?\s*(\d+ [a-z]+ \d+)\s+(\S+)\s+\S/i.exec(line) ?? [];
    if (terminal === undefined || name === undefined) return unreadable('not-understood', line);
    readings.push({ kind: 'user', subject: terminal, values: { name }, status: null, line: line.trim() });
  }
  return readings.length > 0 ? { kind: 'readings', readings } : unreadable('no-row', lines.at(-1));
});
