import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

const engineRooms = [
  ...new Set(sourceFiles(['electron/engine']).flatMap((file) => /^electron\/engine\/([\w-]+)\//.exec(file)?.[1] ?? [])),
].toSorted();

const rooms = [
  ['text', []],
  ['checks', ['text']],
  ['channels', ['text']],
  ['reports', ['text']],
  ['inventory', ['text']],
  ['session', ['text']],
  ['ssh', ['session', 'text']],
  ['telnet', ['session', 'text']],
  ['ftp', ['session', 'text']],
  ['command-line', ['session', 'text']],
  ['access', ['command-line', 'ftp', 'session', 'ssh', 'telnet', 'text']],
  ['store', ['session', 'text']],
  ['delivery', ['channels', 'store', 'text']],
  ['judge', ['checks', 'command-line', 'session', 'text', 'vendors']],
  ['workers', ['delivery', 'judge', 'reports', 'session', 'store', 'text', 'vendors']],
] as const;

test.each(rooms)('%s may import no room but %j', (room, below) => {
  const open = engineRooms.filter(
    (other) => other !== room && refusal(`electron/engine/${room}/any.ts`, `../${other}/any`) === undefined,
  );

  expect(open).toEqual(below);
});

test('no arrows lead from a room of the engine back into it', () => {
  const next = new Map<string, Set<string>>();
  for (const file of sourceFiles(['electron/engine'])) {
    const place = /^electron\/engine\/([\w-]+)/.exec(file)?.[1] ?? '';
    const arrows = next.get(place) ?? new Set();
    next.set(place, arrows);
    for (const specifier of specifiers(readFileSync(file, 'utf8'))) {
      const target = /^electron\/engine\/([\w-]+)/.exec(join(dirname(file), specifier))?.[1];
      if (specifier.startsWith('.') && target !== undefined && target !== place) arrows.add(target);
    }
  }
  const reachedFrom = (room: string): ReadonlySet<string> => {
    const reached = new Set(next.get(room));
    for (const each of reached) for (const further of next.get(each) ?? []) reached.add(further);
    return reached;
  };

  expect([...reachedFrom('access')]).toEqual(expect.arrayContaining(['ssh', 'command-line', 'session']));
  expect(engineRooms.filter((room) => reachedFrom(room).has(room))).toEqual([]);
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
