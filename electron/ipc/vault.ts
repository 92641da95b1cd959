import type { Handlers } from '../../shared/contract/define';
import type { vaultContract } from '../../shared/contract/vault';
import { AppError } from '../../shared/errors';
import { askFirst } from './ask-to-move';
import type { Services } from './services';

export function vaultHandlers(services: Services): Handlers<typeof vaultContract> {
  const { vault, outbox, scheduler, changed, bindSecrets, log } = services;
  const after = async (open: () => Promise<void> | void) => {
    const wasLocked = vault.status().isLocked;
    await open();
    bindSecrets();
    if (wasLocked && !vault.status().isLocked) {
      log.info('vault opened', { mode: vault.status().mode });
      // Messages that waited for the vault go out now; a second start would take those on the wire for cut off.
      outbox.start();
      // A run that fell due while it was shut begins now.
      scheduler.look();
    }
    changed();
    return vault.status();
  };
  return {
    'vault.status': () => vault.status(),
    'vault.unlock': ({ password }) => after(() => vault.unlock(password)),
    'vault.setPassword': async ({ password, old }) => {
      const { mode, isLocked } = vault.status();
      // The key store protects it without a password that could be asked for.
      if (mode === 'os' && !isLocked)
        await askFirst(services, { message: 'dialog.password', detail: 'dialog.password.detail' });
      return after(() => vault.setPassword(password, old));
    },
    'vault.useSession': () => after(() => vault.useSession()),
    'vault.retry': () =>
      after(async () => {
        await vault.open();
      }),
    'vault.beginAnew': ({ password }) =>
      after(async () => {
        if (!vault.status().isLocked) throw new AppError('vault.wrong-password');
        vault.useSession();
        await vault.setPassword(password);
      }),
  };
}
