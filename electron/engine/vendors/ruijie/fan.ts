import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';
import { cleanText, lastLine } from '../../text/table';
import { answerOf, unreadable } from '../values';

/** Columns are id, status, mode and speed; a status of two words keeps them. */
function fanOf(line: string): { readonly subject: string; readonly status: string } | undefined {
  const match = /^\s*(\S+)\s+(\S+(?: \S+)*)\s{2,}(\S+(?: \S+)*)\s{2,}(\S+)$/.exec(line);
  return match === null ? undefined : { subject: match[1] ?? '', status: match[2] ?? '' };
}

/** `show fan` of RGOS. The fans are listed twice, so that a missing row shows. */
export function parseFan(text: string): Parsed {
  const table = readRows(text, { heading: /^\s*fan-id\s+status\b/i, row: fanOf });
  if (table.kind === 'unreadable') return table;
  const listed = cleanText(text).lines.flatMap((line) => /^\s*Fan-id\s*:\s*(\S+)\s*$/i.exec(line)?.[1] ?? []);
  const seen = new Set(table.rows.map(({ value }) => value.subject));
  if (listed.some((id) => !seen.has(id))) return unreadable('cut', lastLine(text));
  return answerOf(
    table.rows.map(({ value, line }) => ({ kind: 'fan', ...value, values: { rpm: null }, line })),
    undefined,
  );
}
