import { translate, type MessageKey } from '../../shared/i18n/translate';
import type { Locale } from '../../shared/model/text';
import { textTable } from '../../shared/text-table';
import { totalOf, type TallyRow, type UnknownReason } from './judge-tally';

const words: Partial<Record<UnknownReason, MessageKey>> = {
  evidence: 'judge.reason.evidence',
  'no-number': 'judge.reason.no-number',
  'no-row': 'judge.reason.no-row',
  'not-understood': 'judge.reason.not-understood',
  empty: 'judge.reason.empty',
  cut: 'judge.reason.cut',
  'end-unseen': 'judge.reason.end-unseen',
  refused: 'judge.reason.refused',
};

/** What became of the texts, for people: a row a platform, then the reasons of 判不了 with their counts. */
export function judgeTable(rows: readonly TallyRow[], locale: Locale, withCuts: boolean): string {
  const total = totalOf(rows);
  const word = (key: MessageKey, values?: Readonly<Record<string, number>>) => translate(locale, key, values);
  const nameOf = ({ platform }: TallyRow) => platform ?? word('judge.table.no-platform');
  const cells = (name: string, row: TallyRow): readonly string[] => [
    name,
    ...[row.texts, row.read, row.evidence, row.judged, row.unknown].map(String),
    ...(withCuts ? [row.cuts, row.passingCuts] : []).map(String),
  ];
  const heading: readonly MessageKey[] = [
    'judge.table.platform',
    'judge.table.texts',
    'judge.table.read',
    'judge.table.evidence',
    'judge.table.judged',
    'judge.table.unknown',
    ...(withCuts ? (['judge.cuts.cuts', 'judge.cuts.pass'] as const) : []),
  ];
  const table = textTable([
    heading.map((key) => word(key)),
    ...rows.map((row) => cells(nameOf(row), row)),
    cells(word('judge.table.total'), total),
  ]);
  if (total.unknown === 0) return table;
  const reasons = [...total.reasons].toSorted((a, b) => b[1] - a[1]);
  const lines = reasons.map(([reason, count]) => [
    `  ${word(words[reason] ?? 'judge.reason.other')}`,
    String(count),
    rows.flatMap((row) => (row.reasons.has(reason) ? [`${nameOf(row)} ${row.reasons.get(reason)}`] : [])).join(' · '),
  ]);
  const open = total.endUnseenOnly > 0 ? [word('judge.end-unseen-only', { texts: total.endUnseenOnly })] : [];
  return [table, '', word('judge.reasons'), textTable(lines), ...open].join('\n');
}
