import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import type { Unreadable } from '../../text/table';
import {
  answerOf,
  isLogLine,
  plainLines,
  secondsOf,
  softwareReading,
  systemValues,
  unreadable,
  uptimeReading,
} from '../values';

// `user@host:~$ ` at the end of a saved answer; the general rule knows only `>` and `#`.
const shellPrompt = /(^|\n)[^\n]{1,100}\$ ?$/;

/** The lines of an answer of a shell. */
export function shellLines(text: string): { readonly kind: 'lines'; readonly lines: readonly string[] } | Unreadable {
  const answer = plainLines(text.replace(shellPrompt, '$1'));
  if (answer.kind === 'unreadable') return answer;
  return { kind: 'lines', lines: answer.lines.filter((line) => !isLogLine(line)) };
}

const loads = /,\s+load averages?:\s*[\d.]+(?:,\s*|\s+)[\d.]+(?:,\s*|\s+)[\d.]+\s*$/i;
const users = /,\s+\d+ users?$/i;

/** The words between `up` and the number of users; undefined for a line that does not end in the three loads. */
function upWords(line: string): string | undefined {
  const end = line.search(loads);
  if (end < 0) return undefined;
  return /\bup\s+(\S.*)$/i.exec(line.slice(0, end).replace(users, ''))?.[1];
}

/** `12 days,  2:11`, `2:11`, `35 min`, `1 day, 3 min`. */
export function upSeconds(words: string): number | undefined {
  const match = /^(?:(\d+) days?)?(?:,\s*)?(?:(\d{1,2}):(\d\d)|(\d+) mins?|(\d+) secs?)?$/i.exec(words.trim());
  if (match === null || match[0] === '') return undefined;
  return secondsOf(match[1], match[2], match[3] ?? match[4], match[5]);
}

/** `uptime` of Linux and busybox. */
export function parseUptime(text: string): Parsed {
  const answer = shellLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => upWords(each) !== undefined);
  const seconds = upSeconds(upWords(line ?? '') ?? '');
  if (line === undefined || seconds === undefined) return unreadable('not-understood', line ?? answer.lines[0]);
  return answerOf([uptimeReading(seconds, line)], line);
}

/** `cat /etc/os-release`: name and release of the distribution. */
export function parseOsRelease(text: string): Parsed {
  const answer = shellLines(text);
  if (answer.kind === 'unreadable') return answer;
  const field = (name: string) => {
    const line = answer.lines.find((each) => each.startsWith(`${name}=`));
    return line === undefined ? undefined : { line, value: line.slice(name.length + 1).replace(/^"|"$/g, '') };
  };
  const pretty = field('PRETTY_NAME');
  const release = field('VERSION_ID') ?? field('VERSION');
  const named = field('NAME');
  if (named === undefined && pretty === undefined) return unreadable('not-understood', answer.lines[0]);
  if (pretty === undefined || named === undefined) return unreadable('cut', answer.lines.at(-1));
  // Rolling distributions have no release.
  const values = systemValues({ release: release?.value ?? null, description: pretty.value });
  const readings: AnyReading[] = [{ kind: 'system', subject: '', values, status: null, line: pretty.line }];
  if (release !== undefined) readings.push(softwareReading('', named.value, release.value, release.line));
  return answerOf(readings, pretty.line);
}

const syncLine = /^\s*(?:System clock|NTP) synchronized:\s*(yes|no)\s*$/i;
const leapLine = /^\s*Leap status\s*:\s*(Normal|Not synchronised|Insert second|Delete second)\s*$/i;

const universalLine = /^\s*Universal time:\s*\w{3} (\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) UTC\s*$/i;

/** The time by `timedatectl`, epoch seconds; the other command prints none. */
function universalSeconds(lines: readonly string[]): number | null {
  const match = lines.map((line) => universalLine.exec(line)).find((each) => each !== null);
  if (match === undefined || match === null) return null;
  const [year = 0, month = 1, day, hour, minute, second] = match.slice(1, 7).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

/** `timedatectl` and `chronyc tracking`: whether the clock follows a server, and what time it shows. */
export function parseClock(text: string): Parsed {
  const answer = shellLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const line = lines.find((each) => syncLine.test(each) || leapLine.test(each));
  if (line === undefined) return unreadable('not-understood', lines[0]);
  const word = (syncLine.exec(line) ?? leapLine.exec(line))?.[1] ?? '';
  const synchronised = !/^no/i.test(word) || /^normal$/i.test(word) ? 1 : 0;
  const epochSeconds = universalSeconds(lines);
  const values = { epochSeconds, utcOffsetMinutes: epochSeconds === null ? null : 0, synchronised };
  return answerOf([{ kind: 'clock', subject: '', values, status: null, line: line.trim() }], line);
}
