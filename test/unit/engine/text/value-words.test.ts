import { expect, test } from 'vitest';
import { valueWords } from '../../../../electron/engine/text/value-words';

test.each([
  [90_000, 's', '1 天 1 小时'],
  [86_400 * 41, 's', '41 天'],
  [3_720, 's', '1 小时 2 分'],
  [125, 's', '2 分 5 秒'],
  [60, 's', '1 分钟'],
  [7_200, 's', '2 小时'],
  [7_205, 's', '2 小时'],
  [45, 's', '45 秒'],
  [0, 's', '0 秒'],
  [400, 'd', '400 天'],
  [287_154_176, 'B', '287.2 MB'],
  [-7, '°C', '-7 °C'],
  [12, '', '12'],
  ['UP', null, 'UP'],
] as const)('%s %s is %s', (value, unit, text) => {
  expect(valueWords(value, unit, 'zh-CN')).toBe(text);
});
