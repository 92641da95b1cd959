import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { translate } from '../../../../shared/i18n/translate';
import type { Report } from '../../../../shared/model/report';
import type { Verdict } from '../../../../shared/model/verdict';
import { brand, shades } from '../palette';
import { formatDate, formatPeriod, levelWord } from '../words';
import { fill, gap, paragraph } from './blocks';
import { contentWidth } from './styles';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
} as const;

/** The first page: title, totals, who and when, how to treat the paper. */
export function cover(report: Report): readonly (Paragraph | Table)[] {
  const { locale, options } = report;
  const facts: readonly (readonly [string, string])[] = [
    [translate(locale, 'report.cover.customer'), options.customer],
    [translate(locale, 'report.cover.project'), options.project],
    [translate(locale, 'report.cover.period'), formatPeriod(report)],
    [translate(locale, 'report.cover.inspector'), options.inspector],
    [translate(locale, 'report.cover.date'), formatDate(report.run.endedAt ?? report.run.startedAt)],
    [translate(locale, 'report.cover.number'), report.run.id],
    [translate(locale, 'report.cover.confidentiality'), options.confidentiality],
  ];
  return [
    gap(2200),
    new Paragraph({
      spacing: { before: 0, after: 240 },
      border: { top: { style: BorderStyle.SINGLE, size: 48, color: brand.navy, space: 1 } },
      indent: { right: contentWidth - 1400 },
      children: [],
    }),
    paragraph(translate(locale, 'report.title'), { style: 'CoverTitle' }),
    paragraph(options.project || translate(locale, 'report.subtitle'), { style: 'CoverSubtitle' }),
    gap(900),
    totals(report),
    paragraph(translate(locale, 'report.overview.notApplicable', { count: report.notApplicable }), { style: 'Note' }),
    gap(1100),
    factRows(facts.filter(([, value]) => value !== '')),
    gap(900),
    paragraph(translate(locale, 'report.cover.notice'), { style: 'Note' }),
  ];
}

/** Four tiles, one a verdict: how many devices, and the word. */
function totals(report: Report): Table {
  const verdicts: readonly Verdict[] = ['pass', 'warn', 'fail', 'unknown'];
  const tile = Math.floor((contentWidth - 3 * 160) / 4);
  const widths = verdicts.flatMap((_, index) => (index === 0 ? [tile] : [160, tile]));
  const cells = verdicts.flatMap((verdict, index) => {
    const cell = tileCell(report.counts[verdict], levelWord(verdict, report.locale), verdict, tile);
    return index === 0 ? [cell] : [new TableCell({ width: dxa(160), children: [gap(240)] }), cell];
  });
  return plainTable(widths, [new TableRow({ cantSplit: true, children: cells })]);
}

function tileCell(count: number, word: string, verdict: Verdict, width: number): TableCell {
  const { ink, paper } = shades[verdict];
  const line = (text: string, size: number, bold: boolean, after: number) =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 0, after, line: 240 },
      children: [new TextRun({ text, size, bold, color: ink })],
    });
  return new TableCell({
    width: dxa(width),
    shading: fill(paper),
    margins: { top: 160, bottom: 160, left: 80, right: 80 },
    borders: { top: { style: BorderStyle.SINGLE, size: 24, color: ink } },
    children: [line(String(count), 52, true, 40), line(word, 21, true, 0)],
  });
}

function factRows(facts: readonly (readonly [string, string])[]): Table {
  const widths = [1900, contentWidth - 1900];
  const bottom = { style: BorderStyle.SINGLE, size: 4, color: brand.rule } as const;
  return plainTable(
    widths,
    facts.map(
      (pair) =>
        new TableRow({
          cantSplit: true,
          children: pair.map(
            (text, index) =>
              new TableCell({
                width: dxa(widths[index] ?? 0),
                borders: { bottom },
                margins: { top: 90, bottom: 90, left: 40, right: 40 },
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({
                    spacing: { before: 0, after: 0, line: 276 },
                    children: [new TextRun({ text, color: index === 0 ? brand.quiet : brand.text })],
                  }),
                ],
              }),
          ),
        }),
    ),
  );
}

function plainTable(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: dxa(widths.reduce((sum, width) => sum + width, 0)),
    columnWidths: widths,
    borders: noBorders,
    rows,
  });
}

function dxa(size: number) {
  return { size, type: WidthType.DXA } as const;
}
