import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { refusal, ruleFor } from '../../build/lint/boundaries';
import { sourceFiles } from '../support/source-files';

const specifiers = (text: string): string[] =>
  ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);

test('every source file falls under an import rule', () => {
  const without = sourceFiles(['shared', 'electron', 'renderer']).filter((file) => ruleFor(file) === undefined);

  expect(without.filter((file) => !/^electron\/(node-\w+|bench)\.ts$/.test(file))).toEqual([]);
});

test('no file imports what its folder may not', () => {
  const refused = sourceFiles(['shared', 'electron', 'renderer']).flatMap((file) =>
    specifiers(readFileSync(file, 'utf8')).flatMap((specifier) => {
      const why = refusal(file, specifier);
      return why === undefined ? [] : [`${file}: ${why}`];
    }),
  );

  expect(refused).toEqual([]);
});

test.each([
  ['electron/engine/run/runner.ts', 'electron', 'electron/engine/ may not import the package electron'],
  ['electron/engine/run/runner.ts', '../../app/tray', 'electron/engine/ may not import electron/app/tray'],
  [
    'electron/engine/checks/fan.ts',
    './temperature',
    'electron/engine/checks/ may not import electron/engine/checks/temperature',
  ],
  ['electron/engine/vendors/ale/aos8.ts', 'node:fs', 'electron/engine/vendors/ale/ may not import the package node:'],
  ['electron/lab/fleet.ts', '../engine/ports', 'electron/lab/ may not import electron/engine/ports'],
  ['renderer/app.tsx', '../electron/engine/ports', 'renderer/ may not import electron/engine/ports'],
  ['shared/errors.ts', 'node:fs', 'shared/ may not import the package node:'],
])('%s importing %s is refused', (file, specifier, why) => {
  expect(refusal(file, specifier)).toBe(why);
});
