import type { AnyReading, ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn, readRows } from '../../text/answer-lines';
import { boundedNumber, isNothing, lastLine } from '../../text/table';

const columnsOf = (heading: string): readonly string[] => heading.trim().toLowerCase().split(/\s+/);

const fanHeading = /^\s*Slot\s+FanID\s+FanNum\s+Present\s+Register\s+Status\s+Speed\b/i;
const fanRow =
  /^\s*(?:(\d+)\s+)?(FAN\d+)\s+\[\s*\d+(?:\s*-\s*\d+)?\s*\]\s+(YES|NO)\s+(YES|NO|--)\s+([A-Za-z]+|--)\s+(\d+%\s*\(\d+\)|\d+%|\S+)\s+(\S+)\s+(\S+)$/i;
/** The speed of a single fan below its module; one that stands still is no filling. */
const fanSpeed = /^\s+\d+\s+[1-9]\d*$/;

type Fan = { readonly subject: string; readonly status: string; readonly rpm: number | null };

/** `display device fan`: a row for each module and one for each of its fans; a rule closes the table. */
export function parseDeviceFan(text: string): Parsed {
  let slot = '';
  const table = readRows(text, {
    heading: fanHeading,
    row: (line): Fan | undefined => {
      const match = fanRow.exec(line);
      if (match === null) return undefined;
      const [, ownSlot, fan = '', present = '', register = '', status = '', speed = ''] = match;
      slot = ownSlot ?? slot;
      const rpm = /\((\d+)\)/.exec(speed)?.[1];
      const word = /^NO$/i.test(present) ? 'Absent' : /^NO$/i.test(register) ? 'Unregistered' : status;
      return {
        subject: slot === '' ? fan : `${slot}/${fan}`,
        status: word,
        rpm: rpm === undefined ? null : Number(rpm),
      };
    },
    skip: fanSpeed,
  });
  if (table.kind === 'unreadable') return table;
  const answer = answerLines(text);
  const last = answer.kind === 'lines' ? (answer.lines.at(-1) ?? '') : '';
  if (!isDrawn(last)) return { kind: 'unreadable', reason: 'cut', line: last.trim() };
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, status, rpm }, line }) => {
      return { kind: 'fan', subject, values: { rpm }, status, line };
    }),
  };
}

const powerHeading = /^\s*Slot\s+PowerNo\s+Present\s+Mode\s+State\b/i;
const powerUnits = /^\s*\(Ampere\)\s+\(Volt\)/i;
/** Tables below the first one: fans inside of the supplies, and their history. */
const furtherTable = /^\s*(?:internal fan info|Power last power-off info|Power supply details)\s*:$/i;
const powerRow =
  /^\s*(?:(\d+)\s+)?(PWR\d+)\s+(YES|NO)\s+(AC|DC|--)\s+([A-Za-z]+|--)((?:\s+(?:\d+(?:\.\d+)?|--|N\/A))+)$/i;
const powerSentence = /^\s*Power state\s*:\s*([A-Za-z]+)\.?$/i;

type PlacedSupply = { readonly slot: string; readonly reading: AnyReading };

function supplyOf(line: string, slot: string, heading: string): PlacedSupply | undefined {
  const match = powerRow.exec(line);
  const columns = columnsOf(heading);
  const [, ownSlot, name = '', present = '', , state = '', rest = ''] = match ?? [];
  const numbers = rest.trim().split(/\s+/);
  if (match === null || numbers.length !== columns.length - 5) return undefined;
  const watts = numbers[columns.indexOf('actualpower') - 5] ?? '--';
  const place = ownSlot ?? slot;
  const subject = place === '' ? name : `${place}/${name}`;
  const values = { watts: isNothing(watts) ? null : Number(watts) };
  const status = /^NO$/i.test(present) ? 'Absent' : state;
  return { slot: place, reading: { kind: 'power', subject, values, status, line: line.trim() } };
}

