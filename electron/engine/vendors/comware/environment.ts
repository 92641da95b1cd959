import type { ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';
import { boundedNumber } from '../../text/table';

type Sensor = { readonly subject: string; readonly values: ReadingOf<'temperature'>['values'] };

const heading = /^\s*(?:Chassis\s+)?Slot(?:\s?No\.?)?\s+(?:Sensor\s+)?Temperature\b/i;

/**
 * The numbers stand at the end of the row: value, lower limit, then one (Comware 5) or three upper limits. The sensor
 * before them is two words: `hotspot 1`.
 */
function sensorOf(line: string, label: string, head: string): Sensor | undefined {
  const hasThree = /\bWarning/i.test(head);
  const count = hasThree ? 5 : 3;
  const words = line.trim().split(/\s+/);
  const numbers = words.slice(-count).map((word) => boundedNumber(word, -60, 250));
  const names = words.slice(0, -count);
  const isNamed = /\bSensor\b/i.test(head);
  const least = (isNamed ? 2 : 1) + (/^\s*Chassis\s+Slot/i.test(head) ? 1 : 0);
  if (words.length < count || names.length < least || (!isNamed && names.length !== least)) return undefined;
  if (!/^\d+$/.test(names[0] ?? '') || !numbers.every((each) => each !== undefined)) return undefined;
  const [now = null, low = null, warning = null, alarm = null, shutdown = null] = numbers;
  const places = least - (isNamed ? 1 : 0);
  const subject = [...names.slice(0, places), names.slice(places).join(' ')].filter((each) => each !== '').join('/');
  return {
    subject: label === '' ? subject : `${label}/${subject}`,
    values: {
      celsius: now,
      thresholdCelsius: warning,
      dangerCelsius: alarm ?? shutdown,
      rangeLowCelsius: low,
      rangeHighCelsius: null,
    },
  };
}

/** `display environment`: no status word; the values are compared with the device's own limits. */
export function parseEnvironment(text: string): Parsed {
  const table = readRows(text, {
    heading,
    // Older releases break the heading: `Lower limit    Upper limit`.
    headingMore: /^\s*(?:(?:Lower|Upper|Warning|Alarm|Shutdown)\s*)+(?:limit\s*)*$/i,
    row: sensorOf,
    skip: /^\s*System temperature information \(degree centigrade\)\s*(?::\s*)?$/i,
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, values }, line }) => {
      return { kind: 'temperature', subject, values, status: null, line };
    }),
  };
}
