/** Looks of cells in the workbooks that are written, in the order of `cellXfs`. */
export const cellStyles = ['plain', 'text', 'top', 'heading', 'example', 'title', 'prose', 'label'] as const;
export type CellStyle = (typeof cellStyles)[number];

// Spreadsheet programs fall back to a serif face when a changed font names none.
const font = (look: string, size = 11, argb?: string): string =>
  `<font>${look}<sz val="${size}"/>${argb === undefined ? '' : `<color rgb="${argb}"/>`}<name val="Calibri"/><family val="2"/></font>`;
const fonts = [font(''), font('<b/>', 11, 'FFFFFFFF'), font('<i/>', 11, 'FF8C8C8C'), font('<b/>', 14), font('<b/>')];
const solid = (argb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/></patternFill></fill>`;
// The first two are reserved.
const fills = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  solid('FF1F4E79'),
];

/** Number of the built-in format `@`: a spreadsheet program leaves digits, dates and links as they were typed. */
const asText = 49;
const look = (numFmtId: number, fontId: number, fillId: number, alignment: string): string =>
  `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${alignment}/></xf>`;
const topLeft = 'horizontal="left" vertical="top" wrapText="1"';
const looks: Readonly<Record<CellStyle, string>> = {
  plain: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  text: look(asText, 0, 0, topLeft),
  top: look(0, 0, 0, topLeft),
  heading: look(asText, 1, 2, 'vertical="center"'),
  example: look(asText, 2, 0, topLeft),
  title: look(0, 3, 0, 'vertical="center"'),
  prose: look(0, 0, 0, 'vertical="top" wrapText="1"'),
  label: look(0, 4, 0, 'vertical="top" wrapText="1"'),
};

/** What stands in `xl/styles.xml` (ECMA-376 part 1, section 18.8). */
export const stylesPart = [
  `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
  `<fills count="${fills.length}">${fills.join('')}</fills>`,
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="${cellStyles.length}">${cellStyles.map((style) => looks[style]).join('')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
].join('');
