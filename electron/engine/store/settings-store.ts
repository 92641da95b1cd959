import { Settings, defaultSettings, migrate } from '../../../shared/model/settings';
import type { Log } from '../ports';
import type { OpenJsonFile } from './json-file';
import type { SetAside } from './set-aside';
import { openVersionedStore } from './versioned-store';

/** The settings of the program. Holds references to secrets, never a secret. */
export type SettingsStore = {
  get(): Settings;
  /** Checks, keeps and returns what was kept. @throws ZodError, AppError `disk.full` */
  save(next: Settings): Settings;
  /** The settings file that could not be used at the start: error `settings.invalid` or, for `newer`, `settings.newer`. */
  readonly setAside: SetAside | undefined;
};

type SettingsParts = {
  /** The data folder; the file is `settings.json` in it. */
  readonly folder: string;
  readonly log: Log;
  /** electron-store in the app (`loadElectronJsonFile`), plain files by default. */
  readonly openFile?: OpenJsonFile;
};

/** Opens the settings; those of a new installation are the defaults and are written with the first change. */
export function createSettingsStore(parts: SettingsParts): SettingsStore {
  const store = openVersionedStore<Settings>({
    ...parts,
    name: 'settings',
    migrate,
    initial: defaultSettings,
    newestVersion: defaultSettings().version,
  });
  return {
    get: store.get,
    save(next) {
      const kept = Settings.parse(next);
      store.set(kept);
      return kept;
    },
    setAside: store.setAside,
  };
}
