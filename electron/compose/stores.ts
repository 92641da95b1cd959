import { join, resolve } from 'node:path';
import type { AppInfo } from '../../shared/contract/app';
import { AppError } from '../../shared/errors';
import { createHostKeyStore } from '../engine/store/host-key-store';
import { createInventoryStore } from '../engine/store/inventory-store';
import { openLedger } from '../engine/store/ledger/open-ledger';
import { openRunFolder, runFolderPath } from '../engine/store/run-folder';
import { createVault } from '../engine/store/sealed-vault';
import type { SetAside } from '../engine/store/set-aside';
import { createSettingsStore } from '../engine/store/settings-store';
import type { Vault } from '../engine/store/vault';
import type { Services } from '../ipc/services';
import { tellNames } from './tell-redactor';
import type { World } from './world';

/** Everything that lies in the data folder, opened, and what the user must be told about it. */
export type Stores = Pick<Services, 'settings' | 'inventory' | 'hostKeys' | 'vault' | 'ledger'> & {
  readonly notices: AppInfo['notices'];
};

/** Opens the stores. A file that cannot be used was renamed, a new one is begun, and a notice says so. */
export function openStores(world: World): Stores {
  const { clock, log, random, redactor, dataFolder, openFile, keyStore } = world;
  const files = { folder: dataFolder, log, openFile };
  const settings = createSettingsStore(files);
  const inventory = createInventoryStore({ ...files, random });
  tellNames(inventory.list(), redactor);
  inventory.onChange((devices) => tellNames(devices, redactor));
  const hostKeys = createHostKeyStore({ ...files, later: clock.after });
  const vault = createVault({ path: join(dataFolder, 'vault.json'), keyStore, redactor, random, log });
  const opened = openLedger(join(dataFolder, 'ledger.sqlite'), log);
  const notices = [settings, inventory, hostKeys, opened].flatMap(({ setAside }) => noticeOf(setAside));
  return { settings, inventory, hostKeys, vault, ledger: opened.ledger, notices };
}

function noticeOf(setAside: SetAside | undefined): AppInfo['notices'] {
  if (setAside === undefined) return [];
  const { file, kept, reason } = setAside;
  return [{ code: reason === 'newer' ? 'settings.newer' : 'settings.invalid', params: { file, kept } }];
}

/** Opens the vault; a damaged one was renamed and is reported, and a new one is begun so that the app can be used. */
export async function openVault(vault: Vault, notices: AppInfo['notices']): Promise<void> {
  try {
    await vault.open();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notices.push({ code: error.code, params: { ...error.params } });
    // A file of a newer program stays where it is, and the vault stays shut.
    if (error.code === 'vault.damaged') await vault.open();
  }
}

/** Removes the oldest runs with their folders, as many as are beyond what the user keeps. */
export async function pruneRuns(
  { ledger, settings }: Pick<Stores, 'ledger'> & { readonly settings: Pick<Stores['settings'], 'get'> },
  { log, dataFolder }: Pick<World, 'log' | 'dataFolder'>,
): Promise<void> {
  const { keepRuns } = settings.get();
  if (keepRuns === 0) return;
  for (const run of ledger.runs.list(keepRuns + 100).slice(keepRuns)) {
    // A row of the history may name any folder; only those that the app makes are its own to remove.
    if (resolve(run.folder) === resolve(runFolderPath(dataFolder, run.id))) openRunFolder(run.folder).owned.removeAll();
    else log.info('run folder left alone', { runId: run.id });
    ledger.runs.remove(run.id);
    log.info('old run removed', { runId: run.id });
  }
}
