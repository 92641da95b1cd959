import type { Parsed } from '../../platforms/platform';
import { answerLines, durationSeconds } from '../../text/answer-lines';
import { cleanText } from '../../text/table';

// `VRP (R) software, Version 5.170 (S7700 V200R010C00SPC600)`; the bracket names product and release.
const versionLine = /\bVRP \(R\) software, Version (\d+)\.(\d+) \(([^)]*?)\s*(V\d\S*)?\)/i;
const uptimeLine = /^\s*(?:Huawei|Quidway)?\s*(\S.*?)\s+uptime is\s+(\d.*?)\s*\.?$/i;
const kindOfDevice = /\s+(?:Terabit\s+)?(?:Routing Switch|Router|Switch|Firewall)$/i;
const boardLine = /^\s*\S+\s*(?:\d+\s*)?(?:\((?:Master|Slave)\)\s*\d*\s*)?\s*:\s*uptime is/i;

/** Which member of the family an answer to `display version` shows. */
export type VrpMember = 'vrp5' | 'vrp8' | 'usg';

/** The member by the product in brackets and the number of the platform software; undefined for other makers. */
export function memberOfVersion(answer: string): VrpMember | undefined {
  const lines = cleanText(answer).lines;
  const match = lines.map((line) => versionLine.exec(line)).find((each) => each !== null);
  if (match === undefined || match === null) return undefined;
  if (/^(?:USG|Eudemon|NIP|AntiDDoS|IPS|ASG)\S*/i.test(match[3] ?? '')) return 'usg';
  return Number(match[1]) >= 8 ? 'vrp8' : 'vrp5';
}

/** `display version`: model, release, uptime. */
export function parseVersion(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const version = lines.find((line) => versionLine.test(line));
  if (version === undefined) return { kind: 'unreadable', reason: 'not-understood', line: lines[0]?.trim() ?? '' };
  const uptime = lines.find((line) => uptimeLine.test(line) && !boardLine.test(line));
  if (uptime === undefined) return { kind: 'unreadable', reason: 'cut', line: lines.at(-1)?.trim() ?? '' };
  const seconds = durationSeconds(uptimeLine.exec(uptime)?.[2] ?? '');
  if (seconds === undefined) return { kind: 'unreadable', reason: 'not-understood', line: uptime.trim() };
  const found = versionLine.exec(version);
  const release = found?.[4] ?? null;
  const model = (uptimeLine.exec(uptime)?.[1] ?? '').replace(kindOfDevice, '').trim();
  const line = version.trim();
  const unsaid = { name: null, contact: null, location: null };
  return {
    kind: 'readings',
    readings: [
      {
        kind: 'system',
        subject: '',
        values: { ...unsaid, model: model === '' ? null : model, release, description: line },
        status: null,
        line,
      },
      { kind: 'uptime', subject: '', values: { seconds }, status: null, line: uptime.trim() },
      {
        kind: 'software',
        subject: 'VRP',
        values: { package: `VRP ${found?.[1]}.${found?.[2]}`, release, sizeBytes: null, directory: null },
        status: null,
        line,
      },
    ],
  };
}
