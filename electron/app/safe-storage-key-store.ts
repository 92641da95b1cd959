import type { KeyStore } from '../engine/store/vault';

/** The part of electron's safeStorage that is used; the last call is there on Linux alone. */
export type SafeStorage = {
  isEncryptionAvailable(): boolean;
  encryptString(plain: string): Buffer;
  decryptString(encrypted: Buffer): string;
  getSelectedStorageBackend?(): string;
};

/** What tells beforehand whether asking can hang. */
export type KeyStoreSurroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Resolves once the app is ready: before that safeStorage always says no. */
  readonly whenReady: () => Promise<void>;
  /**
   * Linux only: true when the session's secret service answers and its default collection is not locked. Asked in
   * another process, with a limit below a second, since safeStorage's own calls wait for the unlock prompt in this one.
   */
  readonly isKeyringUnlocked: () => Promise<boolean>;
};

/**
 * The operating system's key store as the vault sees it. On Linux safeStorage is not even asked without a session bus,
 * with a locked keyring, or with `XUNJIAN_KEY_STORE=none`; `basic_text` is no key store.
 */
export function safeStorageKeyStore(storage: SafeStorage, surroundings: KeyStoreSurroundings): KeyStore {
  return {
    isAvailable: async () => (await mayBeAsked(surroundings)) && isReal(storage),
    wrap: (key) => Promise.resolve(storage.encryptString(Buffer.from(key).toString('base64'))),
    unwrap: (wrapped) => Promise.resolve(Buffer.from(storage.decryptString(Buffer.from(wrapped)), 'base64')),
  };
}

async function mayBeAsked({ platform, env, whenReady, isKeyringUnlocked }: KeyStoreSurroundings): Promise<boolean> {
  if (env.XUNJIAN_KEY_STORE === 'none') return false;
  await whenReady();
  if (platform !== 'linux') return true;
  if ((env.DBUS_SESSION_BUS_ADDRESS ?? '') === '') return false;
  return isKeyringUnlocked();
}

function isReal(storage: SafeStorage): boolean {
  return storage.isEncryptionAvailable() && storage.getSelectedStorageBackend?.() !== 'basic_text';
}
