import type { Handlers } from '../../shared/contract/define';
import type { vaultContract } from '../../shared/contract/vault';
import type { Services } from './services';

export function vaultHandlers({ vault, outbox, changed }: Services): Handlers<typeof vaultContract> {
  const after = async (open: () => Promise<void> | void) => {
    const wasLocked = vault.status().isLocked;
    await open();
    // Messages that waited for the vault go out now; a second start would take those on the wire for cut off.
    if (wasLocked && !vault.status().isLocked) outbox.start();
    changed();
    return vault.status();
  };
  return {
    'vault.status': () => vault.status(),
    'vault.unlock': ({ password }) => after(() => vault.unlock(password)),
    'vault.setPassword': ({ password }) => after(() => vault.setPassword(password)),
    'vault.useSession': () => after(() => vault.useSession()),
    'vault.retry': () =>
      after(async () => {
        await vault.open();
      }),
    'vault.beginAnew': ({ password }) =>
      after(async () => {
        vault.useSession();
        await vault.setPassword(password);
      }),
  };
}
