import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readInventory } from '../../../../electron/engine/inventory/read-inventory';
import { workbookOf, withParts, type CellOfTest } from '../../../support/workbook';

const heading: readonly CellOfTest[] = ['名称', 'IP地址', '设备类型', '用户名', '密码'];
const plain = workbookOf({
  设备: [
    heading,
    ['核心-1', '192.0.2.1', 'huawei', 'inspect', 'Pw-1'],
    ['接入-2', '192.0.2.2', 'huawei', 'inspect', 'Pw-2'],
  ],
});

const inSheet =
  (change: (text: string) => string) =>
  (name: string, text: string): readonly [string, string] => [
    name,
    name.includes('worksheets/sheet') ? change(text) : text,
  ];
const named =
  (change: (name: string) => string) =>
  (name: string, text: string): readonly [string, string] => [change(name), text];
const beforeTheEnd =
  (added: string) =>
  (text: string): string =>
    text.replace('</worksheet>', `${added}</worksheet>`);
const beforeTheCells =
  (added: string) =>
  (text: string): string =>
    text.replace('<sheetData>', `${added}<sheetData>`);
const merges = (ranges: readonly string[]): string =>
  `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
const otherPart = (text: string): string => text.replaceAll('worksheets/sheet1.xml', 'sheets/table.xml');

const readWhole: readonly (readonly [string, Parameters<typeof withParts>[1]])[] = [
  ['as the library writes it', (name, text) => [name, text]],
  [
    'elements with a prefix',
    (name, text) =>
      /\.rels$|Content_Types/.test(name)
        ? [name, text]
        : [name, text.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace(' xmlns="', ' xmlns:x="')],
  ],
  ['names in the way of Windows', named((name) => name.replaceAll('/', '\\'))],
  ['names from the root', named((name) => `/${name}`)],
  ['a sheet of another name', (name, text) => [otherPart(name), otherPart(text)]],
  ['merges that overlap', inSheet(beforeTheEnd(merges(['F1:G3', 'G2:H4'])))],
  ['a merge of the rest of the sheet', inSheet(beforeTheEnd(merges(['F1:XFD1048576'])))],
  ['a width for a thousand million columns', inSheet(beforeTheCells('<cols><col min="1" max="999999999"/></cols>'))],
  [
    'a link over the whole sheet',
    inSheet(beforeTheEnd('<hyperlinks><hyperlink ref="F1:XFD1048576" location="A1"/></hyperlinks>')),
  ],
  [
    'a row far below',
    inSheet((text) => text.replace('</sheetData>', '<row r="4294967290"><c r="A9"/></row></sheetData>')),
  ],
  [
    'many empty rows with a format',
    inSheet((text) => {
      const empty = Array.from({ length: 200_000 }, (_, row) => `<row r="${row + 9}" s="1" customFormat="1"/>`);
      return text.replace('</sheetData>', `${empty.join('')}</sheetData>`);
    }),
  ],
  [
    'an empty shared text',
    (name, text) => {
      if (name.endsWith('sharedStrings.xml')) return [name, text.replace('<si>', '<si/><si>')];
      return inSheet((sheet) =>
        sheet.replace(/t="s"><v>(\d+)/g, (_, index: string) => `t="s"><v>${Number(index) + 1}`),
      )(name, text);
    },
  ],
  ['a picture that is not there', inSheet(beforeTheEnd('<drawing r:id="rId7"/><legacyDrawing r:id="rId8"/>'))],
];

test.each(readWhole)('%s: every device is read', async (_what, change) => {
  const { preview, inputs } = await readInventory(withParts(plain, change), 'list.xlsx', [], ['huawei']);

  expect(inputs.map(({ name, host, passwordText }) => [name, host, passwordText])).toEqual([
    ['核心-1', '192.0.2.1', 'Pw-1'],
    ['接入-2', '192.0.2.2', 'Pw-2'],
  ]);
  expect(preview.problems).toEqual([]);
  expect(preview.rows.map(({ row, isUsable }) => [row, isUsable])).toEqual([
    [2, true],
    [3, true],
  ]);
});

const tooManyParts = (): Uint8Array =>
  zipSync(
    Object.fromEntries(Array.from({ length: 2001 }, (_, part) => [`xl/worksheets/sheet${part}.xml`, new Uint8Array()])),
  );
const wholeMerges = Array.from({ length: 110_000 }, () => 'A1:CV3');

const refused: readonly (readonly [string, Uint8Array, string])[] = [
  [
    'a sheet cut short',
    withParts(
      plain,
      inSheet((text) => text.slice(0, text.indexOf('</sheetData>'))),
    ),
    'ZIP',
  ],
  [
    'a text that is not there',
    withParts(
      plain,
      inSheet((text) => text.replace(/t="s"><v>\d+/, 't="s"><v>9999')),
    ),
    'XLSX',
  ],
  [
    'a sheet that is not there',
    withParts(plain, (name, text) => (name.includes('worksheets/') ? undefined : [name, text])),
    'XLSX',
  ],
  [
    'another kind of document',
    withParts(plain, (name, text) => (name.startsWith('[') ? undefined : [name, text])),
    'XLSX',
  ],
  ['more parts than a workbook has', tooManyParts(), 'ZIP > 2000'],
  ['merges one over the other', withParts(plain, inSheet(beforeTheEnd(merges(wholeMerges)))), 'XLSX'],
  [
    'more rows than a list has',
    workbookOf({ 设备: [heading, ...Array.from({ length: 50_001 }, () => ['a'])] }),
    '> 50000 × 设备',
  ],
];

test.each(refused)('%s: the workbook is refused as a whole', async (_what, bytes, detail) => {
  await expect(readInventory(bytes, 'list.xlsx', [], ['huawei'])).rejects.toMatchObject({
    code: 'inventory.unreadable',
    params: { file: 'list.xlsx', detail },
  });
});

test('a sheet of array formulas beside the devices is no work', async () => {
  const workbook = workbookOf({ 设备: [heading, ['a', '192.0.2.1', 'huawei', 'u', 'p']], 计算: [['n']] });
  const rows = Array.from({ length: 3000 }, (_, row) => {
    const cell = (letter: string): string =>
      `<c r="${letter}${row + 1}"><f t="array" ref="${letter}${row + 1}:${letter}1048576">1</f><v>1</v></c>`;
    return `<row r="${row + 1}">${[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(cell).join('')}</row>`;
  });
  const heavy = withParts(workbook, (name, text) => [
    name,
    name.endsWith('sheet2.xml') ? text.replace(/<row .*<\/row>/, rows.join('')) : text,
  ]);

  const { inputs, preview } = await readInventory(heavy, 'list.xlsx', [], ['huawei']);

  expect(inputs[0]).toMatchObject({ host: '192.0.2.1', passwordText: 'p' });
  expect(preview.problems.map(({ code }) => code)).toEqual(['unknown-sheet']);
});

test('notes that cannot be read do not disturb the reading', async () => {
  const noted: CellOfTest = { t: 's', v: '192.0.2.1', c: [{ a: 'me', t: 'core' }] };
  const workbook = workbookOf({ 设备: [heading, ['a', noted, 'huawei', 'u', 'p']] });
  const broken = withParts(workbook, (name, text) => [name, name.includes('comments') ? '<broken' : text]);

  const { preview, inputs } = await readInventory(broken, 'list.xlsx', [], ['huawei']);

  expect(broken).not.toEqual(workbook);
  expect(inputs[0]).toMatchObject({ host: '192.0.2.1', passwordText: 'p' });
  expect(preview.problems).toEqual([]);
});

test('each cell of a merge holds what its first one holds', async () => {
  const workbook = workbookOf({
    设备: [heading, ['a', '192.0.2.1', 'huawei', 'inspect', 'Pw-1'], ['b', '192.0.2.2']],
  });
  const merged = withParts(workbook, inSheet(beforeTheEnd(merges(['C2:C3', 'D2:D3', 'E2:E3']))));

  const { inputs } = await readInventory(merged, 'list.xlsx', [], ['huawei']);

  expect(inputs[1]).toMatchObject({ host: '192.0.2.2', platform: 'huawei', username: 'inspect', passwordText: 'Pw-1' });
});

test.each([
  ['no value', ''],
  ['an empty value', '<v></v>'],
  ['an empty value in one tag', '<v/>'],
])('a formula that was never calculated, with %s, gives no password', async (_what, value) => {
  const written = withParts(
    plain,
    inSheet((text) => text.replace(/<c r="E2"[^>]*><v>\d+<\/v><\/c>/, `<c r="E2"><f>"Pw"&amp;1</f>${value}</c>`)),
  );

  const { preview, inputs } = await readInventory(written, 'list.xlsx', [], ['huawei']);

  expect(inputs[0]?.passwordText).toBeUndefined();
  expect(preview.problems.map(({ code, row }) => [code, row])).toEqual([['no-password', 2]]);
});

test.each([
  ['a hidden row', inSheet((text) => text.replace('<row r="3"', '<row r="3" hidden="1"')), [false, true]],
  [
    'a hidden sheet',
    (name: string, text: string) =>
      [name, name.endsWith('workbook.xml') ? text.replace('<sheet ', '<sheet state="hidden" ') : text] as const,
    [true, true],
  ],
] as const)('the devices of %s come in switched off, and it is said why', async (_what, change, skipped) => {
  const { preview, inputs } = await readInventory(withParts(plain, change), 'list.xlsx', [], ['huawei']);

  expect(inputs.map(({ isSkipped }) => isSkipped === true)).toEqual(skipped);
  expect(preview.problems.map(({ code }) => code)).toEqual(skipped.filter(Boolean).map(() => 'hidden-row'));
});

test.each([
  ['from 1900', '', '2026-03-04'],
  ['from 1904', '<workbookPr date1904="1"/>', '2030-03-05'],
])('a date counted %s is the day that the spreadsheet program shows', async (_what, setting, expected) => {
  const dated = workbookOf({
    设备: [
      [...heading, '备注'],
      ['a', '192.0.2.1', 'huawei', 'u', 'p', { t: 'n', v: 46085, z: 'yyyy/m/d' }],
    ],
  });
  const counted = withParts(dated, (name, text) => [
    name,
    name.endsWith('workbook.xml') ? text.replace(/<workbookPr[^>]*\/>/, setting) : text,
  ]);

  const { inputs } = await readInventory(counted, 'list.xlsx', [], ['huawei']);

  expect(inputs[0]?.comment).toBe(expected);
});
