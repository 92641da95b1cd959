import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { cleanText } from '../../text/table';
import { userReading } from '../service-readings';
import { answerOf, unreadable } from '../values';
import { shellLines } from './uptime';

const entry = /^([a-z_][\w.-]*\$?):[^:]*:(\d+):(\d+):[^:]*:[^:]*:([^:]*)$/i;
/** Entries of a directory service that stand in for others. */
const compat = /^[+-][^:]*:/;
/** `ops:$6$` looks like a prompt, and is the secret of an old system that stopped half way. */
const openSecret = /^[\w.-]+:\$\S*$/;
const closedShell = /\/(?:nologin|false|sync|shutdown|halt)$/;

/** `cat /etc/passwd`: accounts that may log in. Behind the name old systems keep a secret, so only the name is quoted. */
export function parseAccounts(text: string): Parsed {
  const { lines, endsInLineEnd } = cleanText(text);
  const end = lines.at(-1) ?? '';
  if (!endsInLineEnd && openSecret.test(end)) return unreadable('cut', end.replace(/:.*/s, ':'));
  const answer = shellLines(text);
  if (answer.kind === 'unreadable') return answer;
  const start = answer.lines.findIndex((line) => entry.test(line));
  if (start < 0) return unreadable('not-understood', answer.lines[0]);
  const readings: AnyReading[] = [];
  for (const line of answer.lines.slice(start)) {
    const [, name, , , shell] = entry.exec(line) ?? [];
    if (name === undefined || shell === undefined) {
      if (compat.test(line)) continue;
      return unreadable(line === answer.lines.at(-1) ? 'cut' : 'not-understood', line);
    }
    if (!closedShell.test(shell)) readings.push(userReading(name, `${name}:`));
  }
  return answerOf(readings, answer.lines.at(-1));
}