/** `display device power`: a row for each supply; boxes with one inside say a sentence. */
export function parseDevicePower(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const end = answer.lines.findIndex((line) => furtherTable.test(line));
  const lines = end < 0 ? answer.lines : answer.lines.slice(0, end);
  const head = lines.findIndex((line) => powerHeading.test(line));
  if (head < 0) {
    const line = lines.find((each) => powerSentence.test(each));
    const status = powerSentence.exec(line ?? '')?.[1];
    if (line === undefined || status === undefined) {
      return { kind: 'unreadable', reason: 'not-understood', line: lines[0]?.trim() ?? '' };
    }
    return {
      kind: 'readings',
      readings: [{ kind: 'power', subject: '', values: { watts: null }, status, line: line.trim() }],
    };
  }
  const readings: AnyReading[] = [];
  let slot = '';
  for (const line of lines.slice(head + 1).filter((each) => !isDrawn(each) && !powerUnits.test(each))) {
    const supply = supplyOf(line, slot, lines[head] ?? '');
    if (supply === undefined) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    slot = supply.slot;
    readings.push(supply.reading);
  }
  if (readings.length === 0) return { kind: 'unreadable', reason: 'no-row', line: lastLine(text) };
  if (!isDrawn(lines.at(-1) ?? '')) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  return { kind: 'readings', readings };
}

type Sensor = Pick<ReadingOf<'temperature'>, 'subject' | 'values' | 'status'>;

const boardHeading = /^\s*BoardType\s+SensorID\s+SensorName\s+Status\s+Minor\s+Major\s+Fatal\b.*\bTemp$/i;
const slotHeading = /^\s*Slot\s+Card\s+SensorName\s+Status\s+(?:Minor\s+)?Major\s+Fatal\s+Current$/i;

/** A sensor by the columns of its heading; `named` is how many words stand before the status. */
function sensorOf(words: readonly string[], columns: readonly string[], subject: string): Sensor | undefined {
  const at = (name: string): number | null | undefined => {
    const index = columns.indexOf(name);
    return index < 0 ? null : boundedNumber(words[index] ?? '', -60, 250);
  };
  const status = words[columns.indexOf('status')] ?? '';
  const celsius = at(columns.includes('temp') ? 'temp' : 'current');
  const [minor, major, fatal] = [at('minor'), at('major'), at('fatal')];
  if (words.length !== columns.length || !/^[A-Za-z]+$/.test(status)) return undefined;
  if (celsius === undefined || minor === undefined || major === undefined || fatal === undefined) return undefined;
  return {
    subject,
    status,
    values: {
      celsius,
      thresholdCelsius: minor ?? major,
      dangerCelsius: fatal,
      rangeLowCelsius: null,
      rangeHighCelsius: null,
    },
  };
}

/** `display device temperature all`: one table for all slots, or one for each board. */
export function parseDeviceTemperature(text: string): Parsed {
  let slot = '';
  const table = readRows(text, {
    heading: new RegExp(`${boardHeading.source}|${slotHeading.source}`, 'i'),
    headingMore: /^\s*(?:\(Celsius\)\s*)+$/i,
    label: /^\s*Base-Board, Unit:\s*celsius, Slot (\d+), Fru \d+$/i,
    row: (line, label, heading): Sensor | undefined => {
      const columns = columnsOf(heading);
      const words = line.trim().split(/\s+/);
      if (columns[0] === 'boardtype') return sensorOf(words, columns, `${label}/${words[2]}`);
      const hasSlot = words.length === columns.length && /^\d+$/.test(words[0] ?? '');
      slot = hasSlot ? (words[0] ?? '') : slot;
      const full = hasSlot ? words : [slot, ...words];
      return slot === '' ? undefined : sensorOf(full, columns, `${slot}/${full[2]}`);
    },
  });
  if (table.kind === 'unreadable') return table;
  const answer = answerLines(text);
  const last = answer.kind === 'lines' ? (answer.lines.at(-1) ?? '') : '';
  if (!isDrawn(last)) return { kind: 'unreadable', reason: 'cut', line: last.trim() };
  return {
    kind: 'readings',
    readings: table.rows.map(({ value, line }) => ({ kind: 'temperature', ...value, line })),
  };
}
