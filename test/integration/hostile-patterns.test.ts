import { expect, test } from 'vitest';
import { platforms } from '../../electron/engine/registries.generated';
import { inspectedRecordings } from '../support/hostile/inspected-recordings';
import { growthOf } from '../support/hostile/growth';
import { patternsInCode, patternsUsedBy, type FoundPattern } from '../support/hostile/regex-collector';

const folders = ['electron/engine', 'electron/ipc', 'electron/app', 'electron/compose', 'electron/headless', 'shared'];

/** Patterns that see lines of at most 300 characters, which their own file makes sure of. */
const shortLinesOnly = ['electron/engine/command-line/questions.ts'];

const ofPlatforms = (): readonly FoundPattern[] =>
  platforms.flatMap(({ id, traits, secrets, readOnly }) =>
    [
      ...secrets,
      ...readOnly,
      traits.prompt,
      ...traits.refusals,
      ...traits.noise,
      ...traits.pagers.map((each) => each.pattern),
    ].map(({ source, flags }) => ({ where: id, source, flags })),
  );

const every = (): readonly FoundPattern[] => {
  const found = [...patternsInCode(folders), ...ofPlatforms(), ...patternsUsedBy(inspectedRecordings)];
  return [...new Map(found.map((each) => [`/${each.source}/${each.flags}`, each])).values()];
};

test('no pattern needs more than twice the steps for twice the length', () => {
  const patterns = every().filter(({ where }) => !shortLinesOnly.some((file) => where.startsWith(file)));
  const grown = patterns.map((pattern) => ({ pattern, ...growthOf(pattern) }));

  const tried = grown.reduce((sum, each) => sum + each.tried, 0);
  const worst = Math.max(...grown.filter(({ isLinear }) => isLinear).map(({ worstRatio }) => worstRatio));
  console.info(`${patterns.length} patterns, ${tried} texts, worst ratio of steps ${worst.toFixed(2)} (2 is linear)`);
  const bad = grown.filter(({ isLinear }) => !isLinear);
  expect(bad.map(({ pattern, worst: how }) => `${pattern.where} /${pattern.source}/ ${JSON.stringify(how)}`)).toEqual(
    [],
  );
  expect(patterns.length).toBeGreaterThan(1300);
}, 240_000);

test('what grows by the square is found', () => {
  const known = [/\s+$/, /^[-=]*---[-=]*$/, /\bkey\b.*\bend\b/];

  expect(known.filter((pattern) => growthOf(pattern).isLinear)).toEqual([]);
});
