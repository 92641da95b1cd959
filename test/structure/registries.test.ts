import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { channels, checks, formats, platforms } from '../../electron/engine/registries.generated';
import { appContract } from '../../shared/contract/app';
import { contract } from '../../shared/contract/index';

test('the generated registry matches the folders', () => {
  const run = () =>
    execFileSync('node_modules/.bin/tsx', ['build/generate-registries.ts', '--check'], { encoding: 'utf8' });

  expect(run).not.toThrow();
});

test.each([
  ['platforms', platforms],
  ['checks', checks],
  ['channels', channels],
  ['formats', formats],
] as const)('%s: ids are unique, kebab-case and labelled in both languages', (_family, members) => {
  const ids = members.map(({ id }) => id);

  expect(members.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, labels } of members) {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(labels['zh-CN'].length).toBeGreaterThan(0);
    expect(labels.en.length).toBeGreaterThan(0);
  }
});

test.each([
  ['checks', checks],
  ['channels', channels],
] as const)('every member of %s has a test of its own', (folder, members) => {
  const tests = readdirSync(`test/unit/engine/${folder}`).map((name) => name.replace(/\.test\.ts$/, ''));

  expect(members.map(({ id }) => id).filter((id) => !tests.includes(id))).toEqual([]);
});

test('every platform has recordings', () => {
  const recorded = readdirSync('test/fixtures/platforms');

  expect(platforms.map(({ id }) => id).filter((id) => !recorded.includes(id))).toEqual([]);
});

test('contract names begin with their domain', () => {
  expect(Object.keys(appContract).every((name) => name.startsWith('app.'))).toBe(true);
  expect(Object.keys(contract).every((name) => /^[a-z]+\.[a-zA-Z]+$/.test(name))).toBe(true);
});
