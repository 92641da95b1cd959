import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageFolderOf, packagesInside } from '../../../build/steps/bundled-packages.mjs';
import { licenceOf, thirdPartyLicences } from '../../../build/steps/licences.mjs';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'xunjian-licences-'));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A package as a registry gives it. */
function install(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', ...manifest }));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  return folder;
}

const code = { 'license.js': 'no text of a licence', 'index.js': '' };

test.each([
  ['a word', { license: 'MIT' }, {}, 'MIT', ''],
  ['an object', { license: { type: 'ISC', url: 'x' } }, {}, 'ISC', ''],
  ['a list', { licenses: [{ type: 'MIT' }, { type: 'Apache-2.0' }] }, {}, 'MIT OR Apache-2.0', ''],
  ['a file', {}, { LICENCE: 'Do as you like.\r\n' }, '', 'Do as you like.'],
  ['two files', { license: 'Apache-2.0' }, { 'LICENSE.txt': 'A', 'NOTICE.md': 'B' }, 'Apache-2.0', 'A\n\nB'],
  ['a file named', { license: 'SEE LICENSE IN terms.txt' }, { 'terms.txt': 'T' }, 'SEE LICENSE IN terms.txt', 'T'],
  ['the word for none', { license: 'UNLICENSED' }, {}, '', ''],
  ['nothing', {}, {}, '', ''],
])('a licence told by %s is read', (name, manifest, files, licence, text) => {
  const folder = install(name, manifest, { ...files, ...code });

  expect(licenceOf(folder)).toMatchObject({ name, version: '1.2.3', licence, text });
});

test('every package is named with version, licence and text; one without a text with its author', () => {
  const text = thirdPartyLicences([
    install('@scope/whole', { license: 'MIT' }, { LICENSE: 'Permission is granted.' }),
    install('bare', { license: 'ISC', author: { name: 'Ada', email: 'ada@example.com' } }),
  ]);

  expect(text).toContain('\n@scope/whole 1.2.3\nLicence: MIT\n\nPermission is granted.\n');
  expect(text).toMatch(/\nbare 1\.2\.3\nLicence: ISC\n\n.*\bAda\b/);
});

test('a package without a licence stops the packaging, and so does one that forbids it or is not there', () => {
  const good = install('good', { license: 'MIT' });
  const bad = [
    install('without', { author: 'Ada' }),
    install('closed', { license: 'UNLICENSED' }, { LICENSE: 'Do not copy.' }),
    join(root, 'nowhere'),
  ];

  expect(() => thirdPartyLicences([good, ...bad])).toThrow(
    /without 1\.2\.3.*\n.*closed 1\.2\.3.*\n.*nowhere is not installed/,
  );
});

test.each([
  ['node_modules/a/lib/x.js', 'node_modules/a'],
  ['/home/u/project/node_modules/@s/a/x.js?commonjs', 'node_modules/@s/a'],
  ['node_modules/a/node_modules/b/x.js', 'node_modules/a/node_modules/b'],
  ['C:\\project\\node_modules\\a\\x.js', 'node_modules/a'],
  ['electron/main.ts', undefined],
])('%s belongs to %s', (file, folder) => {
  expect(packageFolderOf(file)).toBe(folder);
});

test('code of another package is known by the path that bundlers leave', () => {
  const text = [
    '// node_modules/nanoid/url-alphabet/index.js',
    '  //#region ../../node_modules/.pnpm/@s+x@1/node_modules/@s/x/dist/index.mjs',
    '// see node_modules/other for more',
    'const path = "// node_modules/no/index.js";',
  ].join('\n');

  expect(packagesInside(text)).toEqual(['nanoid', '@s/x']);
});
