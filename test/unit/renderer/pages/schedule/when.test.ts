import { Cron } from 'croner';
import { expect, test } from 'vitest';
import { presets, whenOf, whenText } from '../../../../../renderer/pages/schedule/when';
import { When } from '../../../../../shared/model/schedule';
import { translate, type MessageKey } from '../../../../../shared/i18n/translate';

const t = (key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string =>
  translate('zh-CN', key, values);

test('every preset is an expression that fires and that the contract takes', () => {
  for (const { expression } of presets) {
    expect(When.parse(whenOf({ kind: 'cron', expression }))).toEqual({ kind: 'cron', expression });
    expect(new Cron(expression).nextRun()).not.toBeNull();
  }
});

test('no two presets mean the same', () => {
  expect(new Set(presets.map((preset) => preset.expression)).size).toBe(presets.length);
});

test('a time that is not complete is none', () => {
  expect(whenOf({ kind: 'cron', expression: '30 8 * *' })).toBeNull();
  expect(whenOf({ kind: 'interval', minutes: 4 })).toBeNull();
  expect(whenOf({ kind: 'interval', minutes: null })).toBeNull();
});

test('usual times are told in words, others as typed', () => {
  expect(whenText({ kind: 'cron', expression: '30 8 * * 1-5' }, t)).toBe('工作日 8:30');
  expect(whenText({ kind: 'cron', expression: '1 2 3 * *' }, t)).toBe('1 2 3 * *');
  expect(whenText({ kind: 'interval', minutes: 90 }, t)).toBe('每 90 分钟');
  expect(whenText({ kind: 'interval', minutes: 240 }, t)).toBe('每 4 小时');
});
