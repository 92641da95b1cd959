import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';

const roleLine = /^\s*Role\s*:\s*([a-z-]+)\s*,\s*peer\s*:\s*([a-z-]+)(?:\s*\((should be .+)\))?$/i;
const coreLine = /^\s*Core state\s*:\s*([a-z-]+)(?:\([^)]*\))?\s*,\s*peer\s*:\s*([a-z-]+)(?:\([^)]*\))?$/i;
const off = /^(?:(?!\bHRP\b).)*\bHRP\b.*\b(?:not (?:enabled|configured)|disabled)\b/i;

const member = (subject: string, status: string, role: string | null, line: string): AnyReading => ({
  kind: 'chassis',
  subject,
  values: { model: null, serial: null, partNumber: null, adminStatus: null, role, resets: null },
  status,
  line: line.trim(),
});

/** `display hrp state` of a firewall pair: both roles, whether they are the planned ones, and how the pair is. */
export function parseHrp(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const none = lines.find((line) => off.test(line));
  if (none !== undefined) return { kind: 'absent', line: none.trim() };
  const roles = lines.find((line) => /^\s*Role\s*:/i.test(line));
  const core = lines.find((line) => /^\s*Core state\s*:/i.test(line));
  const [, own = '', peer = '', planned] = roleLine.exec(roles ?? '') ?? [];
  const [, state = '', peerState = ''] = coreLine.exec(core ?? '') ?? [];
  if (roles === undefined || own === '' || (core !== undefined && state === '')) {
    const strange = roles === undefined || own !== '' ? (core ?? lines[0] ?? '') : roles;
    return { kind: 'unreadable', reason: 'not-understood', line: strange.trim() };
  }
  const readings = [member('HRP', own, own, roles), member('HRP peer', peer, peer, roles)];
  if (planned !== undefined) readings.push(member('HRP role', planned, own, roles));
  if (core !== undefined)
    readings.push(member('HRP core state', state, own, core), member('HRP peer core state', peerState, peer, core));
  return { kind: 'readings', readings };
}
