import type { Parsed } from '../platform';
import { answerLines, readRows } from '../../text/answer-lines';
import { lastLine } from '../../text/table';

const total = /^\s*Total\s+(\d+)(?:\s+user\(s\)|,\s*\d+ printed)$/i;

/** `display local-user`: a row for each account, and their number below the table. */
export function parseLocalUser(text: string): Parsed {
  const table = readRows(text, {
    heading: /^\s*User-?name\s+State\b/i,
    row: (line) => /^\s*(\S+)\s+(?:A|B|Active|Block(?:ed)?|Inactive)\s+\S/i.exec(line)?.[1],
    // The letters of a column are explained around the table.
    skip: /^\s*(?:Total\b.*|(?:Type|AuthMask|State)\s*:.*)$/i,
  });
  if (table.kind === 'unreadable') return table;
  const answer = answerLines(text);
  const lines = answer.kind === 'lines' ? answer.lines : [];
  const count = lines.map((line) => total.exec(line)?.[1]).find((each) => each !== undefined);
  if (count === undefined) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  if (Number(count) !== table.rows.length) {
    return { kind: 'unreadable', reason: 'not-understood', line: lines.find((line) => total.test(line))?.trim() ?? '' };
  }
  return {
    kind: 'readings',
    readings: table.rows.map(({ value, line }) => {
      return { kind: 'user', subject: value, values: { name: value }, status: null, line };
    }),
  };
}
