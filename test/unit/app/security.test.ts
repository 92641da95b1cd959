import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { desktopEntry } from '../../../electron/app/autostart';
import { isOurPage, windowFile } from '../../../electron/app/security';

const folder = join(sep, 'app', 'dist', 'renderer');

test.each([
  ['xunjian://window/index.html', join(folder, 'index.html')],
  ['xunjian://window/assets/a%20b.js', join(folder, 'assets', 'a b.js')],
  ['xunjian://window/%2e%2e/%2e%2e/etc/passwd', join(folder, 'etc', 'passwd')],
])('%s is a file of the window', (url, path) => {
  expect(windowFile(folder, url)).toBe(path);
});

test.each(['xunjian://window/..%2f..%2fmain.cjs', 'xunjian://elsewhere/index.html'])('%s is not served', (url) => {
  expect(windowFile(folder, url)).toBeUndefined();
});

test('only pages of our own window are answered', () => {
  expect(isOurPage('xunjian://window/index.html')).toBe(true);
  expect(isOurPage('xunjian://window.example.com/index.html')).toBe(false);
  expect(isOurPage('https://example.com/xunjian://window/')).toBe(false);
  expect(isOurPage(undefined)).toBe(false);
});

test('the autostart entry quotes a path with blanks and dollars', () => {
  expect(desktopEntry('/opt/Xun jian/$app')).toContain('Exec="/opt/Xun jian/\\$app" --hidden');
});
