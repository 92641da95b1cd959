import { translate } from '../../../../shared/i18n/translate';
import type { Report } from '../../../../shared/model/report';
import type { Level } from '../../../../shared/model/verdict';
import { cleanLine } from '../clean-text';
import { listProblems, worstFirst, type Problem } from '../summary';
import {
  addressWords,
  itemWords,
  levelMeaning,
  levelWord,
  mainProblem,
  overviewSentence,
  overviewWarnings,
} from '../words';
import { dataTable, heading, linkParagraph, paragraph, verdictBand, type CellContent } from './blocks';
import { verdictWidth } from './styles';
import { paragraphOf, run, type Xml } from './xml';

/** Problems printed in one table; a person reads no more, and each is in its device's chapter as well. */
const mostProblems = 500;
/** Characters of a quoted line in the table. */
const quoteLength = 160;

/** Name of the bookmark of a device's chapter. */
export function deviceAnchor(index: number): string {
  return `device-${index + 1}`;
}

/** Chapter "summary": the numbers, every device with its verdict, what the words mean. */
export function overview(report: Report): readonly Xml[] {
  const { locale } = report;
  const places = new Map(report.devices.map((device, index) => [device, index]));
  const rows = worstFirst(report.devices).map((device, index): readonly CellContent[] => [
    String(index + 1),
    { paragraphs: [linkParagraph(device.name, deviceAnchor(places.get(device) ?? 0))] },
    addressWords(device),
    device.platformLabel,
    { level: device.verdict, word: levelWord(device.verdict, locale) },
    mainProblem(device, locale) || '—',
  ]);
  const heads = (['number', 'device', 'address', 'platform', 'verdict', 'worst'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  return [
    heading(1, translate(locale, 'report.part.overview'), { startsPage: true }),
    paragraph(overviewSentence(report)),
    ...overviewWarnings(report).map((text) => verdictBand('unknown', levelWord('unknown', locale), text)),
    ...legend(report),
    heading(2, translate(locale, 'report.overview.table')),
    rows.length === 0
      ? paragraph(translate(locale, 'report.overview.none'))
      : dataTable([600, 1700, 1850, 1710, verdictWidth(locale), 3778 - verdictWidth(locale)], heads, rows),
  ];
}

function legend(report: Report): readonly Xml[] {
  const { locale } = report;
  const levels: readonly Level[] = ['pass', 'warn', 'fail', 'unknown', 'n/a'];
  return [
    heading(2, translate(locale, 'report.legend.title')),
    dataTable(
      [1400, 8238],
      [translate(locale, 'report.column.verdict'), translate(locale, 'report.column.meaning')],
      levels.map((level) => [{ level, word: levelWord(level, locale) }, levelMeaning(level, locale)]),
    ),
  ];
}

/** Chapter "problems and advice": worst first, each with the line it rests on. */
export function problems(report: Report): readonly Xml[] {
  const { locale } = report;
  const all = listProblems(report);
  const title = heading(1, translate(locale, 'report.part.problems'), { startsPage: true });
  if (all.length === 0) return [title, paragraph(translate(locale, 'report.problems.none'))];
  const heads = (['number', 'device', 'item', 'found', 'level', 'advice'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  const rows = all.slice(0, mostProblems).map((problem, index) => problemRow(problem, index, report));
  const left = all.length - rows.length;
  return [
    title,
    paragraph(translate(locale, 'report.problems.sentence', { count: all.length })),
    dataTable([600, 1350, 1350, 2590, verdictWidth(locale), 3748 - verdictWidth(locale)], heads, rows),
    ...(left > 0 ? [paragraph(translate(locale, 'report.problems.more', { count: left }), { style: 'Note' })] : []),
  ];
}

function problemRow(problem: Problem, index: number, report: Report): readonly CellContent[] {
  const { locale } = report;
  const { device, finding, level } = problem;
  const found =
    finding === undefined
      ? [paragraph(device.problem ?? levelMeaning(level, locale), { style: 'Cell' })]
      : [paragraph(finding.sentence, { style: 'Cell' }), ...quote(finding.proof.line)];
  return [
    String(index + 1),
    { paragraphs: [linkParagraph(device.name, deviceAnchor(report.devices.indexOf(device)))] },
    finding === undefined ? translate(locale, 'report.problems.reach') : itemWords(finding),
    { paragraphs: found },
    { level, word: levelWord(level, locale) },
    finding?.advice || translate(locale, 'report.problems.noAdvice'),
  ];
}

function quote(line: string): readonly Xml[] {
  const text = cleanLine(line).trim().replace(/ {3,}/g, '  ');
  if (text === '') return [];
  const short = text.length > quoteLength ? `${text.slice(0, quoteLength)}…` : text;
  return [paragraphOf({ style: 'Quote' }, run(short))];
}
