import { expect, test } from 'vitest';
import { parseRun } from '../../../../electron/headless/arguments';
import { Settings, defaultSettings, migrate } from '../../../../shared/model/settings';

/** The longest wait of one timer of Node, milliseconds. */
const longestTimerMs = 2 ** 31 - 1;
const limits = { connectMs: 3_600_000, commandMs: 3_600_000, fileMs: 3_600_000, deviceMs: 86_400_000 };
const waits = Object.entries(limits);

const withBudget = (name: string, value: number): unknown => ({ version: 2, budgets: { [name]: value } });

test.each([...waits, ['outputMegabytes', 256], ['fileMegabytes', 256]] as const)(
  'the budget %s ends at %d, which every timer holds',
  (name, most) => {
    expect(most).toBeLessThan(longestTimerMs);
    expect(Settings.parse(withBudget(name, most)).budgets).toMatchObject({ [name]: most });
    for (const value of [most + 1, longestTimerMs + 1, Number.MAX_SAFE_INTEGER, Infinity, Number.NaN, -1, 0, 1.5]) {
      expect(Settings.safeParse(withBudget(name, value)).success, String(value)).toBe(false);
    }
  },
);

test.each(waits)('a stored %s of version 1 that no timer holds becomes the longest allowed', (name, most) => {
  for (const value of [most + 1, longestTimerMs + 1, Number.MAX_SAFE_INTEGER]) {
    const stored = { version: 1, concurrency: 7, budgets: { [name]: value } };

    expect(migrate(stored)).toEqual({
      ...defaultSettings(),
      concurrency: 7,
      budgets: { ...defaultSettings().budgets, [name]: most },
    });
  }
});

test('settings of version 1 within the bounds are as they were', () => {
  const budgets = { connectMs: 100, commandMs: 200, fileMs: 300, deviceMs: 4000 };

  expect(migrate({ version: 1, keepRuns: 3, budgets })).toMatchObject({ version: 2, keepRuns: 3, budgets });
});

test.each([
  ['--connect-timeout-ms', 100, 3_600_000],
  ['--command-timeout-ms', 100, 3_600_000],
  ['--device-timeout-ms', 1000, 86_400_000],
  ['--concurrency', 1, 200],
])('%s takes %d to %d', (option, least, most) => {
  const parse = (value: string) => parseRun(['--inventory', 'a.csv', '--out', 'b', option, value]);

  for (const value of [least, most]) expect(Object.values(parse(String(value)))).toContain(value);
  for (const value of [least - 1, most + 1, longestTimerMs + 1, '1e99', 'Infinity', 'NaN', '-1', '']) {
    expect(() => parse(String(value)), String(value)).toThrow(expect.objectContaining({ code: 'args.invalid' }));
  }
});
