import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors';
import { ImportPreview } from '../../../../shared/model/import';
import { readInventory } from '../../../../electron/engine/inventory/read-inventory';
import { workbookOf } from '../../../support/workbook';
import { writePredecessorWorkbook } from '../../../../electron/engine/inventory/predecessor-workbook';

/** Reads a file; what comes back satisfies the contract, and what is thrown is a product error. */
async function isHandled(bytes: Uint8Array, fileName: string): Promise<boolean> {
  return readInventory(bytes, fileName, [], ['alcatel_aos']).then(
    ({ preview, inputs }) =>
      ImportPreview.safeParse({ ...preview, token: 't' }).success && inputs.length === preview.rows.length,
    (reason: unknown) => reason instanceof AppError && reason.code === 'inventory.unreadable',
  );
}

const cell = fc.oneof(
  fc.constantFrom(
    'IP',
    'host',
    '设备IP',
    'device_type',
    'password',
    '状态',
    '#',
    '192.0.2.1',
    'alcatel_aos',
    '"',
    'show system',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer().map(String),
);

test('no text makes the reader throw anything but a product error', async () => {
  const text = fc
    .array(
      fc.array(cell, { maxLength: 6 }).map((row) => row.join(',')),
      { maxLength: 8 },
    )
    .map((rows) => rows.join('\n'));

  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('a.csv', 'a.json', 'a.xlsx'), (content, name) =>
      isHandled(new TextEncoder().encode(content), name),
    ),
    { numRuns: 300 },
  );
});

test('no JSON makes the reader throw anything but a product error', async () => {
  const entry = fc.dictionary(
    fc.constantFrom(
      'name',
      'host',
      'port',
      'protocol',
      'platform',
      'password',
      'commands',
      'skipped',
      '__proto__',
      'x',
    ),
    fc.oneof(fc.jsonValue(), cell, fc.array(cell)),
  );

  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.array(entry)), (value) =>
      isHandled(new TextEncoder().encode(JSON.stringify(value)), 'a.json'),
    ),
    { numRuns: 300 },
  );
});

test('no bytes make the reader throw anything but a product error', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, asZip) =>
      isHandled(asZip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes, 'a.xlsx'),
    ),
    { numRuns: 200 },
  );
});

test('a workbook with any byte changed is read or refused', async () => {
  const good = writePredecessorWorkbook(
    [{ host: '192.0.2.1', protocol: 'SSH', username: 'u', password: 'p', deviceType: 'alcatel_aos' }],
    { alcatel_aos: ['show system'] },
    'predecessor-en',
  );

  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), (at, byte) => {
      const bytes = Uint8Array.from(good);
      bytes[at] = byte;
      return isHandled(bytes, 'a.xlsx');
    }),
    { numRuns: 60 },
  );
});

test('no cell values of a workbook make the reader throw anything but a product error', async () => {
  const value = fc.oneof(
    cell.map((text) => text.replace(/[^\t\n\x20-\uD7FF]/g, '')),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.date({ noInvalidDate: true, min: new Date('1905-01-01'), max: new Date('2100-01-01') }),
    fc.boolean(),
    fc.constant(null),
  );

  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 6 }), (rows) =>
      isHandled(
        workbookOf({ assets: [['hostname', 'IP', 'port', 'password', 'device_type', 'comment'], ...rows] }),
        'a.xlsx',
      ),
    ),
    { numRuns: 60 },
  );
});

test('a zip that unpacks to too much is refused before it is unpacked', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(160 * 1024 * 1024) }, { level: 1 });

  const reading = readInventory(bomb, 'bomb.xlsx', [], []);

  await expect(reading).rejects.toMatchObject({ code: 'inventory.unreadable', params: { detail: 'ZIP > 150 MB' } });
});
