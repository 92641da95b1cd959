import type { AnyReading } from '../../../../../shared/model/reading';
import { boundedNumber, isRuler } from '../../../text/table';
import { columnsOf, unreadable, withBody } from '../../dialects/ios/answer';

type Section = 'power' | 'fan' | 'temperature' | 'other';

const sections: readonly (readonly [RegExp, Section])[] = [
  [/^\s*Power Supply:\s*$/i, 'power'],
  [/^\s*Fan:\s*$/i, 'fan'],
  [/^\s*Temperature:?\s*$/i, 'temperature'],
  [/^\s*(?:Clock|Power Usage Summary):\s*$/i, 'other'],
];

const watts = (cell: string): number | undefined => (/^[\d.]+ W$/.test(cell) ? Number.parseFloat(cell) : undefined);

/** `1  N7K-AC-3KW  407 W  3000 W  Ok`, newer ones with the input in between; also the draw of the modules. */
function powerRow(line: string, isModule: boolean): AnyReading | undefined {
  const columns = columnsOf(line.replace(/(?<!\s)\s+W(?=\s|$)/g, ' W'));
  const [name, , ...rest] = columns;
  const status = rest.at(-1);
  const numbers = rest.slice(0, -1);
  const isRow =
    numbers.length >= 1 && numbers.every((cell) => watts(cell) !== undefined || /^N\/?A(?: W)?$/i.test(cell));
  if (name === undefined || status === undefined || !isRow || watts(status) !== undefined) return undefined;
  const subject = isModule ? `Module/${name}` : `PS/${name}`;
  const values = { watts: isModule ? (watts(numbers[0] ?? '') ?? null) : (watts(numbers.at(-1) ?? '') ?? null) };
  return { kind: 'power', subject, values, status, line: line.trim() };
}

/** `Fan1(sys_fan1)  N9K-C9300-FAN2  --  front-to-back  Ok`; the fan of an empty supply is told by the supply. */
function fanRow(line: string): AnyReading | 'ignored' | undefined {
  const columns = columnsOf(line);
  const [name = '', ...rest] = columns;
  const status = rest.at(-1);
  if (status === undefined || columns.length < 3 || columns.length > 5) return undefined;
  if (/^Fan_in_PS/i.test(name) && /^(?:none|absent|not present)$/i.test(status)) return 'ignored';
  return { kind: 'fan', subject: name, values: { rpm: null }, status, line: line.trim() };
}

/** Module, sensor, major and minor limit, value, status: the value is the third number. */
const temperatureRow = /^\s*(\d+)\s+(\S+(?:\s+\S+)*?)\s+(-?\d+|N\/?A)\s+(-?\d+|N\/?A)\s+(-?\d+|N\/?A)\s+([A-Za-z].*)$/i;

function sensorRow(line: string): AnyReading | undefined {
  const [, module, sensor, major = '', minor = '', now = '', status] = temperatureRow.exec(line) ?? [];
  const danger = boundedNumber(major, -60, 250);
  const threshold = boundedNumber(minor, -60, 250);
  const celsius = boundedNumber(now, -60, 250);
  if (danger === undefined || threshold === undefined || celsius === undefined) return undefined;
  return {
    kind: 'temperature',
    subject: `${module ?? ''}/${(sensor ?? '').replace(/\s+/g, ' ')}`,
    values: {
      celsius,
      dangerCelsius: danger,
      thresholdCelsius: threshold,
      rangeLowCelsius: null,
      rangeHighCelsius: null,
    },
    status: status ?? null,
    line: line.trim(),
  };
}

// Headings, units below them, sums, modes.
const filling =
  /^\s*(?:Voltage:|Power\s+Actual|Supply\s+Model|Actual\s|\(Watts|Module\s+(?:Model|Sensor)|Fan\s+Model|\(Celsius|Fan Zone Speed|Fan Air Filter|N\/A - |Power Supply (?:redundancy|Mode)|Total (?:Power|Grid)|Power Usage Summary)/i;

/**
 * `show environment` of NX-OS: several tables in one answer. A line in one of them that is no row makes the whole
 * answer unreadable; without fan, power and temperature it is not whole.
 */
export const parseNxosEnvironment = withBody((lines) => {
  const readings: AnyReading[] = [];
  let section: Section | undefined;
  let isModule = false;
  for (const line of lines) {
    const next = sections.find(([title]) => title.test(line))?.[1];
    if (next !== undefined) [section, isModule] = [next, false];
    if (/^\s*Module\s+Model\b/i.test(line)) isModule = true;
    if (/^\s*Power Usage Summary/i.test(line)) section = 'other';
    const isRow =
      next === undefined && section !== undefined && section !== 'other' && !isRuler(line) && !filling.test(line);
    if (!isRow) continue;
    const row = section === 'power' ? powerRow(line, isModule) : section === 'fan' ? fanRow(line) : sensorRow(line);
    if (row === undefined) return unreadable('not-understood', line);
    if (row !== 'ignored') readings.push(row);
  }
  if (section === undefined) return unreadable('not-understood', lines[0]);
  return readings.length > 0 ? { kind: 'readings', readings } : unreadable('no-row', lines.at(-1));
});
