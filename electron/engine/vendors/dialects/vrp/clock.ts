import type { Parsed } from '../../platform';
import { answerLines } from '../../../text/answer-lines';
import { brokenText, cleanText, firstLine } from '../../../text/table';

// `2026-11-22 10:11:12`, with the offset glued on from VRP 8 on; then the weekday and the zone.
const timeLine = /^\s*(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.\d+)?\s*(?:(?:([+-]\d\d:\d\d)|DST)\s*)?$/i;
const zoneLine = /^\s*Time Zone\s*\(([^)]*)\)\s*:\s*(\S+)\s*$/i;

/** `UTC+08:00`, `UTC`, `+08:00` in minutes; null for names that are not known. */
function offsetMinutes(zone: string): number | null {
  const match = /^(?:UTC)?(?:([+-])(\d\d):(\d\d))?$/i.exec(zone);
  if (match === null || zone === '') return null;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** `display clock`: the device's time, exact to the second where the zone is known. */
export function parseClock(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const line = clean.lines.find((each) => timeLine.test(each));
  const time = timeLine.exec(line ?? '');
  if (line === undefined || time === null) {
    return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  }
  const zone = clean.lines.map((each) => zoneLine.exec(each)?.[2]).find((each) => each !== undefined);
  const utcOffsetMinutes = offsetMinutes(time[7] ?? zone ?? '');
  const [year, month, day, hour, minute, second] = time.slice(1, 7).map(Number);
  const local = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) / 1000;
  const epochSeconds = utcOffsetMinutes === null ? null : local - utcOffsetMinutes * 60;
  const values = { epochSeconds, utcOffsetMinutes, synchronised: null };
  return { kind: 'readings', readings: [{ kind: 'clock', subject: '', values, status: null, line: line.trim() }] };
}

const synchronisedLine = /^\s*clock status\s*:\s*(\S+)\s*$/i;

/** `display ntp-service status` of Huawei and H3C: whether the clock follows a server. */
export function parseNtp(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => /^\s*clock status\s*:/i.test(each));
  const status = synchronisedLine.exec(line ?? '')?.[1];
  const isFollowing = /^synchronized$/i.test(status ?? '');
  if (line === undefined || status === undefined || !/^(?:un)?synchronized$/i.test(status)) {
    return { kind: 'unreadable', reason: 'not-understood', line: (line ?? answer.lines[0] ?? '').trim() };
  }
  const values = { epochSeconds: null, utcOffsetMinutes: null, synchronised: isFollowing ? 1 : 0 };
  return { kind: 'readings', readings: [{ kind: 'clock', subject: 'NTP', values, status, line: line.trim() }] };
}
