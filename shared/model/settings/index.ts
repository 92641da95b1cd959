import * as z from 'zod';
import { SettingsV1 } from './v1';
import { SettingsV2, fromV1 } from './v2';

export { ReportOptions, Thresholds } from './v1';
export { Budgets, mostDeviceMs, mostMegabytes, mostWaitMs } from './v2';

/** The newest version of the settings. */
export const Settings = SettingsV2;
export type Settings = SettingsV2;

/** Settings of a new installation. */
export function defaultSettings(): Settings {
  return Settings.parse({ version: 2 });
}

/**
 * Reads settings of any stored version and brings them to the newest.
 *
 * @throws ZodError when the value is no settings file of a known version
 */
export function migrate(stored: unknown): Settings {
  const known = z.discriminatedUnion('version', [SettingsV1, SettingsV2]).parse(stored);
  return known.version === 1 ? fromV1(known) : known;
}
