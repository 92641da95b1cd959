import { expect, test } from 'vitest';
import { countFindings, groupFindings } from '../../../../../renderer/pages/run/finding-groups';
import type { ReportFinding } from '../../../../../shared/model/report';
import type { Level } from '../../../../../shared/model/verdict';

const finding = (check: string, level: Level, subject = ''): ReportFinding => ({
  check,
  title: `title of ${check}`,
  subject,
  level,
  reason: 'within-limit',
  value: null,
  unit: null,
  limit: null,
  limitSource: null,
  proof: { command: '', line: '' },
  code: null,
  sentence: '',
  advice: '',
});

test('one trouble among hundreds of good findings stands alone and first', () => {
  const ports = Array.from({ length: 300 }, (_, port) => finding('interface-errors', 'pass', `1/1/${port}`));
  const { troubles, good } = groupFindings([...ports, finding('cpu-load', 'fail'), finding('fan', 'pass')]);

  expect(troubles.map(({ check, findings }) => [check, findings.length])).toEqual([['cpu-load', 1]]);
  expect(good.map(({ check, findings }) => [check, findings.length])).toEqual([
    ['interface-errors', 300],
    ['fan', 1],
  ]);
  expect(countFindings(good)).toBe(301);
});

test('troubles are ordered by level, and a check with two levels makes two groups', () => {
  const given = [
    finding('fan', 'unknown'),
    finding('optic-level', 'warn', '1'),
    finding('optic-level', 'fail', '2'),
    finding('cpu-load', 'warn'),
    finding('optic-level', 'warn', '3'),
    finding('temperature', 'n/a'),
  ];
  const { troubles, notApplicable } = groupFindings(given);

  expect(troubles.map(({ level, check, findings }) => [level, check, findings.length])).toEqual([
    ['fail', 'optic-level', 1],
    ['warn', 'optic-level', 2],
    ['warn', 'cpu-load', 1],
    ['unknown', 'fan', 1],
  ]);
  expect(new Set(troubles.map(({ key }) => key)).size).toBe(4);
  expect(notApplicable.map(({ check }) => check)).toEqual(['temperature']);
});

test('no finding is lost', () => {
  const levels = ['pass', 'warn', 'fail', 'unknown', 'n/a'] as const;
  const given = Array.from({ length: 97 }, (_, place) => finding(`check-${place % 7}`, levels[place % 5] ?? 'pass'));
  const { troubles, good, notApplicable } = groupFindings(given);

  expect(countFindings([...troubles, ...good, ...notApplicable])).toBe(97);
});
