import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from '../support/source-files';

const all = sourceFiles(['shared', 'electron', 'renderer', 'build', 'test']);

test('no file is longer than 400 lines', () => {
  const long = all.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401);

  expect(long).toEqual([]);
});

test('no test is skipped, narrowed or unable to fail', () => {
  const pattern = /\b(?:it|test|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b|\bxit\(|expect\(true\)/;
  const found = sourceFiles(['test']).filter(
    (file) => file !== 'test/structure/sizes.test.ts' && pattern.test(readFileSync(file, 'utf8')),
  );

  expect(found).toEqual([]);
});

test('no `any` and no silenced compiler or linter', () => {
  const pattern = /:\s*any\b|\bas any\b|<any>|@ts-ignore|@ts-expect-error|eslint-disable/;
  const found = all.filter(
    (file) => file !== 'test/structure/sizes.test.ts' && pattern.test(readFileSync(file, 'utf8')),
  );

  expect(found).toEqual([]);
});
