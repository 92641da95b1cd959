import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, chassisValues, unreadable } from '../values';

const none = /^\s*(?:HA not (?:enabled|configured)|High-availability (?:is )?not (?:enabled|configured))\.?\s*$/i;
const stateLine = /^\s*State:\s*(\S+)/i;
const sections = [
  ['local', /^\s*Local Information:/i],
  ['peer', /^\s*Peer Information:/i],
  ['sync', /^\s*Configuration Synchronization:/i],
] as const;
type Section = (typeof sections)[number][0];

const part = (subject: string, status: string, line: string): AnyReading => ({
  kind: 'chassis',
  subject,
  values: chassisValues(),
  status,
  line: line.trim(),
});

/** Both ends of the pair: the state of each, and the link to the peer. */
function stateOf(section: 'local' | 'peer', lines: readonly string[]): readonly AnyReading[] {
  const name = section === 'local' ? 'Local' : 'Peer';
  const state = lines.find((line) => stateLine.test(line));
  const link = lines.find((line) => /^\s*Connection status:/i.test(line));
  const readings = state === undefined ? [] : [part(name, stateLine.exec(state)?.[1] ?? '', state)];
  if (section === 'local' || link === undefined) return readings;
  return [...readings, part('Peer connection', link.replace(/^\s*Connection status:\s*/i, ''), link)];
}

function syncOf(lines: readonly string[]): readonly AnyReading[] | undefined {
  const line = lines.find((each) => /^\s*Running Configuration:/i.test(each));
  if (line === undefined) return lines.some((each) => /^\s*Enabled:\s*no\s*$/i.test(each)) ? [] : undefined;
  const synchronised = line.replace(/^\s*Running Configuration:\s*/i, '').trim();
  const values = { runningDirectory: null, certifyStatus: null, synchronised, flashBetweenCmms: null };
  return [{ kind: 'config-state', subject: 'HA', values, status: synchronised, line: line.trim() }];
}

/** `show high-availability state` and `all` of PAN-OS; the synchronisation of the configuration ends a whole answer. */
export function parseHighAvailability(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const absent = lines.find((line) => none.test(line));
  if (absent !== undefined) return { kind: 'absent', line: absent.trim() };
  const found = new Map<Section, string[]>();
  let current: Section | undefined;
  for (const line of lines) {
    const next = sections.find(([, pattern]) => pattern.test(line))?.[0];
    if (next !== undefined) {
      current = next;
      found.set(next, []);
    } else if (current !== undefined) found.get(current)?.push(line);
  }
  const local = found.get('local');
  if (local === undefined) return unreadable('not-understood', lines[0]);
  const peer = stateOf('peer', found.get('peer') ?? []);
  const sync = syncOf(found.get('sync') ?? []);
  const own = stateOf('local', local);
  if (own.length === 0 || peer.length === 0 || sync === undefined) return unreadable('cut', lastLine(text));
  return answerOf([...own, ...peer, ...sync], lines.at(-1));
}
