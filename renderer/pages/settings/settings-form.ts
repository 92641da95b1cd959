import type { SettingsView } from '../../../shared/contract/settings';

/** What the settings form holds: budgets in seconds, the rest as stored. */
export type SettingsValues = Omit<SettingsView, 'budgets'> & {
  budgets: Pick<SettingsView['budgets'], 'outputMegabytes' | 'fileMegabytes'> & {
    connectSeconds: number;
    commandSeconds: number;
    fileSeconds: number;
    deviceSeconds: number;
  };
};

/** First values of the form. */
export function settingsValues(settings: SettingsView): SettingsValues {
  const { budgets, ...rest } = settings;
  return {
    ...rest,
    budgets: {
      connectSeconds: budgets.connectMs / 1000,
      commandSeconds: budgets.commandMs / 1000,
      fileSeconds: budgets.fileMs / 1000,
      deviceSeconds: budgets.deviceMs / 1000,
      outputMegabytes: budgets.outputMegabytes,
      fileMegabytes: budgets.fileMegabytes,
    },
  };
}

/** Typed values over the stored settings; what the form does not show stays. */
export function settingsInput(stored: SettingsView, values: SettingsValues): SettingsView {
  const { budgets, ...rest } = values;
  const milliseconds = (seconds: number): number => Math.round(seconds * 1000);
  return {
    ...stored,
    ...rest,
    thresholds: { ...stored.thresholds, ...rest.thresholds },
    report: { ...stored.report, ...rest.report },
    budgets: {
      ...stored.budgets,
      connectMs: milliseconds(budgets.connectSeconds),
      commandMs: milliseconds(budgets.commandSeconds),
      fileMs: milliseconds(budgets.fileSeconds),
      deviceMs: milliseconds(budgets.deviceSeconds),
      outputMegabytes: budgets.outputMegabytes,
      fileMegabytes: budgets.fileMegabytes,
    },
  };
}
