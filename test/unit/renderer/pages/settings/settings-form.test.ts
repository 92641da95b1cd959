import { expect, test } from 'vitest';
import { defaultSettings } from '../../../../../shared/model/settings';
import { settingsInput, settingsValues } from '../../../../../renderer/pages/settings/settings-form';

test('settings that are opened and saved stay as they were', () => {
  const stored = defaultSettings();

  expect(settingsInput(stored, settingsValues(stored))).toEqual(stored);
});

test('budgets are shown in seconds and stored in whole milliseconds', () => {
  const stored = defaultSettings();
  const values = settingsValues(stored);

  expect(values.budgets.connectSeconds).toBe(15);
  expect(
    settingsInput(stored, { ...values, budgets: { ...values.budgets, connectSeconds: 2.0004 } }).budgets.connectMs,
  ).toBe(2000);
});
