import { expect, test } from 'vitest';
import { decodeText, readCsv } from '../../../../electron/engine/inventory/csv';

function cellsOf(text: string): readonly (readonly string[])[] {
  return readCsv(new TextEncoder().encode(text), 'list.csv').rows.map(({ cells }) => cells.map((cell) => cell.text));
}

test.each([
  [
    'commas',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'semicolons',
    'a;b\n1,5;2\n',
    [
      ['a', 'b'],
      ['1,5', '2'],
    ],
  ],
  [
    'tabs',
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'Windows line ends',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'old Mac line ends',
    'a,b\r1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'quotes',
    'a,b\n"x,y","say ""hi"""\n',
    [
      ['a', 'b'],
      ['x,y', 'say "hi"'],
    ],
  ],
  [
    'a line end in quotes',
    'a,b\n"one\ntwo",2\n',
    [
      ['a', 'b'],
      ['one\ntwo', '2'],
    ],
  ],
  [
    'a quote inside a field',
    'a,b\n5" disk,2\n',
    [
      ['a', 'b'],
      ['5" disk', '2'],
    ],
  ],
  [
    'text after a quote',
    'a,b\n"x"y,2\n',
    [
      ['a', 'b'],
      ['xy', '2'],
    ],
  ],
  [
    'an empty last field',
    'a,b\n1,\n',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  [
    'separators in a quoted heading',
    '"a;b;c",d\n1,2\n',
    [
      ['a;b;c', 'd'],
      ['1', '2'],
    ],
  ],
] as const)('%s are read', (_what, text, expected) => {
  expect(cellsOf(text)).toEqual(expected);
});

const list = [
  ['名称', 'IP地址', '设备类型'],
  ['核心, 一', '192.0.2.1', 'huawei'],
];
const titles = [
  '',
  '网络设备清单；版本;2026;第 3 版;机房\n',
  '网络设备清单,2026,甲,乙,丙\n\n',
  '| 清单 |\t网络\t设备\t2026\n',
];

test.each([',', ';', '\t', '|', '，'].flatMap((separator) => titles.map((title) => [separator, title] as const)))(
  'fields apart by %j under the title %j are told by the headings',
  (separator, title) => {
    const lines = list.map((row) => row.map((cell) => (cell.includes(separator) ? `"${cell}"` : cell)).join(separator));

    expect(cellsOf(title + lines.join('\n')).slice(-2)).toEqual(list);
  },
);

test('rows are counted as a spreadsheet program shows them', () => {
  const withGap = readCsv(new TextEncoder().encode('a,b\n\n"x\ny",1\n3,4'), 'list.csv');
  const withSeparatorLine = readCsv(new TextEncoder().encode('sep=;\na;b\n1;2'), 'list.csv');

  expect(withGap.rows.map(({ number }) => number)).toEqual([1, 3, 4]);
  expect(withSeparatorLine.rows.map(({ number, cells }) => [number, cells[1]?.text])).toEqual([
    [2, 'b'],
    [3, '2'],
  ]);
});

test.each([
  ['UTF-8', [0xe6, 0xa0, 0xb8, 0xe5, 0xbf, 0x83]],
  ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xe6, 0xa0, 0xb8, 0xe5, 0xbf, 0x83]],
  ['GB18030', [0xba, 0xcb, 0xd0, 0xc4]],
  ['UTF-16, little end first', [0xff, 0xfe, 0x38, 0x68, 0xc3, 0x5f]],
  ['UTF-16, big end first', [0xfe, 0xff, 0x68, 0x38, 0x5f, 0xc3]],
])('%s is decoded', (_what, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBe('核心');
});
