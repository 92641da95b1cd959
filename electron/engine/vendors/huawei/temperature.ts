import type { ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';
import { boundedNumber, cleanText } from '../../text/table';

type Sensor = {
  readonly subject: string;
  readonly status: string;
  readonly values: ReadingOf<'temperature'>['values'];
};

const celsius = (word: string): number | null | undefined => boundedNumber(word, -60, 250);

/** Numbers of a row, or undefined when one is none. */
function degrees(words: readonly string[]): readonly (number | null)[] | undefined {
  const numbers = words.map(celsius);
  return numbers.every((each) => each !== undefined) ? numbers : undefined;
}

// Switches: slot, card, sensor, status, current, lower, (lower resume,) upper, (upper resume).
const switchHeading = /^\s*Slot\s+Card\s+Sensor\w*\s+Status\s+Current/i;

function sensorOfSwitch(line: string): Sensor | undefined {
  const match = /^\s*(\d+)\s+(\S+)\s+(\S+)\s+([A-Za-z]\w*)\s+(\S+)\s+(\S+)\s+(\S+)(?:\s+(\S+)\s+(\S+))?$/.exec(line);
  const numbers = degrees(match?.slice(5).filter((word) => word !== undefined) ?? []);
  if (match === null || numbers === undefined) return undefined;
  const upper = numbers.length === 5 ? numbers[3] : numbers[2];
  const parts = [match[1], match[2], match[3]].filter((word) => word !== undefined && !/^(?:NA|-)$/i.test(word));
  return {
    subject: parts.join('/'),
    status: match[4] ?? '',
    values: {
      celsius: numbers[0] ?? null,
      thresholdCelsius: upper ?? null,
      dangerCelsius: null,
      rangeLowCelsius: numbers[1] ?? null,
      rangeHighCelsius: upper ?? null,
    },
  };
}

// Routers: board, I2C, address, channel, status, minor, major, fatal, speed limits of the fan, and the value last.
const routerHeading = /^\s*PCB\s+I2C\s+Addr\s+Chl\s+Status\s+Minor\s+Major\s+Fatal\b/i;

function sensorOfRouter(line: string, slot: string): Sensor | undefined {
  const match =
    /^\s*(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s+([A-Za-z]\w*)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+)$/.exec(line);
  const numbers = degrees(match?.slice(6) ?? []);
  if (match === null || numbers === undefined || slot === '') return undefined;
  const [minor, , fatal, , , now] = numbers;
  return {
    subject: `${slot}/${match[1]} ${match[2]}.${match[3]}.${match[4]}`,
    status: match[5] ?? '',
    values: {
      celsius: now ?? null,
      thresholdCelsius: minor ?? null,
      dangerCelsius: fatal ?? null,
      rangeLowCelsius: null,
      rangeHighCelsius: null,
    },
  };
}

/** `display temperature all`: one table on switches, one table a slot on routers. */
export function parseTemperature(text: string): Parsed {
  const isRouter = cleanText(text).lines.some((line) => routerHeading.test(line));
  const table = isRouter
    ? readRows(text, {
        heading: routerHeading,
        headingMore: /^\s*TMin\s+Tmax\b/i,
        row: sensorOfRouter,
        label: /^\s*SlotID\s*(\d+)\s*:\s*$/i,
        skip: /^\s*(?:Base-Board, Unit:C, Slot.*|SlotID\s*\d+\s*:\s*No temp sensors\.)$/i,
      })
    : readRows(text, { heading: switchHeading, headingMore: /^\s*Resume\(C\)\s+Resume\(C\)$/i, row: sensorOfSwitch });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value, line }) => ({ kind: 'temperature', ...value, line })),
  };
}
