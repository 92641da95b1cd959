import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bundleEntries, writeBundle } from '../../../../electron/engine/reports/bundle';
import { pourWhole } from '../../../../electron/engine/store/atomic-file';
import { temporaryFolder } from '../../../support/store-parts';

function runFolder(): string {
  const folder = temporaryFolder();
  for (const [inside, text] of [
    ['report.docx', 'word'],
    ['configs/核心 SW/vcboot.cfg', 'vlan 10\n'.repeat(5000)],
    ['configs/核心 SW/vcboot-large.cfg', 'vlan 10\n'.repeat(50_000)],
    ['transcripts/核心 SW/01-show-fan.txt', 'This product has no fans.\n'],
    ['transcripts/核心 SW/.02-show-log.part', 'half'],
    ['transcripts/.SW-2.part/01-show-fan.txt', 'half a folder'],
    ['transcripts/SW.part/01-show-fan.txt', 'a device of that name\n'],
    ['transcripts/SW-3/01-show-fan.txt', ''],
  ] as const) {
    mkdirSync(join(folder, inside, '..'), { recursive: true });
    writeFileSync(join(folder, inside), text);
  }
  return folder;
}

test('the zip holds every whole file byte for byte, and nothing half written', async () => {
  const folder = runFolder();
  const entries = await bundleEntries(folder, ['report.docx']);
  const bytes = await writeBundle(folder, join(folder, 'bundle.zip'), entries, Date.UTC(2026, 10, 22), pourWhole);
  const zip = unzipSync(readFileSync(join(folder, 'bundle.zip')));

  expect(Object.keys(zip)).toEqual([
    'report.docx',
    'configs/核心 SW/vcboot-large.cfg',
    'configs/核心 SW/vcboot.cfg',
    'transcripts/SW-3/01-show-fan.txt',
    'transcripts/SW.part/01-show-fan.txt',
    'transcripts/核心 SW/01-show-fan.txt',
  ]);
  for (const [name, content] of Object.entries(zip))
    expect(Buffer.from(content)).toEqual(readFileSync(join(folder, name)));
  expect(bytes).toBeLessThan(5000);
});

test.each(['transcripts/SW-3/01-show-fan.txt', 'configs/核心 SW/vcboot-large.cfg'])(
  'a file that is gone fails the zip and leaves none: %s',
  async (gone) => {
    const folder = runFolder();
    const entries = await bundleEntries(folder, ['report.docx']);
    rmSync(join(folder, gone));

    await expect(writeBundle(folder, join(folder, 'bundle.zip'), entries, 0, pourWhole)).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(() => readFileSync(join(folder, 'bundle.zip'))).toThrow('ENOENT');
  },
);
