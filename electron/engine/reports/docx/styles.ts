import type { INumberingOptions, IStylesOptions } from 'docx';
import type { Locale } from '../../../../shared/model/text';
import { brand } from '../palette';

/** Twentieths of a point. A4 with 2 cm at the sides leaves this much for text. */
export const contentWidth = 9638;

/** Width of a column of verdict words, twips: "Warning" is longer than 判不了. */
export function verdictWidth(locale: Locale): number {
  return locale === 'en' ? 1400 : 960;
}

// Every face names its East Asian partner: without it Word takes the theme's, and Chinese turns up in a second face.
const sans = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Microsoft YaHei' };
/** Face of device text. NSimSun has Chinese at exactly two columns of a 1:2 monospaced face. */
const mono = { ascii: 'Consolas', hAnsi: 'Consolas', cs: 'Consolas', eastAsia: 'NSimSun' };

/** Name of the numbering that headings use. */
export const headingNumbers = 'headings';

/** Numbers 1, 1.1, 1.1.1 in front of headings. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: headingNumbers,
      levels: ['%1', '%1.%2', '%1.%2.%3'].map((text, level) => ({
        level,
        format: 'decimal',
        text,
        alignment: 'left',
        style: { paragraph: { indent: { left: 0, hanging: 0 } } },
      })),
    },
  ],
};

/**
 * Faces of device text, largest first, with the columns that fit the printed width at 0.602 em a column, the widest
 * monospaced face that an office suite falls back to (DejaVu Sans Mono).
 */
export const outputFaces = [
  { style: 'Output', halfPoints: 16, columns: 88 },
  { style: 'OutputSmall', halfPoints: 14, columns: 100 },
  { style: 'OutputTiny', halfPoints: 13, columns: 108 },
] as const;

/** Styles of the whole document; direct formatting is left to verdict colours. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: sans, size: 21, color: brand.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { line: 300, after: 100 } },
    },
    heading1: heading(32, { before: 120, after: 200 }),
    heading2: heading(26, { before: 240, after: 120 }),
    heading3: heading(22, { before: 220, after: 100 }),
  },
  paragraphStyles: [
    style('CoverTitle', { size: 64, bold: true, color: brand.navy }, { spacing: { before: 0, after: 120, line: 276 } }),
    style('CoverSubtitle', { size: 26, color: brand.quiet }, { spacing: { after: 0, line: 276 } }),
    style('Cell', { size: 18 }, { spacing: { before: 0, after: 0, line: 264 } }),
    style('CellHead', { size: 18, bold: true, color: brand.navy }, { spacing: { before: 0, after: 0, line: 264 } }),
    style('Quote', { size: 15, font: mono, color: brand.quiet }, { spacing: { before: 30, after: 0, line: 240 } }),
    style('Note', { size: 18, color: brand.quiet }, { spacing: { before: 60, after: 100, line: 276 } }),
    style('Frame', { size: 16, color: brand.quiet }, { spacing: { before: 0, after: 0, line: 240 } }),
    style(
      'CommandTitle',
      { size: 19, bold: true, font: mono, color: brand.navy },
      { keepNext: true, spacing: { before: 200, after: 60, line: 264 } },
    ),
    ...outputFaces.map(({ style: id, halfPoints }) =>
      style(id, { size: halfPoints, font: mono }, { spacing: { before: 0, after: 0, line: 240 }, wordWrap: false }),
    ),
  ],
};

type RunStyle = {
  readonly size: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly font?: typeof mono;
};
type ParagraphStyle = {
  readonly spacing: { readonly before?: number; readonly after?: number; readonly line?: number };
  readonly keepNext?: boolean;
  readonly wordWrap?: boolean;
};

function style(id: string, run: RunStyle, paragraph: ParagraphStyle) {
  return { id, name: id, basedOn: 'Normal', quickFormat: true, run: { font: sans, ...run }, paragraph };
}

function heading(size: number, spacing: { readonly before: number; readonly after: number }) {
  return {
    run: { font: sans, size, bold: true, color: brand.navy },
    paragraph: { keepNext: true, keepLines: true, spacing: { ...spacing, line: 276 } },
  };
}
