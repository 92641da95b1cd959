import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, secondsOf, unreadable, uptimeReading } from '../values';
import { nodeAnswers, type NodeAnswer } from './nodes';

const bootLine = /^\s*System booted:\s.*\(([^()]+) ago\)/i;
const nowLine = /^\s*Current time:\s*(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)\s*(\S*)\s*$/i;

/** `22w0d 19:16`, `1d 02:03`, `05:20:30`: weeks, days, hours, minutes, sometimes seconds. */
export function agoSeconds(words: string): number | undefined {
  const match = /^(?:(\d+)w)?(?:(\d+)d)?\s*(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(words.trim());
  if (match === null) return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(1);
  return Number(weeks ?? 0) * 604_800 + secondsOf(days, hours, minutes, seconds);
}

function clockOf({ name, lines }: NodeAnswer): AnyReading | undefined {
  const line = lines.find((each) => nowLine.test(each));
  const match = nowLine.exec(line ?? '');
  if (line === undefined || match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const isUtc = match[7] === 'UTC' || match[7] === 'GMT';
  const at = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) / 1000;
  const source = lines
    .map((each) => /^\s*Time Source:\s*(\S+) CLOCK/i.exec(each)?.[1])
    .find((each) => each !== undefined);
  const synchronised = source === undefined ? null : Number(source.toUpperCase() !== 'LOCAL');
  // Zone names other than UTC are not unique, so the time is not turned into seconds.
  const values = { epochSeconds: isUtc ? at : null, utcOffsetMinutes: isUtc ? 0 : null, synchronised };
  return { kind: 'clock', subject: name, values, status: null, line: line.trim() };
}

/** `show system uptime` of Junos; the line with the load averages ends a whole answer of each member. */
export function parseUptime(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const node of answer.nodes) {
    const line = node.lines.find((each) => /^\s*System booted:/i.test(each));
    if (line === undefined)
      return unreadable(readings.length > 0 ? 'cut' : 'not-understood', node.lines[0] ?? lastLine(text));
    const seconds = agoSeconds(bootLine.exec(line)?.[1] ?? '');
    if (seconds === undefined) return unreadable('not-understood', line);
    if (!/\bload averages?:\s*[\d.]+/i.test(node.lines.at(-1) ?? '')) return unreadable('cut', lastLine(text));
    const clock = clockOf(node);
    readings.push(uptimeReading(seconds, line, node.name), ...(clock === undefined ? [] : [clock]));
  }
  return answerOf(readings, lastLine(text));
}
