import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';
import { boundedNumber } from '../../text/table';
import { answerOf } from '../values';

const heading = /^\s*slot\s+card_type\s+warning\S*\s+shutdown\S*\s+current\S*$/i;

/** `M1  M8600E-CM  75  90  38`; one card may have several sensors: `38/41`. */
function sensorsOf(line: string): readonly AnyReading[] | undefined {
  const match = /^\s*(\S+)\s+(\S+)\s+(-?\d+|N\/A)\s+(-?\d+|N\/A)\s+((?:-?\d+|N\/A)(?:\s*\/\s*-?\d+)*)$/.exec(line);
  if (match === null) return undefined;
  const [slot = '', type = '', warningWord = '', shutdownWord = '', nowWords = ''] = match.slice(1);
  const warning = boundedNumber(warningWord, -60, 250);
  const shutdown = boundedNumber(shutdownWord, -60, 250);
  const words = nowWords === 'N/A' ? ['N/A'] : nowWords.split('/').map((word) => word.trim());
  const now = words.map((word) => boundedNumber(word, -60, 250));
  if (warning === undefined || shutdown === undefined || now.some((each) => each === undefined)) return undefined;
  if (type === 'N/A' && now.every((each) => each === null)) return [];
  return now.map((celsius, index) => ({
    kind: 'temperature',
    subject: now.length === 1 ? `Slot ${slot}` : `Slot ${slot}/${index + 1}`,
    values: {
      celsius: celsius ?? null,
      dangerCelsius: shutdown,
      thresholdCelsius: warning,
      rangeLowCelsius: null,
      rangeHighCelsius: null,
    },
    status: null,
    line: line.trim(),
  }));
}

/** `show temperature` of RGOS: each card with its own warning and shutdown values. */
export function parseTemperature(text: string): Parsed {
  const table = readRows(text, { heading, row: sensorsOf });
  if (table.kind === 'unreadable') return table;
  return answerOf(
    table.rows.flatMap(({ value }) => value),
    table.rows.at(-1)?.line,
  );
}
