import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { answerOf, cutRow, unreadable } from '../values';

const heading = /^\s*Slot\s+Description\s+Alarm\s+(\S.*)$/i;
const titles = /^[\s-]*(?:Thermal|Fans?|Fan Trays?|Power|Power Supplies)[\s:-]*$/i;
const row = /^\s*(\S+)\s{2,}(\S+(?: \S+)*)\s{2,}(True|False)\s+(\S.*)$/i;
const number = /^-?\d+(?:\.\d+)?$/;

const columnCount = (columns: string): number => columns.trim().split(/\s{2,}/).length;

type Table = 'heat' | 'fan' | 'voltage' | 'supply';

function tableOf(columns: string): Table | undefined {
  if (/^Degrees C\b/i.test(columns)) return 'heat';
  if (/^RPMs?\b/i.test(columns)) return 'fan';
  if (/^Volts\b/i.test(columns)) return 'voltage';
  return /^Inserted\b/i.test(columns) ? 'supply' : undefined;
}

/** A row; its alarm is the device's own word. Undefined when it is not understood. */
function readingsOf(table: Table, line: string, width: number): readonly AnyReading[] | undefined {
  const [, slot = '', name = '', alarm = '', rest = ''] = row.exec(line) ?? [];
  const words = rest.split(/\s+/);
  const status = `Alarm ${alarm}`;
  const part = { subject: `${slot}/${name}`, status, line: line.trim() };
  const [first = '', low, high] = words;
  if (table === 'supply') {
    if (!/^(?:True|False)$/i.test(first)) return undefined;
    // An empty bay that the device does not miss.
    const isEmpty = /^False$/i.test(first) && /^False$/i.test(alarm);
    return [{ kind: 'power', ...part, status: isEmpty ? `Inserted ${first}` : status, values: { watts: null } }];
  }
  // An empty column would put the lower limit in the place of the value.
  if (words.length !== width || !words.every((word) => number.test(word))) return undefined;
  if (table === 'fan') return [{ kind: 'fan', ...part, values: { rpm: Math.round(Number(first)) } }];
  if (table === 'heat') {
    const values = {
      celsius: Number(first),
      dangerCelsius: null,
      thresholdCelsius: high === undefined ? null : Number(high),
      rangeLowCelsius: low === undefined ? null : Number(low),
      rangeHighCelsius: high === undefined ? null : Number(high),
    };
    return [{ kind: 'temperature', ...part, values }];
  }
  // A voltage inside its limits is no part of an inspection; outside of them it is a fault.
  return /^True$/i.test(alarm) ? [{ kind: 'power', ...part, values: { watts: null } }] : [];
}

/** `show system environmentals` of PAN-OS: tables of temperatures, fans, voltages and supplies in one answer. */
export function parseEnvironmentals(text: string): Parsed {
  const cut = cutRow(text);
  if (cut !== undefined) return cut;
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const readings: AnyReading[] = [];
  let table: Table | undefined;
  let width = 0;
  let rows = 1;
  for (const line of lines) {
    const columns = heading.exec(line)?.[1];
    if (columns !== undefined || titles.test(line)) {
      if (rows === 0 && columns !== undefined) return unreadable('not-understood', line);
      table = columns === undefined ? undefined : tableOf(columns);
      if (columns !== undefined && table === undefined) return unreadable('not-understood', line);
      rows = columns === undefined ? rows : 0;
      width = columnCount(columns ?? '');
    } else if (table !== undefined) {
      const own = row.test(line) ? readingsOf(table, line, width) : undefined;
      if (own === undefined) return unreadable(line === lines.at(-1) ? 'cut' : 'not-understood', line);
      readings.push(...own);
      rows += 1;
    }
  }
  if (!lines.some((line) => heading.test(line))) return unreadable('not-understood', lines[0]);
  // A title or heading at the very end has lost its rows.
  if (rows === 0 || titles.test(lines.at(-1) ?? ''))
    return unreadable(readings.length > 0 ? 'cut' : 'no-row', lines.at(-1));
  return answerOf(readings, lines.at(-1));
}
