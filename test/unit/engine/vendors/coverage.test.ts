import { expect, test } from 'vitest';
import { checks, platforms } from '../../../../electron/engine/registries.generated';
import { coverageCells, coverageTable, type Cell } from '../../../support/coverage';
import { platformRecordings } from '../../../support/platform-recordings';

// A check is claimed for a platform when a recording passes it; then another one must show that it can do otherwise.
const checkIds = checks.map(({ id }) => id);
const cells = coverageCells(platformRecordings()).filter(({ check }) => checkIds.includes(check));
const claimed = cells.filter(({ passes }) => passes.size > 0);
const named = (some: readonly Cell[]): readonly string[] => some.map(({ platform, check }) => `${platform} ${check}`);

test('the table platform × check, printed', () => {
  const ids = platforms.map(({ id }) => id).filter((id) => cells.some(({ platform }) => platform === id));
  const judged = claimed.filter(({ troubles }) => troubles.size > 0);

  const table = coverageTable(cells, ids, checkIds);
  console.info(`${table}\n${claimed.length} cells claimed, in ${judged.length} a recording is 注意 or 异常`);

  expect(judged.length).toBeGreaterThanOrEqual(300);
});

test('every cell claimed has a recording that must not pass', () => {
  expect(named(claimed.filter(({ troubles, unread }) => troubles.size + unread.size === 0))).toEqual([]);
});

test('every check is judged both ways on some platform', () => {
  const judged = new Set(claimed.filter(({ troubles }) => troubles.size > 0).map(({ check }) => check));

  expect(checkIds.filter((id) => !judged.has(id))).toEqual([]);
});
