import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { boundedNumber, isRuler } from '../../../text/table';
import { columnsOf, unreadable, withBody } from '../../dialects/ios/answer';
import { stackSupply, stackSupplyHeading } from './power';
import { sensorHeadings, sensorOf, sensorReadings, type Sensor } from './sensors';

type Table = 'fans' | 'supplies' | 'named' | 'slotted';

const headings: readonly (readonly [RegExp, Table])[] = [
  [/^\s*Switch\s+FAN\s+Speed\s+State\b/i, 'fans'],
  [stackSupplyHeading, 'supplies'],
  [sensorHeadings.named, 'named'],
  [sensorHeadings.slotted, 'slotted'],
];

/** `FAN is OK`, `Switch 1 FAN 2 is OK`, `FAN PS-1 is NOT PRESENT`, `Switch 1: SYSTEM TEMPERATURE is OK`. */
const sentence = /^\s*(?:Switch (\d+):?\s+)?(FAN|(?:SYSTEM )?TEMPERATURE|POWER|RPS)(?: (PS-?\d+|\d+))? is (\S.*)$/i;

function sentenceReading(line: string, member: string | undefined): AnyReading | 'ignored' | undefined {
  const [whole, ownMember, part = '', number, status = ''] = sentence.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const place = ownMember ?? member;
  const name = number === undefined ? part : `${part} ${number}`;
  const subject = place === undefined ? name : `${place}/${name}`;
  const said = { subject, status, line: line.trim() };
  if (/TEMPERATURE$/i.test(part)) {
    const none = { thresholdCelsius: null, rangeLowCelsius: null, rangeHighCelsius: null };
    return { kind: 'temperature', values: { celsius: null, dangerCelsius: null, ...none }, ...said };
  }
  if (/^fan$/i.test(part)) {
    // The fan of a supply that is not fitted; the supply itself says so.
    const isOfEmptyBay = /^PS/i.test(number ?? '') && /^not present$/i.test(status);
    return isOfEmptyBay ? 'ignored' : { kind: 'fan', values: { rpm: null }, ...said };
  }
  return { kind: 'power', values: { watts: null }, ...said };
}

const valueLine = /^\s*(?:(\S.*?) )?Temperature Value\s*:\s*(-?\d+) Degree Celsius$/i;
const stateLine = /^\s*(?:\S+ )?Temperature State\s*:\s*(\S.*)$/i;
const limitLine = /^\s*(Yellow|Red) Threshold\s*:\s*(-?\d+) Degree Celsius$/i;

/** The four lines of one sensor of a stackable Catalyst, from `at` on. */
function sensorBlock(lines: readonly string[], at: number, member: string | undefined): AnyReading | undefined {
  const [value = '', state = '', yellow = '', red = ''] = lines.slice(at, at + 4);
  const [, name = 'System', now = ''] = valueLine.exec(value) ?? [];
  const celsius = boundedNumber(now, -60, 250);
  const [, first, thresholdText = ''] = limitLine.exec(yellow) ?? [];
  const [, second, dangerText = ''] = limitLine.exec(red) ?? [];
  const thresholdCelsius = boundedNumber(thresholdText, -60, 250);
  const dangerCelsius = boundedNumber(dangerText, -60, 250);
  const status = stateLine.exec(state)?.[1];
  const isOrdered = /^yellow$/i.test(first ?? '') && /^red$/i.test(second ?? '');
  if (status === undefined || !isOrdered || celsius === undefined) return undefined;
  if (thresholdCelsius === undefined || dangerCelsius === undefined) return undefined;
  return {
    kind: 'temperature',
    subject: member === undefined ? name : `${member}/${name}`,
    values: { celsius, dangerCelsius, thresholdCelsius, rangeLowCelsius: null, rangeHighCelsius: null },
    status,
    line: value.trim(),
  };
}

/** `1  1  14240  OK  Front to Back` */
function fanRow(line: string): AnyReading | undefined {
  const [member = '', fan = '', speed = '', status = ''] = columnsOf(line);
  const rpm = boundedNumber(speed, 0, 100_000);
  if (!/^\d+$/.test(member) || !/^(?:PS-?)?\d+$/i.test(fan) || rpm === undefined || status === '') return undefined;
  return { kind: 'fan', subject: `${member}/${fan}`, values: { rpm }, status, line: line.trim() };
}

const filling =
  /^\s*(?:Sensor List\s*:|Number of (?:Critical|Major|Minor) alarms\s*:|Switch \d+ FAN \d+ direction is|no (?:temperature )?alarms?\b|Environmental Monitoring$)/i;

type State = {
  readonly readings: AnyReading[];
  readonly sensors: Sensor[];
  table: Table | undefined;
  member: string | undefined;
  hasSupplyTable: boolean;
};

/** A row of the table that is open; false when it is none. */
function takeRow(line: string, state: State): boolean {
  if (state.table === undefined) return false;
  if (state.table === 'named' || state.table === 'slotted') {
    const sensor = sensorOf(line, state.table);
    if (sensor !== undefined) state.sensors.push(sensor);
    return sensor !== undefined;
  }
  const row = state.table === 'fans' ? fanRow(line) : stackSupply(line);
  if (row !== undefined) state.readings.push(row);
  return row !== undefined;
}

/** Reads the line at `index`; how many lines it took, 0 when it is not understood. */
function take(lines: readonly string[], index: number, state: State): number {
  const line = lines[index] ?? '';
  const table = headings.find(([heading]) => heading.test(line))?.[1];
  if (table !== undefined) {
    state.table = table;
    state.hasSupplyTable ||= table === 'supplies';
    return 1;
  }
  if (isRuler(line) || filling.test(line)) return 1;
  const member = /^\s*SWITCH\s*(?::\s*)?(\d+):?$/i.exec(line)?.[1] ?? /^\s*Switch (\d+): SYSTEM TEMP/i.exec(line)?.[1];
  if (member !== undefined) state.member = member;
  if (/^\s*SWITCH\s*(?::\s*)?\d+:?$/i.test(line)) return 1;
  const said = sentenceReading(line, state.member);
  if (said !== undefined) {
    if (said !== 'ignored') state.readings.push(said);
    return 1;
  }
  if (valueLine.test(line)) {
    const sensor = sensorBlock(lines, index, state.member);
    if (sensor !== undefined) state.readings.push(sensor);
    return sensor === undefined ? 0 : 4;
  }
  return takeRow(line, state) ? 1 : 0;
}

function read(lines: readonly string[]): Parsed {
  const state: State = { readings: [], sensors: [], table: undefined, member: undefined, hasSupplyTable: false };
  let hasBegun = false;
  for (let index = 0; index < lines.length;) {
    const taken = take(lines, index, state);
    // The echo or a title may stand before the answer; inside it every line must be understood.
    if (taken === 0 && hasBegun) {
      const line = lines[index];
      return unreadable(index + 4 > lines.length && valueLine.test(line ?? '') ? 'cut' : 'not-understood', line);
    }
    hasBegun ||= taken > 0;
    index += Math.max(taken, 1);
  }
  const readings = [...state.readings, ...sensorReadings(state.sensors, state.hasSupplyTable)];
  if (readings.length > 0) return { kind: 'readings', readings };
  return unreadable(hasBegun ? 'no-row' : 'not-understood', lines[0]);
}

/** `show env all`, `show environment` and its parts, of IOS and IOS-XE. */
export const parseIosEnvironment = withBody(read);
