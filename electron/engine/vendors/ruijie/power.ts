import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { boundedNumber, lastLine } from '../../text/table';
import { answerOf, chassisValues, unreadable } from '../values';

const headings = {
  supply: /^\s*power-id\s+power-type\s+supply/i,
  card: /^\s*slot\s+card_type\s+status\b/i,
  total: /^\s*total-power/i,
} as const;
type Table = keyof typeof headings;

/** `1  RG-PA1600I  1600  ok  234   /11.978  8828  106`: the fourth word is the status. */
function supplyOf(line: string): AnyReading | undefined {
  const match =
    /^\s*(\S+)\s+(\S+)\s+(\d+|N\/A)\s+(\S+(?: \S+)*)\s{2,}((?:N\/A|[^\s/]+)\s*\/\s*(?:N\/A|[^\s/]+))\s+(\S+)\s+(\S+)$/.exec(
      line,
    );
  const watts = boundedNumber(match?.[3] ?? '', 0, 20_000);
  if (match === null || watts === undefined) return undefined;
  return { kind: 'power', subject: match[1] ?? '', values: { watts }, status: match[4] ?? null, line: line.trim() };
}

/** A card and whether it is powered; a slot without a card says N/A in each column. */
function cardOf(line: string): AnyReading | 'empty' | undefined {
  const match = /^\s*(\S+)\s+(\S+)\s+(\S+(?: \S+)*)\s{2,}(\d+|N\/A)\s+(\d+|N\/A)$/.exec(line);
  if (match === null) return undefined;
  const [slot = '', type = '', status = ''] = match.slice(1);
  if (type === 'N/A' && status === 'N/A') return 'empty';
  return {
    kind: 'chassis',
    subject: `Slot ${slot}`,
    values: chassisValues({ model: type }),
    status,
    line: line.trim(),
  };
}

function rowOf(table: Table, line: string): AnyReading | 'empty' | undefined {
  if (table === 'supply') return supplyOf(line);
  if (table === 'card') return cardOf(line);
  return /^\s*\d+(?:\s+\d+){5}$/.test(line) ? 'empty' : undefined;
}

/** `show power` of RGOS: supplies, on a chassis also the cards and the balance; those end a whole answer. */
export function parsePower(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const readings: AnyReading[] = [];
  const rows = new Map<Table, number>();
  let table: Table | undefined;
  for (const line of lines) {
    const next = (Object.keys(headings) as Table[]).find((name) => headings[name].test(line));
    if (next !== undefined) {
      table = next;
      rows.set(next, rows.get(next) ?? 0);
    } else if (table !== undefined && !isDrawn(line)) {
      const row = rowOf(table, line);
      if (row === undefined) return unreadable(line === lines.at(-1) ? 'cut' : 'not-understood', line);
      if (row !== 'empty') readings.push(row);
      rows.set(table, (rows.get(table) ?? 0) + 1);
    }
  }
  if (!rows.has('supply')) return unreadable('not-understood', lines[0]);
  const isChassis = lines.some((line) => /^\s*Energy-saving\s*:/i.test(line));
  const wanted: readonly Table[] = isChassis ? ['supply', 'card', 'total'] : ['supply'];
  if ((rows.get('supply') ?? 0) === 0) return unreadable('no-row', lastLine(text));
  return wanted.every((name) => (rows.get(name) ?? 0) > 0)
    ? answerOf(readings, undefined)
    : unreadable('cut', lastLine(text));
}
