import { translate } from '../../../../shared/i18n/translate';
import type { Report } from '../../../../shared/model/report';
import { dataCell, gap, heading, paragraph, table } from './blocks';
import { rowOf, type Xml } from './xml';

/** The last chapter: who inspected, who confirms, and what the paper does not claim. */
export function signature(report: Report): readonly Xml[] {
  const { locale } = report;
  const cell = (text: string, style: string) => ({ paragraphs: [paragraph(text, { style, keepsNext: true })] });
  const label = (name: 'inspector' | 'customer' | 'date' | 'opinion') =>
    cell(translate(locale, `report.signature.${name}`), 'CellHead');
  const blank = cell('', 'Cell');
  const widths = [2000, 3400, 1000, 3238];
  const rows = [
    [label('inspector'), cell(report.options.inspector, 'Cell'), label('date'), blank],
    [label('customer'), blank, label('date'), blank],
  ];
  return [
    gap(400),
    heading(1, translate(locale, 'report.part.signature')),
    paragraph(translate(locale, 'report.signature.statement'), { keepsNext: true }),
    table(
      widths,
      rows.map((cells) =>
        rowOf(
          { leastHeight: 900 },
          cells.map((content, index) => dataCell(content, widths[index] ?? 0)),
        ),
      ),
    ),
  ];
}
