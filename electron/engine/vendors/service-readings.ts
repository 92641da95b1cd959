import type { AnyReading, ReadingOf } from '../../../shared/model/reading';

/** Where the well-known weak services listen. */
export const weakPorts = { ftp: 21, telnet: 23, tftp: 69, http: 80 } as const;

/** Whether a service is on, with the line that says so. */
export function serviceReading(
  subject: string,
  port: number | null,
  isOn: boolean,
  line: string,
): ReadingOf<'service'> {
  return { kind: 'service', subject, values: { port, enabled: isOn ? 1 : 0 }, status: null, line: line.trim() };
}

/** A local account; only its name is quoted, since secrets stand behind it. */
export function userReading(name: string, quote: string): AnyReading {
  return { kind: 'user', subject: name, values: { name }, status: null, line: quote.trim() };
}

/** Whether what runs is what would start. */
export function savedReading(subject: string, word: string, line: string): AnyReading {
  const values = { runningDirectory: null, certifyStatus: null, synchronised: word, flashBetweenCmms: null };
  return { kind: 'config-state', subject, values, status: null, line: line.trim() };
}
