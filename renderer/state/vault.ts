import type { VaultView } from '../../shared/contract/vault';
import { call } from '../api';
import { createResource, load, type Resource } from './resource';
import { useStore } from './store';

const vault = createResource<VaultView>();

/** How the vault stands. */
export function useVault(): Resource<VaultView> {
  return useStore(vault);
}

/** Reads how the vault stands. */
export async function loadVault(): Promise<void> {
  await load(vault, () => call('vault.status'));
}

/** Opens the vault with the master password. */
export async function unlockVault(password: string): Promise<void> {
  accept(await call('vault.unlock', { password }));
}

/** Sets the master password, or changes it: then `old` is the one until now. */
export async function setVaultPassword(password: string, old?: string): Promise<void> {
  accept(await call('vault.setPassword', { password, ...(old !== undefined && { old }) }));
}

/** Keeps secrets in memory only, until the program ends. */
export async function keepForSession(): Promise<void> {
  accept(await call('vault.useSession'));
}

/** Asks the system's key store once more. */
export async function retryVault(): Promise<void> {
  accept(await call('vault.retry'));
}

/** Begins a new vault; the old file is kept under another name. */
export async function beginVaultAnew(password: string): Promise<void> {
  accept(await call('vault.beginAnew', { password }));
}

function accept(value: VaultView): void {
  vault.set({ kind: 'ready', value, refreshError: null });
}
