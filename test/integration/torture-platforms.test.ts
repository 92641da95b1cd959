import { expect, test } from 'vitest';
import { allHazards } from '../support/torture/all-hazards';
import { torturePersonalities } from '../support/torture/personalities';
import { torture } from '../support/torture/torture';

test('a personality of every platform, under every hazard, at every fifth cut', async () => {
  const personalities = torturePersonalities().filter(({ name }) => !name.startsWith('lab '));

  const { failures, ...counts } = await torture(personalities, allHazards, { seed: 2, every: 5 });

  console.info(`torture, platforms: ${JSON.stringify(counts)}`);
  expect(failures.slice(0, 20)).toEqual([]);
}, 900_000);
