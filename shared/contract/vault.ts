import * as z from 'zod';
import { call, type Contract } from './define';

/** What the window shows of the vault; never a secret. */
export const VaultView = z.object({
  mode: z.enum(['os', 'password', 'session']),
  isLocked: z.boolean(),
  /** Nothing is set up yet and there is no key store: ask for a master password or session mode. */
  isNew: z.boolean(),
  hasKeyStore: z.boolean(),
});
export type VaultView = z.infer<typeof VaultView>;

const Password = z.string().min(8).max(1024);

/** Messages about the vault. A password goes in and none comes out. */
export const vaultContract = {
  'vault.status': call(z.void(), VaultView),
  'vault.unlock': call(z.object({ password: z.string().max(1024) }), VaultView),
  /** `old` is the password until now, where there is one. Where the key store protects the vault, the user is asked. */
  'vault.setPassword': call(z.object({ password: Password, old: z.string().max(1024).optional() }), VaultView),
  'vault.useSession': call(z.void(), VaultView),
  /** Asks the key store again: the user has unlocked it meanwhile. */
  'vault.retry': call(z.void(), VaultView),
  /** Begins a new vault under a master password; the one that cannot be opened is kept under another name. */
  'vault.beginAnew': call(z.object({ password: Password }), VaultView),
} as const satisfies Contract;
