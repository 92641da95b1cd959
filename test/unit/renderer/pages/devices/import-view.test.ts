import { expect, test } from 'vitest';
import type { ImportProblem, ImportRow } from '../../../../../shared/model/import';
import { importCounts, looseProblems, problemsOf } from '../../../../../renderer/pages/devices/import-view';

const problem = (severity: ImportProblem['severity'], row: number | null): ImportProblem => ({
  severity,
  sheet: 'assets',
  row,
  column: null,
  code: 'no-address',
  found: '',
});
const row = (isUsable: boolean, effect: ImportRow['effect'], problems: number[] = []): ImportRow => ({
  sheet: 'assets',
  row: 2,
  device: {
    name: 'n',
    host: '192.0.2.1',
    port: 22,
    protocol: 'ssh',
    platform: 'alcatel_aos',
    username: '',
    group: '',
    comment: '',
    commands: [],
    isSkipped: false,
  },
  hasPassword: true,
  hasEnableSecret: false,
  isUsable,
  effect,
  problems,
});
const preview = {
  problems: [problem('warning', 2), problem('error', 2), problem('warning', null)],
  rows: [row(true, 'new'), row(true, 'update'), row(true, 'none'), row(false, 'new', [0, 1])],
};

test('a row that is left out is counted as left out, not as new', () => {
  expect(importCounts(preview)).toEqual({
    usable: 3,
    fresh: 1,
    update: 1,
    same: 1,
    left: 1,
    errors: 1,
    warnings: 2,
  });
});

test('errors of a row come before its warnings', () => {
  expect(preview.rows.map((each) => problemsOf(preview, each).map((found) => found.severity))).toEqual([
    [],
    [],
    [],
    ['error', 'warning'],
  ]);
});

test('a problem that no row owns is shown for the file', () => {
  expect(looseProblems(preview)).toEqual([problem('warning', null)]);
});
