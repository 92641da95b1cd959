import type { Level } from '../../../../shared/model/verdict';
import { cleanLine } from '../clean-text';
import { brand, shades } from '../palette';
import {
  bookmark,
  cellOf,
  link,
  paragraphOf,
  rowOf,
  run,
  tableOf,
  type CellLook,
  type ParagraphLook,
  type TableLines,
  type Xml,
} from './xml';

/** What stands in a cell: a text, a verdict in its colours, or paragraphs. */
export type CellContent =
  string | { readonly level: Level; readonly word: string } | { readonly paragraphs: readonly Xml[] };

const cellMargins = [50, 90, 50, 90] as const;
const rule = { color: brand.navy, size: 8 } as const;
const rowLines: TableLines = { top: rule, bottom: rule, insideH: { color: brand.rule, size: 4 } };

/** A paragraph of one run; device text is cleaned here. */
export function paragraph(text: string, look: Pick<ParagraphLook, 'style' | 'keepsNext'> = {}): Xml {
  return paragraphOf(look, run(cleanLine(text)));
}

/** A numbered heading; `anchor` makes it the target of links. */
export function heading(
  level: 1 | 2 | 3,
  text: string,
  options: { readonly anchor?: { readonly name: string; readonly id: number }; readonly startsPage?: boolean } = {},
): Xml {
  const { anchor, startsPage } = options;
  const title = run(`  ${cleanLine(text)}`);
  return paragraphOf(
    { style: `Heading${level}`, numberLevel: level - 1, ...(startsPage === undefined ? {} : { startsPage }) },
    anchor === undefined ? title : bookmark(anchor.name, anchor.id, title),
  );
}

/** A table with a repeated heading row and hairlines; `widths` are shares of the text width in twips. */
export function dataTable(
  widths: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly CellContent[])[],
): Xml {
  const head = rowOf(
    { isHead: true },
    heads.map((text, index) => headCell(text, widths[index] ?? 0)),
  );
  const body = rows.map((cells) =>
    rowOf(
      {},
      cells.map((content, index) => dataCell(content, widths[index] ?? 0)),
    ),
  );
  return tableOf(widths, rowLines, [head, ...body]);
}

/** Names on the left of their values, two pairs a row. */
export function factTable(widths: readonly number[], rows: readonly (readonly CellContent[])[]): Xml {
  const cellAt = (content: CellContent, index: number) =>
    index % 2 === 0 && typeof content === 'string'
      ? headCell(content, widths[index] ?? 0)
      : dataCell(content, widths[index] ?? 0);
  return table(
    widths,
    rows.map((cells) => rowOf({}, cells.map(cellAt))),
  );
}

/** A table of fixed column widths with rules above and below. */
export function table(widths: readonly number[], rows: readonly Xml[]): Xml {
  return tableOf(widths, rowLines, rows);
}

function headCell(text: string, width: number): Xml {
  return cellOf({ ...middle(width), paper: brand.headPaper }, paragraph(text, { style: 'CellHead' }));
}

/** A cell of a data table. */
export function dataCell(content: CellContent, width: number): Xml {
  if (typeof content === 'string') return cellOf(middle(width), paragraph(content, { style: 'Cell' }));
  if ('paragraphs' in content) return cellOf(middle(width), content.paragraphs.join(''));
  const { level, word } = content;
  const { ink, paper } = shades[level];
  const verdict = paragraphOf({ style: 'Cell', isCentred: true }, run(word, { isBold: true, color: ink }));
  return cellOf({ ...middle(width), paper }, verdict);
}

function middle(width: number): CellLook {
  return { width, margins: cellMargins, isMiddle: true };
}

/** A word that leads to a bookmark. */
export function linkParagraph(text: string, anchor: string): Xml {
  return paragraphOf({ style: 'Cell' }, link(anchor, run(cleanLine(text), { color: brand.navy })));
}

/** A band over the whole width in the colours of a level: the word, then a sentence. */
export function verdictBand(level: Level, word: string, sentence: string): Xml {
  const { ink, paper } = shades[level];
  return paragraphOf(
    {
      keepsNext: true,
      border: ['left', { color: ink, size: 36, space: 6 }],
      paper,
      spacing: { before: 80, after: 160, line: 320 },
      indent: ['left', 140],
    },
    run(word, { isBold: true, color: ink, size: 22 }),
    run(`    ${cleanLine(sentence)}`, { size: 19, color: ink }),
  );
}

/** White space between two tables, which would otherwise grow together. */
export function gap(twips: number): Xml {
  return paragraphOf({ spacing: { before: 0, after: 0, line: twips, isExact: true } });
}
