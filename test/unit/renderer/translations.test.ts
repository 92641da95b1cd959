import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../shared/i18n/en';
import { window as source } from '../../../shared/i18n/window/zh-CN';
import { zhCN, type MessageKey } from '../../../shared/i18n/zh-CN';

const keys = Object.keys(zhCN) as MessageKey[];
const places = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();

test('both languages have the same keys', () => {
  expect(Object.keys(en).sort()).toEqual([...keys].sort());
});

test('both languages have the same places in every text', () => {
  const different = keys.filter((key) => JSON.stringify(places(zhCN[key])) !== JSON.stringify(places(en[key])));

  expect(different).toEqual([]);
});

test('no text of the window is empty or has blanks at its ends', () => {
  const odd = Object.keys(source).filter((key) =>
    [zhCN[key as MessageKey], en[key as MessageKey]].some((text) => text === '' || text !== text.trim()),
  );

  expect(odd).toEqual([]);
});

test('no key of the window is given away to another area', () => {
  const taken = Object.entries(source).filter(([key, text]) => zhCN[key as MessageKey] !== text);

  expect(taken).toEqual([]);
});

test('English texts of the window hold no Chinese, but for the names of things that are Chinese', () => {
  const allowed = ['settings.locale.zh', 'import.dialect.predecessor-zh'];
  const folder = 'shared/i18n/window/en';
  const chinese = readdirSync(folder)
    .flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n'))
    .filter((line) => /[\u4e00-\u9fff]/.test(line) && !allowed.some((key) => line.includes(`'${key}'`)));

  expect(chinese).toEqual([]);
});

test('every literal key in the window exists', () => {
  const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const used = sources.flatMap((file) =>
    [...readFileSync(join('renderer', file), 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
  );

  expect(used.length).toBeGreaterThan(100);
  expect(used.filter((key) => !(key in zhCN))).toEqual([]);
});

test('no component holds Chinese words of its own', () => {
  const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const wordy = sources.filter((file) => /[\u4e00-\u9fff]/.test(readFileSync(join('renderer', file), 'utf8')));

  expect(wordy).toEqual([]);
});
