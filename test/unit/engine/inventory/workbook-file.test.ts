import { expect, test } from 'vitest';
import { workbookFile } from '../../../../electron/engine/inventory/workbook-file';
import { readXlsx } from '../../../../electron/engine/inventory/xlsx';

test.each([
  ['marks of XML', `<a b="c">&amp; 'd'</a>`],
  ['blanks and lines', '  two\n  lines  '],
  ['control characters', 'a\u0000b\u001b[31mc'],
  ['what reads like a written number', '_x0041_ and _x005F_'],
  ['a formula', '=1+1'],
  ['leading zeros', '0042'],
  ['signs past the first plane', '𠮷 🖧'],
])('%s written in a cell come back', async (_what, text) => {
  const sheets = await readXlsx(workbookFile([{ name: 'a & <b>', rows: [{ cells: [null, text, 7] }] }]), 'a.xlsx');

  expect(sheets).toEqual([
    {
      name: 'a & <b>',
      rows: [
        {
          number: 1,
          cells: [
            { kind: 'empty', text: '' },
            { kind: 'text', text },
            { kind: 'number', text: '7' },
          ],
        },
      ],
    },
  ]);
});
