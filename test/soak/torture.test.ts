import { expect, test } from 'vitest';
import { allHazards } from '../support/torture/all-hazards';
import { torturePersonalities } from '../support/torture/personalities';
import { torture } from '../support/torture/torture';

test('every personality, under every hazard, at every cut', async () => {
  const { failures, ...counts } = await torture(torturePersonalities(), allHazards, { seed: 3, every: 1 });

  console.info(`torture, every cut: ${JSON.stringify(counts)}`);
  expect(failures.slice(0, 20)).toEqual([]);
}, 3_600_000);
