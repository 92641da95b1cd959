import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { answerOf, cutRow, temperatureValues, unreadable } from '../values';

// `15 CPU Temp    alarm=0  value=41  threshold_status=0`; the number restarts for no part of the list.
const row =
  /^\s*(\d+)\s+(\S(?:.*[^\s.])?)[\s.]*\s(alarm=[01])(?:\s+value=(-?\d+(?:\.\d+)?|N\/A))?(?:\s+threshold_status=(\S+))?\s*$/i;
const like = /^\s*\d+\s+\S.*\balarm=/i;

const isFan = /\bfan\b|\bfan\d/i;
const isHeat = /temp|\bTMP|\bDTS\b|\bTD\d|\bT\d+\b|thermal/i;
const isSupply = /^PS\d?[\s_]*(?:\d+[\s_]*)?(?:status)?$|^(?:PSU|Power Supply)\s*(?:\d+\s*)?(?:status)?$/i;
const isSwitchedOff = (value: string | undefined): boolean => value === undefined || value === 'N/A';

/** What a sensor says. A voltage in its limits is no part of an inspection; out of them it is a fault of the supply. */
function readingOf(match: RegExpExecArray, line: string): AnyReading | undefined {
  const [, number = '', name = '', alarm = '', value] = match;
  const subject = `${number} ${name}`;
  const status = alarm.toLowerCase();
  const shown = line.trim();
  if (isFan.test(name)) {
    const rpm = isSwitchedOff(value) ? null : Math.round(Number(value));
    return { kind: 'fan', subject, values: { rpm }, status, line: shown };
  }
  if (isHeat.test(name)) {
    const celsius = isSwitchedOff(value) ? null : Number(value);
    return { kind: 'temperature', subject, values: temperatureValues(celsius, null), status, line: shown };
  }
  if (isSupply.test(name) || status !== 'alarm=0') {
    return { kind: 'power', subject, values: { watts: null }, status, line: shown };
  }
  return undefined;
}

/** `execute sensor list` of FortiOS. The numbers run on without a gap, so that a missing row shows. */
export function parseSensors(text: string): Parsed {
  const cut = cutRow(text);
  if (cut !== undefined) return cut;
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const readings: AnyReading[] = [];
  let expected: number | undefined;
  for (const line of lines) {
    const match = row.exec(line);
    if (match === null && (like.test(line) || expected !== undefined)) {
      return unreadable(line === lines.at(-1) ? 'cut' : 'not-understood', line);
    }
    if (match === null) continue;
    const number = Number(match[1]);
    if (number !== (expected ?? 1)) return unreadable('not-understood', line);
    expected = number + 1;
    const reading = readingOf(match, line);
    if (reading !== undefined) readings.push(reading);
  }
  return expected === undefined ? unreadable('not-understood', lines[0]) : answerOf(readings, lines.at(-1));
}
