import type { Handlers } from '../../shared/contract/define';
import type { vaultContract } from '../../shared/contract/vault';
import type { Services } from './services';

export function vaultHandlers({ vault, outbox, changed }: Services): Handlers<typeof vaultContract> {
  const opened = () => {
    // Messages that waited for the vault go out now.
    outbox.start();
    changed();
    return vault.status();
  };
  return {
    'vault.status': () => vault.status(),
    'vault.unlock': async ({ password }) => {
      await vault.unlock(password);
      return opened();
    },
    'vault.setPassword': async ({ password }) => {
      await vault.setPassword(password);
      return opened();
    },
    'vault.useSession': () => {
      vault.useSession();
      return opened();
    },
  };
}
