import { escapeMarkup } from '../../text/escape-markup';

/**
 * WordprocessingML as text (ECMA-376 part 1, section 17), for the body of the report: building it from a library's
 * objects took ten times the time and several hundred megabytes on a thousand devices.
 */
export type Xml = string;

/** The number of the headings' numbering in the document, as the library gives it out; checked when it is packed. */
export const headingNumbering = 2;

export type RunLook = {
  readonly isBold?: boolean;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
  /** What stands before the text. */
  readonly after?: 'break' | 'tab';
};

/** A piece of text. */
export function run(text: string, { isBold, color, size, after }: RunLook = {}): Xml {
  const bold = isBold === undefined ? '' : isBold ? '<w:b/><w:bCs/>' : '<w:b w:val="false"/><w:bCs w:val="false"/>';
  const ink = color === undefined ? '' : `<w:color w:val="${color}"/>`;
  const height = size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
  const look = bold + ink + height;
  const before = after === undefined ? '' : after === 'break' ? '<w:br/>' : '<w:tab/>';
  return `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}${before}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
}

type Side = 'top' | 'left' | 'bottom' | 'right';
/** A line: eighths of a point thick, `space` points away from the text. */
export type Line = { readonly color: string; readonly size: number; readonly space?: number };

export type ParagraphLook = {
  readonly style?: string;
  readonly keepsNext?: boolean;
  readonly startsPage?: boolean;
  /** Depth of a numbered heading, from 0. */
  readonly numberLevel?: number;
  readonly border?: readonly [Side, Line];
  readonly paper?: string;
  /** Position of a tab stop that aligns to the right, twips. */
  readonly rightTab?: number;
  /** Twips; `line` in 240ths of a line, or twips when it is exact. */
  readonly spacing?: {
    readonly before?: number;
    readonly after?: number;
    readonly line?: number;
    readonly isExact?: boolean;
  };
  readonly indent?: readonly ['left' | 'right', number];
  readonly isCentred?: boolean;
};

/** A paragraph of runs. */
export function paragraphOf(look: ParagraphLook, ...content: readonly Xml[]): Xml {
  const properties = paragraphProperties(look);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content.join('')}</w:p>`;
}

/** In the order that the schema asks for. */
function paragraphProperties(look: ParagraphLook): Xml {
  const { style, keepsNext, startsPage, numberLevel, border, paper, rightTab, spacing, indent, isCentred } = look;
  return [
    style === undefined ? '' : `<w:pStyle w:val="${style}"/>`,
    keepsNext ? '<w:keepNext/>' : '',
    startsPage ? '<w:pageBreakBefore/>' : '',
    numberLevel === undefined
      ? ''
      : `<w:numPr><w:ilvl w:val="${numberLevel}"/><w:numId w:val="${headingNumbering}"/></w:numPr>`,
    border === undefined ? '' : `<w:pBdr>${lineOf(...border)}</w:pBdr>`,
    paper === undefined ? '' : shading(paper),
    rightTab === undefined ? '' : `<w:tabs><w:tab w:val="right" w:pos="${rightTab}"/></w:tabs>`,
    spacing === undefined ? '' : spacingOf(spacing),
    indent === undefined ? '' : `<w:ind w:${indent[0]}="${indent[1]}"/>`,
    isCentred ? '<w:jc w:val="center"/>' : '',
  ].join('');
}

function spacingOf({ before, after, line, isExact }: NonNullable<ParagraphLook['spacing']>): Xml {
  const attribute = (name: string, value: number | undefined) => (value === undefined ? '' : ` w:${name}="${value}"`);
  const rule = isExact ? ' w:lineRule="exact"' : '';
  return `<w:spacing${attribute('after', after)}${attribute('before', before)}${attribute('line', line)}${rule}/>`;
}

function shading(paper: string): Xml {
  return `<w:shd w:fill="${paper}" w:color="auto" w:val="clear"/>`;
}

function lineOf(side: string, line: Line | undefined): Xml {
  if (line === undefined) return `<w:${side} w:val="none" w:color="auto" w:sz="0"/>`;
  const space = line.space === undefined ? '' : ` w:space="${line.space}"`;
  return `<w:${side} w:val="single" w:color="${line.color}" w:sz="${line.size}"${space}/>`;
}

/** The target of links. */
export function bookmark(name: string, id: number, content: Xml): Xml {
  return `<w:bookmarkStart w:name="${escapeMarkup(name)}" w:id="${id}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
}

/** A link to a bookmark. */
export function link(anchor: string, content: Xml): Xml {
  return `<w:hyperlink w:history="1" w:anchor="${escapeMarkup(anchor)}">${content}</w:hyperlink>`;
}

/** Lines of a table; a side that is not named has none. */
export type TableLines = Partial<Readonly<Record<Side | 'insideH' | 'insideV', Line>>>;

/** A table of fixed column widths in twips. */
export function tableOf(widths: readonly number[], lines: TableLines, rows: readonly Xml[]): Xml {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const borders = (['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const)
    .map((side) => lineOf(side, lines[side]))
    .join('');
  const look = `<w:tblW w:type="dxa" w:w="${whole}"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>`;
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr>${look}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`;
}

export type RowLook = {
  readonly isHead?: boolean;
  /** False lets the row break over two pages. */
  readonly isWhole?: boolean;
  readonly leastHeight?: number;
};

/** A row of cells. */
export function rowOf({ isHead, isWhole = true, leastHeight }: RowLook, cells: readonly Xml[]): Xml {
  const split = isWhole ? '<w:cantSplit/>' : '<w:cantSplit w:val="off"/>';
  const height = leastHeight === undefined ? '' : `<w:trHeight w:val="${leastHeight}" w:hRule="atLeast"/>`;
  return `<w:tr><w:trPr>${split}${isHead ? '<w:tblHeader/>' : ''}${height}</w:trPr>${cells.join('')}</w:tr>`;
}

export type CellLook = {
  readonly width: number;
  readonly border?: readonly [Side, Line];
  readonly paper?: string;
  /** Twips at top, left, bottom and right. */
  readonly margins?: readonly [number, number, number, number];
  readonly isMiddle?: boolean;
};

/** A cell of paragraphs. */
export function cellOf({ width, border, paper, margins, isMiddle }: CellLook, content: Xml): Xml {
  const look = [
    `<w:tcW w:type="dxa" w:w="${width}"/>`,
    border === undefined ? '' : `<w:tcBorders>${lineOf(...border)}</w:tcBorders>`,
    paper === undefined ? '' : shading(paper),
    margins === undefined ? '' : `<w:tcMar>${marginsOf(margins)}</w:tcMar>`,
    isMiddle ? '<w:vAlign w:val="center"/>' : '',
  ];
  return `<w:tc><w:tcPr>${look.join('')}</w:tcPr>${content}</w:tc>`;
}

function marginsOf([top, left, bottom, right]: readonly [number, number, number, number]): Xml {
  const side = (name: Side, width: number) => `<w:${name} w:type="dxa" w:w="${width}"/>`;
  return side('top', top) + side('left', left) + side('bottom', bottom) + side('right', right);
}
