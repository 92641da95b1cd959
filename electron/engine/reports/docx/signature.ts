import { HeightRule, Paragraph, type Table, TableRow } from 'docx';
import { translate } from '../../../../shared/i18n/translate';
import type { Report } from '../../../../shared/model/report';
import { dataCell, heading, paragraph, table } from './blocks';

/** The last chapter: who inspected, who confirms, and what the paper does not claim. */
export function signature(report: Report): readonly (Paragraph | Table)[] {
  const { locale } = report;
  const label = (name: 'inspector' | 'customer' | 'date' | 'opinion') =>
    [paragraph(translate(locale, `report.signature.${name}`), { style: 'CellHead', keepNext: true })] as const;
  const blank = [paragraph('', { style: 'Cell', keepNext: true })];
  const inspector = [paragraph(report.options.inspector, { style: 'Cell', keepNext: true })];
  const widths = [2000, 3400, 1000, 3238];
  const rows = [
    [label('inspector'), inspector, label('date'), blank],
    [label('customer'), blank, label('date'), blank],
  ];
  return [
    heading(1, translate(locale, 'report.part.signature')),
    paragraph(translate(locale, 'report.signature.statement'), { keepNext: true }),
    table(
      widths,
      rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            height: { value: 900, rule: HeightRule.ATLEAST },
            children: cells.map((content, index) => dataCell(content, widths[index] ?? 0)),
          }),
      ),
    ),
  ];
}
