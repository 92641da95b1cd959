import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';
import { boundedNumber } from '../../text/table';

/** `display environment` of older boxes: slot, temperature and both limits, without a word on the state. */
export function parseEnvironment(text: string): Parsed {
  const table = readRows(text, {
    heading: /^\s*SlotID\s+CurrentTemperature\s+LowLimit\s+HighLimit$/i,
    headingMore: /^\s*(?:\(deg c\s*\)\s*)+$/i,
    row: (line): AnyReading | undefined => {
      const [, slot = '', ...words] = /^\s*(\d+)\s+(\S+)\s+(\S+)\s+(\S+)$/.exec(line) ?? [];
      const [celsius, low, high] = words.map((word) => boundedNumber(word, -60, 250));
      if (slot === '' || celsius === undefined || low === undefined || high === undefined) return undefined;
      const values = {
        celsius,
        thresholdCelsius: high,
        dangerCelsius: null,
        rangeLowCelsius: low,
        rangeHighCelsius: high,
      };
      return { kind: 'temperature', subject: slot, values, status: null, line: line.trim() };
    },
  });
  return table.kind === 'unreadable' ? table : { kind: 'readings', readings: table.rows.map(({ value }) => value) };
}
