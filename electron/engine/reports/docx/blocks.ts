import {
  AlignmentType,
  BorderStyle,
  Bookmark,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import type { Level } from '../../../../shared/model/verdict';
import { cleanLine } from '../clean-text';
import { brand, shades } from '../palette';
import { headingNumbers } from './styles';

/** What stands in a cell: a text, a verdict in its colours, or paragraphs. */
export type CellContent = string | { readonly level: Level; readonly word: string } | readonly Paragraph[];

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = { style: BorderStyle.SINGLE, size: 4, color: brand.rule } as const;
const rule = { style: BorderStyle.SINGLE, size: 8, color: brand.navy } as const;
const cellMargins = { top: 50, bottom: 50, left: 90, right: 90 } as const;
const rowBorders = {
  top: rule,
  bottom: rule,
  left: none,
  right: none,
  insideHorizontal: hairline,
  insideVertical: none,
};

/** A paragraph of one run; device text is cleaned here. */
export function paragraph(text: string, options: Omit<IParagraphOptions, 'text' | 'children'> = {}): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun(cleanLine(text))] });
}

/** A numbered heading; `anchor` makes it the target of links. */
export function heading(
  level: 1 | 2 | 3,
  text: string,
  options: { readonly anchor?: string; readonly startsPage?: boolean } = {},
): Paragraph {
  const run = new TextRun(`  ${cleanLine(text)}`);
  return new Paragraph({
    heading:
      [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3][level - 1] ?? HeadingLevel.HEADING_3,
    numbering: { reference: headingNumbers, level: level - 1, custom: true },
    pageBreakBefore: options.startsPage ?? false,
    children: options.anchor === undefined ? [run] : [new Bookmark({ id: options.anchor, children: [run] })],
  });
}

/** A table with a repeated heading row and hairlines; `widths` are shares of the text width in twips. */
export function dataTable(
  widths: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly CellContent[])[],
): Table {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((text, index) => headCell(text, widths[index] ?? 0)),
  });
  const body = rows.map(
    (cells) =>
      new TableRow({ cantSplit: true, children: cells.map((content, index) => dataCell(content, widths[index] ?? 0)) }),
  );
  return table(widths, [head, ...body]);
}

/** Names on the left of their values, two pairs a row. */
export function factTable(widths: readonly number[], rows: readonly (readonly CellContent[])[]): Table {
  return table(
    widths,
    rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map((content, index) =>
            index % 2 === 0 && typeof content === 'string'
              ? headCell(content, widths[index] ?? 0)
              : dataCell(content, widths[index] ?? 0),
          ),
        }),
    ),
  );
}

/** A table of fixed column widths with rules above and below. */
export function table(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: rowBorders,
    rows,
  });
}

function headCell(text: string, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    shading: fill(brand.headPaper),
    margins: cellMargins,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph(text, { style: 'CellHead' })],
  });
}

/** A cell of a data table. */
export function dataCell(content: CellContent, width: number): TableCell {
  const base = {
    width: { size: width, type: WidthType.DXA },
    margins: cellMargins,
    verticalAlign: VerticalAlignTable.CENTER,
  };
  if (typeof content === 'string') return new TableCell({ ...base, children: [paragraph(content, { style: 'Cell' })] });
  if (!('level' in content)) return new TableCell({ ...base, children: content });
  const { level, word } = content;
  return new TableCell({ ...base, shading: fill(shades[level].paper), children: [verdictParagraph(level, word)] });
}

function verdictParagraph(level: Level, word: string): Paragraph {
  return new Paragraph({
    style: 'Cell',
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: word, bold: true, color: shades[level].ink })],
  });
}

/** A word that leads to a bookmark. */
export function linkParagraph(text: string, anchor: string): Paragraph {
  return new Paragraph({
    style: 'Cell',
    children: [
      new InternalHyperlink({ anchor, children: [new TextRun({ text: cleanLine(text), color: brand.navy })] }),
    ],
  });
}

/** A band over the whole width in the colours of a level: the word, then a sentence. */
export function verdictBand(level: Level, word: string, sentence: string): Paragraph {
  const { ink, paper } = shades[level];
  return new Paragraph({
    shading: fill(paper),
    border: { left: { style: BorderStyle.SINGLE, size: 36, color: ink, space: 6 } },
    indent: { left: 140 },
    keepNext: true,
    spacing: { before: 80, after: 160, line: 320 },
    children: [
      new TextRun({ text: word, bold: true, color: ink, size: 22 }),
      new TextRun({ text: `    ${cleanLine(sentence)}`, size: 19, color: ink }),
    ],
  });
}

/** Flat colour behind a cell or a paragraph. */
export function fill(color: string) {
  return { type: ShadingType.CLEAR, color: 'auto', fill: color } as const;
}

/** White space between two tables, which would otherwise grow together. */
export function gap(twips: number): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: twips, lineRule: 'exact' }, children: [] });
}
