import type { SecretRef } from '../../../shared/model/ids';
import type { Destination, SecretReader } from '../ports';

/** How the data key is protected: by the operating system, a master password, or only in memory until quit. */
export type VaultMode = 'os' | 'password' | 'session';

/** Wraps the data key with the operating system's key store; electron's safeStorage, or none. */
export type KeyStore = {
  /** False where there is no real key store (`basic_text`, a locked keyring, headless). Answers within a second. */
  isAvailable(): Promise<boolean>;
  wrap(key: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
};

export type VaultStatus = {
  readonly mode: VaultMode;
  readonly isLocked: boolean;
  readonly isNew: boolean;
  readonly hasKeyStore: boolean;
};

/** Secrets and sealed bytes. AES-256-GCM under a random data key; nothing is ever written in plain text. */
export type Vault = SecretReader & {
  status(): VaultStatus;
  /**
   * Opens with the key store, creates on first use; stays locked where a master password is needed.
   *
   * @throws AppError `vault.damaged` after the file was renamed (call again to begin anew), `settings.newer`
   */
  open(): Promise<VaultStatus>;
  /** @throws AppError `vault.wrong-password`; `vault.no-key-store` where only the key store could open it */
  unlock(password: string): Promise<void>;
  /**
   * Protects the vault by a master password from now on; also the first set-up where there is no key store. The data
   * key stays, so secrets and snapshots do. Out of session mode a locked vault on disk is renamed, never written over.
   *
   * @param old the password until now, where there is one
   * @throws AppError `vault.locked` where a vault exists and is not open, `vault.wrong-password` where `old` is not it
   */
  setPassword(password: string, old?: string): Promise<void>;
  /** Keeps secrets in memory until quit; nothing is written. */
  useSession(): void;
  /** Stores under a new or given reference, for one destination and no other. @throws AppError `vault.locked` */
  write(text: string, destination: Destination, ref?: SecretRef): SecretRef;
  /** Gives a secret to another destination; one that does not belong to `from` stays where it is. @throws AppError `vault.locked` */
  rebind(ref: SecretRef, from: Destination, to: Destination): void;
  /**
   * Binds secrets of a vault that knew no destinations, where `find` knows one; the others are given to nobody.
   * Does nothing on a locked vault. Returns how many were bound.
   */
  bindUnbound(find: (ref: SecretRef) => Destination | undefined): number;
  /** Works on a locked vault too. */
  remove(ref: SecretRef): void;
  /** Writes and removals made inside land in one write when `work` returns. A vault without it writes each at once. */
  batch?<T>(work: () => T): T;
  /** Seals bytes with the data key; `context` must be the same when opened. */
  seal(bytes: Uint8Array, context: string): Uint8Array;
  /** @throws AppError `vault.other-key` when key or context differ or a byte was changed */
  unseal(sealed: Uint8Array, context: string): Uint8Array;
};
