import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFailure, writeWhole, writeWholeSync } from '../../../../electron/engine/store/atomic-file';
import { temporaryFolder } from '../../../support/store-parts';

const ways = [
  ['writeWhole', writeWhole],
  ['writeWholeSync', (path: string, text: string) => Promise.resolve(writeWholeSync(path, text))],
] as const;

test.each(ways)('%s makes folders, replaces whole and leaves nothing beside', async (_name, write) => {
  const folder = temporaryFolder();
  const path = join(folder, 'a', 'b', 'file.json');

  await write(path, 'first, and longer');
  await write(path, '第二');

  expect(readFileSync(path, 'utf8')).toBe('第二');
  expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['file.json']);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test.each(ways)('%s that fails leaves the old file and nothing beside', async (_name, write) => {
  const folder = temporaryFolder();
  const path = join(folder, 'target');
  mkdirSync(path);
  writeFileSync(join(path, 'old'), 'still here');

  await expect((async () => write(path, 'new'))()).rejects.toThrow();

  expect(readdirSync(folder)).toEqual(['target']);
  expect(readFileSync(join(path, 'old'), 'utf8')).toBe('still here');
});

test('a full disk has words of its own, other failures stay as they are', () => {
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const denied = Object.assign(new Error('denied'), { code: 'EACCES' });

  expect(writeFailure('/data/report.docx', full)).toMatchObject({
    code: 'disk.full',
    params: { file: 'report.docx' },
    cause: full,
  });
  expect(writeFailure('/data/report.docx', denied)).toBe(denied);
});
