import { SettingsV1 } from './v1';

export { Budgets, ReportOptions, Thresholds } from './v1';

/** The newest version of the settings. */
export const Settings = SettingsV1;
export type Settings = SettingsV1;

/** Settings of a new installation. */
export function defaultSettings(): Settings {
  return Settings.parse({ version: 1 });
}

/**
 * Reads settings of any stored version and brings them to the newest.
 *
 * @throws ZodError when the value is no settings file of a known version
 */
export function migrate(stored: unknown): Settings {
  return Settings.parse(stored);
}
