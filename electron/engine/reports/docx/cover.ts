import { translate } from '../../../../shared/i18n/translate';
import type { Report } from '../../../../shared/model/report';
import type { Verdict } from '../../../../shared/model/verdict';
import { cleanLine } from '../clean-text';
import { brand, shades } from '../palette';
import { formatDate, formatPeriod, levelWord } from '../words';
import { gap, paragraph } from './blocks';
import { contentWidth } from './styles';
import { cellOf, paragraphOf, rowOf, run, tableOf, type Xml } from './xml';

/** The first page: title, totals, who and when, how to treat the paper. */
export function cover(report: Report): readonly Xml[] {
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
    paragraphOf({
      border: ['top', { color: brand.navy, size: 48, space: 1 }],
      spacing: { before: 0, after: 240 },
      indent: ['right', contentWidth - 1400],
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
function totals(report: Report): Xml {
  const verdicts: readonly Verdict[] = ['pass', 'warn', 'fail', 'unknown'];
  const tile = Math.floor((contentWidth - 3 * 160) / 4);
  const widths = verdicts.flatMap((_, index) => (index === 0 ? [tile] : [160, tile]));
  const cells = verdicts.flatMap((verdict, index) => {
    const cell = tileCell(report.counts[verdict], levelWord(verdict, report.locale), verdict, tile);
    return index === 0 ? [cell] : [cellOf({ width: 160 }, gap(240)), cell];
  });
  return tableOf(widths, {}, [rowOf({}, cells)]);
}

function tileCell(count: number, word: string, verdict: Verdict, width: number): Xml {
  const { ink, paper } = shades[verdict];
  const line = (text: string, size: number, before: number, after: number) =>
    paragraphOf(
      { spacing: { before, after, line: 264 }, isCentred: true },
      run(text, { size, isBold: true, color: ink }),
    );
  return cellOf(
    { width, paper, border: ['top', { color: ink, size: 24 }] },
    gap(280) + line(String(count), 52, 0, 40) + line(word, 21, 0, 0) + gap(220),
  );
}

function factRows(facts: readonly (readonly [string, string])[]): Xml {
  const widths = [1900, contentWidth - 1900];
  const look = {
    border: ['bottom', { color: brand.rule, size: 4 }],
    margins: [90, 40, 90, 40],
    isMiddle: true,
  } as const;
  const factCell = (text: string, index: number) =>
    cellOf(
      { width: widths[index] ?? 0, ...look },
      paragraphOf(
        { spacing: { before: 0, after: 0, line: 276 } },
        run(cleanLine(text), { color: index === 0 ? brand.quiet : brand.text }),
      ),
    );
  return tableOf(
    widths,
    {},
    facts.map((pair) => rowOf({}, pair.map(factCell))),
  );
}
