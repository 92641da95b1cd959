import type { Parsed } from '../platform';
import { answerLines, durationSeconds } from '../../text/answer-lines';
import { cleanText } from '../../text/table';

// `VRP (R) software, Version 5.170 (S7700 V200R010C00SPC600)`; the bracket names product and release.
const versionLine =
  /\bVRP \(R\) software, Version (\d+)\.(\d+) \((?:((?!V\d)[^)\s]+(?:\s+(?!V\d)[^)\s]+)*)\s*)?(V\d[^\s)]*)?\)/i;
// From 2022 on: `Huawei YunShan OS`, then `Version 1.25.0.1 (S5755 V600R025C00SPC500)`.
const yunshanTitle = /^\s*Huawei YunShan OS\b/i;
const yunshanLine = /^\s*Version (\d+)((?:\.\d+)+) \((?:((?!V\d)[^)\s]+(?:\s+(?!V\d)[^)\s]+)*)\s*)?(V\d[^\s)]*)?\)$/i;
const uptimeLine = /^\s*(?:(?:Huawei|Quidway)\s*)?(\S+(?:\s+\S+)*?)\s+uptime is\s+(\d(?:.*[^\s.])?)\s*\.?$/i;
const kindOfDevice = /(?<!\s)\s+(?:Terabit\s+)?(?:Routing Switch|Router|Switch|Firewall)$/i;
const boardLine = /^\s*[^\s:()]+\s*(?:\b\d+\s*)?(?:\((?:Master|Slave)\)\s*(?:\d+\s*)?)?:\s*uptime is/i;

/** Which member of the family an answer to `display version` shows. */
export type VrpMember = 'vrp5' | 'vrp8' | 'yunshan' | 'usg';

/** The member by the product in brackets and the number of the platform software; undefined for other makers. */
export function memberOfVersion(answer: string): VrpMember | undefined {
  const lines = cleanText(answer).lines;
  if (lines.some((line) => yunshanTitle.test(line)) && lines.some((line) => yunshanLine.test(line))) return 'yunshan';
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
  const isYunshan = lines.some((line) => yunshanTitle.test(line));
  const pattern = isYunshan ? yunshanLine : versionLine;
  const version = lines.find((line) => pattern.test(line));
  if (version === undefined) return { kind: 'unreadable', reason: 'not-understood', line: lines[0]?.trim() ?? '' };
  const uptime = lines.find((line) => uptimeLine.test(line) && !boardLine.test(line));
  if (uptime === undefined) return { kind: 'unreadable', reason: 'cut', line: lines.at(-1)?.trim() ?? '' };
  const seconds = durationSeconds(uptimeLine.exec(uptime)?.[2] ?? '');
  if (seconds === undefined) return { kind: 'unreadable', reason: 'not-understood', line: uptime.trim() };
  const found = pattern.exec(version);
  const system = isYunshan ? 'YunShan OS' : 'VRP';
  const number = `${found?.[1]}${isYunshan ? '' : '.'}${found?.[2]}`;
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
        subject: system,
        values: { package: `${system} ${number}`, release, sizeBytes: null, directory: null },
        status: null,
        line,
      },
    ],
  };
}
