import { expect, test } from 'vitest';
import { addressWords, formatInteger, limitWords, resultWords } from '../../../../electron/engine/reports/words';
import type { ReportDevice, ReportFinding } from '../../../../shared/model/report';
import { sampleReport } from '../../../support/sample-report';

const [device] = sampleReport().devices;

function finding(change: Partial<ReportFinding>): ReportFinding {
  const base = device?.findings.find(({ check }) => check === 'cpu-load');
  if (base === undefined) throw new Error('the sample has no CPU load');
  return { ...base, ...change };
}

test.each([
  [91, '%', '91 %'],
  [400, 'd', '400 天'],
  [45, 's', '45 秒'],
  [18_340_869, 's', '212 天 6 小时'],
  [912_384_000, 'B', '912.4 MB'],
  ['UP', null, 'UP'],
])('the value %s %s is written %s', (value, unit, words) => {
  expect(resultWords(finding({ value, unit, level: 'pass' }), 'zh-CN')).toBe(words);
});

test('what was not judged is written as its sentence, never as a value', () => {
  const words = resultWords(finding({ value: 14, level: 'unknown', sentence: '没有读到。' }), 'zh-CN');

  expect(words).toBe('没有读到。');
});

test('a limit says where it came from', () => {
  expect(limitWords(finding({}), 'zh-CN')).toBe('80 %（设备自身限值）');
  expect(limitWords(finding({ limitSource: 'settings' }), 'en')).toBe('80 % (set by the user)');
  expect(limitWords(finding({ limit: null, reason: 'status-good' }), 'zh-CN')).toBe('设备状态正常');
  expect(limitWords(finding({ limit: null, reason: 'cut' }), 'zh-CN')).toBe('—');
});

test('an IPv6 address stands in brackets before its port', () => {
  const six = { ...device, host: '2001:db8::1' } as ReportDevice;

  expect(addressWords(six)).toBe('[2001:db8::1]:22 (SSH)');
});

test('thousands are grouped', () => {
  expect([formatInteger(7), formatInteger(20_480), formatInteger(1_234_567)]).toEqual(['7', '20,480', '1,234,567']);
});
