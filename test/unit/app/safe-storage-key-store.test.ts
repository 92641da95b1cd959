import { expect, test } from 'vitest';
import { safeStorageKeyStore, type SafeStorage } from '../../../electron/app/safe-storage-key-store';

function storage(changes: Partial<SafeStorage> = {}): SafeStorage & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    isEncryptionAvailable: () => asked.push('available') > 0,
    encryptString: (plain) => Buffer.from(`v11${Buffer.from(plain).toString('hex')}`),
    decryptString: (encrypted) => Buffer.from(encrypted.toString().slice(3), 'hex').toString(),
    ...changes,
  };
}

const linux = {
  platform: 'linux' as const,
  env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' },
  whenReady: () => Promise.resolve(),
  isKeyringUnlocked: () => Promise.resolve(true),
};

test('a key comes back from the key store as it went in', async () => {
  const store = safeStorageKeyStore(storage(), linux);
  const key = Uint8Array.from({ length: 32 }, (_, index) => index * 8);

  const wrapped = await store.wrap(key);

  expect(await store.isAvailable()).toBe(true);
  expect(Buffer.from(wrapped).includes(Buffer.from(key))).toBe(false);
  expect(Uint8Array.from(await store.unwrap(wrapped))).toEqual(key);
});

test.each([
  ['a locked keyring', { ...linux, isKeyringUnlocked: () => Promise.resolve(false) }],
  ['no session bus', { ...linux, env: {} }],
  ['XUNJIAN_KEY_STORE=none', { ...linux, env: { ...linux.env, XUNJIAN_KEY_STORE: 'none' } }],
  ['XUNJIAN_KEY_STORE=none on Windows', { ...linux, platform: 'win32' as const, env: { XUNJIAN_KEY_STORE: 'none' } }],
])('with %s safeStorage is not even asked', async (_name, surroundings) => {
  const asked = storage();

  expect(await safeStorageKeyStore(asked, surroundings).isAvailable()).toBe(false);
  expect(asked.asked).toEqual([]);
});

test('basic_text is no key store', async () => {
  const basic = storage({ getSelectedStorageBackend: () => 'basic_text' });
  const real = storage({ getSelectedStorageBackend: () => 'gnome_libsecret' });

  expect(await safeStorageKeyStore(basic, linux).isAvailable()).toBe(false);
  expect(await safeStorageKeyStore(real, linux).isAvailable()).toBe(true);
});

test('on Windows and macOS the keyring of Linux is not looked for', async () => {
  const surroundings = {
    ...linux,
    platform: 'win32' as const,
    env: {},
    isKeyringUnlocked: () => Promise.resolve(false),
  };

  expect(await safeStorageKeyStore(storage(), surroundings).isAvailable()).toBe(true);
});

test('nothing is asked before the app is ready', async () => {
  const asked = storage();
  let ready = (): void => undefined;
  const whenReady = () => new Promise<void>((resolve) => (ready = resolve));

  const answer = safeStorageKeyStore(asked, { ...linux, whenReady }).isAvailable();
  const before = [...asked.asked];
  ready();

  expect(await answer).toBe(true);
  expect(before).toEqual([]);
});
