import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  makeFolders,
  pourWhole,
  removeLeftovers,
  writeFolderSync,
  writeWhole,
  writeWholeSync,
} from '../../../../electron/engine/store/atomic-file';
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

test('what is written under a loose mask is the user\u2019s alone', async () => {
  const mask = process.umask(0);
  onTestFinished(() => void process.umask(mask));
  const folder = temporaryFolder();

  await writeWhole(join(folder, 'a', 'b'), 'x');
  writeWholeSync(join(folder, 'c', 'd'), 'x');
  writeFolderSync(join(folder, 'e'), [['f', 'x']]);

  const modes = ['a', 'a/b', 'c', 'c/d', 'e', 'e/f'].map((path) => statSync(join(folder, path)).mode & 0o777);
  expect(modes).toEqual([0o700, 0o600, 0o700, 0o600, 0o700, 0o600]);
});

test('while it is written a file has a hidden name that nobody can guess, and no link that waits is followed', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'letter.txt'), 'of the user');
  for (const name of ['a.part', '.a.part']) symlinkSync(join(folder, 'letter.txt'), join(folder, name));
  const seen = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    await pourWhole(join(folder, 'a'), async (file) => {
      const [name = ''] = readdirSync(folder).filter((each) => each.startsWith('.xunjian-'));
      seen.add(name);
      await file.writeFile('new');
    });
  }

  expect(seen.size).toBe(20);
  expect([...seen].every((name) => /^\.xunjian-[0-9a-f]{20}\.part$/.test(name))).toBe(true);
  expect(readFileSync(join(folder, 'letter.txt'), 'utf8')).toBe('of the user');
  expect(readdirSync(folder).toSorted()).toEqual(['.a.part', 'a', 'a.part', 'letter.txt']);
});

test('what a killed writer left is removed, and nothing that only looks like it', () => {
  const folder = temporaryFolder();
  const left = `.xunjian-${'0123456789'.repeat(2)}.part`;
  writeFileSync(join(folder, left), 'half');
  const others = ['.xunjian-notes.part', 'report.docx.part', `x${left}`];
  for (const name of others) writeFileSync(join(folder, name), 'of the user');

  removeLeftovers(folder);
  removeLeftovers(join(folder, 'no folder'));

  expect(readdirSync(folder).toSorted()).toEqual(others.toSorted());
});

test('a place where the system makes no folder is told at once', () => {
  // Linux says "not there" for a new folder in here, however often it is asked.
  const path = existsSync('/proc/self') ? '/proc/xunjian/data' : join(temporaryFolder(), 'file', 'data');
  if (!path.startsWith('/proc')) writeFileSync(join(path, '..'), '');

  expect(() => makeFolders(path)).toThrow(/^disk\./);
});

test('a file in the way of a folder is told, and a link to a folder is one', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  mkdirSync(join(folder, 'real'));
  symlinkSync(join(folder, 'real'), join(folder, 'link'));

  expect(() => makeFolders(join(folder, 'file'))).toThrow('disk.blocked');
  expect(() => makeFolders(join(folder, 'file', 'below'))).toThrow('disk.blocked');
  makeFolders(join(folder, 'link', 'below'));
  expect(statSync(join(folder, 'real', 'below')).isDirectory()).toBe(true);
});
