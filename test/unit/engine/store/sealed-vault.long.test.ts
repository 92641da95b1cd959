import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createVault } from '../../../../electron/engine/store/sealed-vault';
import type { KeyStore, Vault } from '../../../../electron/engine/store/vault';
import { SecretRef } from '../../../../shared/model/ids';
import { allFiles, countingRandom, keepingLog, somewhere, temporaryFolder } from '../../../support/store-parts';

const secret = '机房-Pa55word!';
const password = '主密码-一二三四';
const slow = 60_000;

/** A key store like the operating system's: what it wraps only it can unwrap. */
function memoryKeyStore(isThere = true): KeyStore {
  const mask = 0x5a;
  const turn = (bytes: Uint8Array) => Promise.resolve(bytes.map((byte) => byte ^ mask));
  return { isAvailable: () => Promise.resolve(isThere), wrap: turn, unwrap: turn };
}

function parts(folder: string, keyStore: KeyStore | undefined) {
  const registered: string[] = [];
  const log = keepingLog();
  const vault = createVault({
    path: join(folder, 'vault.json'),
    keyStore,
    redactor: { register: (text) => void registered.push(text) },
    random: countingRandom(),
    log,
  });
  return { vault, registered, log };
}

async function vaultWithPassword(folder: string): Promise<{ readonly vault: Vault; readonly ref: SecretRef }> {
  const { vault } = parts(folder, undefined);
  await vault.open();
  await vault.setPassword(password);
  return { vault, ref: vault.write(secret, somewhere) };
}

test('with a key store the vault opens by itself and again later', async () => {
  const folder = temporaryFolder();
  const first = parts(folder, memoryKeyStore());
  const opened = await first.vault.open();
  const ref = first.vault.write(secret, somewhere);

  const second = parts(folder, memoryKeyStore());
  const status = await second.vault.open();

  expect(opened).toEqual({ mode: 'os', isLocked: false, isNew: false, hasKeyStore: true });
  expect(status).toEqual(opened);
  expect(second.vault.read(ref, somewhere)).toBe(secret);
  expect(new Set(second.registered)).toEqual(new Set([secret]));
  expect(first.registered).toEqual([secret]);
});

test('without a key store a new vault waits for a master password', async () => {
  const folder = temporaryFolder();
  const { vault } = parts(folder, undefined);

  const status = await vault.open();

  expect(status).toEqual({ mode: 'password', isLocked: true, isNew: true, hasKeyStore: false });
  expect(() => vault.write(secret, somewhere)).toThrow(expect.objectContaining({ code: 'vault.locked' }));
  expect(() => vault.read(SecretRef.parse('x'), somewhere)).toThrow(expect.objectContaining({ code: 'vault.locked' }));
  expect(() => vault.seal(Buffer.from('x'), 'c')).toThrow(expect.objectContaining({ code: 'vault.locked' }));
  await expect(vault.unlock('whatever')).rejects.toMatchObject({ code: 'vault.locked' });
  expect(readdirSync(folder)).toEqual([]);
});

test('the right master password opens, a wrong one does not and changes nothing', { timeout: slow }, async () => {
  const folder = temporaryFolder();
  const { ref } = await vaultWithPassword(folder);
  const before = readFileSync(join(folder, 'vault.json'), 'utf8');
  const { vault } = parts(folder, undefined);
  const status = await vault.open();

  await expect(vault.unlock('主密码-四三二一')).rejects.toMatchObject({ code: 'vault.wrong-password' });
  const afterWrong = vault.status();
  await vault.unlock(password);

  expect(status).toEqual({ mode: 'password', isLocked: true, isNew: false, hasKeyStore: false });
  expect(afterWrong.isLocked).toBe(true);
  expect(vault.read(ref, somewhere)).toBe(secret);
  expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toBe(before);
});

test('a locked vault takes no new password, also before it was opened', { timeout: slow }, async () => {
  const folder = temporaryFolder();
  const { ref } = await vaultWithPassword(folder);
  const { vault } = parts(folder, undefined);

  await expect(vault.setPassword('another-one')).rejects.toMatchObject({ code: 'vault.locked' });
  await vault.unlock(password);

  expect(vault.read(ref, somewhere)).toBe(secret);
});

test('a master password set over the key store keeps secrets and sealed bytes', { timeout: slow }, async () => {
  const folder = temporaryFolder();
  const first = parts(folder, memoryKeyStore());
  await first.vault.open();
  const ref = first.vault.write(secret, somewhere);
  const sealed = first.vault.seal(Buffer.from('hostname SW-1'), 'config/d1');

  await first.vault.setPassword(password);
  const second = parts(folder, memoryKeyStore());
  const status = await second.vault.open();
  await second.vault.unlock(password);

  expect(status).toEqual({ mode: 'password', isLocked: true, isNew: false, hasKeyStore: true });
  expect(second.vault.read(ref, somewhere)).toBe(secret);
  expect(Buffer.from(second.vault.unseal(sealed, 'config/d1')).toString()).toBe('hostname SW-1');
});

test('a vault of the key store stays locked and untouched where the key store is gone', async () => {
  const folder = temporaryFolder();
  const first = parts(folder, memoryKeyStore());
  await first.vault.open();
  first.vault.write(secret, somewhere);
  const before = readFileSync(join(folder, 'vault.json'), 'utf8');

  const { vault } = parts(folder, memoryKeyStore(false));
  const status = await vault.open();

  expect(status).toEqual({ mode: 'os', isLocked: true, isNew: false, hasKeyStore: false });
  await expect(vault.unlock(password)).rejects.toMatchObject({ code: 'vault.no-key-store' });
  expect(readFileSync(join(folder, 'vault.json'), 'utf8')).toBe(before);
});

test('a key store made anew does not open the vault and is reported', async () => {
  const folder = temporaryFolder();
  const first = parts(folder, memoryKeyStore());
  await first.vault.open();
  const other: KeyStore = { ...memoryKeyStore(), unwrap: () => Promise.resolve(new Uint8Array(32)) };
  const failing: KeyStore = { ...memoryKeyStore(), unwrap: () => Promise.reject(new Error('keyring says no')) };

  for (const keyStore of [other, failing]) {
    const { vault, log } = parts(folder, keyStore);
    expect((await vault.open()).isLocked).toBe(true);
    expect(log.lines.join()).toContain('key');
  }
});

test('a key store that cannot wrap leaves a new vault waiting for a master password', async () => {
  const keyStore: KeyStore = { ...memoryKeyStore(), wrap: () => Promise.reject(new Error('keyring says no')) };
  const folder = temporaryFolder();
  const { vault } = parts(folder, keyStore);

  expect(await vault.open()).toEqual({ mode: 'password', isLocked: true, isNew: true, hasKeyStore: false });
  expect(readdirSync(folder)).toEqual([]);
});

test('session mode writes nothing', async () => {
  const folder = temporaryFolder();
  const { vault } = parts(folder, undefined);
  await vault.open();

  vault.useSession();
  const ref = vault.write(secret, somewhere);
  vault.remove(vault.write('other', somewhere));

  expect(vault.status()).toEqual({ mode: 'session', isLocked: false, isNew: false, hasKeyStore: false });
  expect(vault.read(ref, somewhere)).toBe(secret);
  expect(readdirSync(folder)).toEqual([]);
});

test('a session that gets a password keeps its secrets', { timeout: slow }, async () => {
  const folder = temporaryFolder();
  const { vault } = parts(folder, undefined);
  vault.useSession();
  const ref = vault.write(secret, somewhere);

  await vault.setPassword(password);
  const later = parts(folder, undefined).vault;
  await later.unlock(password);

  expect(later.read(ref, somewhere)).toBe(secret);
});

test(
  'a session beside a locked vault leaves it alone, and a new password sets it aside',
  { timeout: slow },
  async () => {
    const folder = temporaryFolder();
    await vaultWithPassword(folder);
    const before = readFileSync(join(folder, 'vault.json'), 'utf8');
    const { vault } = parts(folder, undefined);
    await vault.open();

    vault.useSession();
    vault.write('new secret', somewhere);
    const during = readFileSync(join(folder, 'vault.json'), 'utf8');
    await vault.setPassword('another-password');

    const kept = readdirSync(folder).filter((name) => name.startsWith('vault.json.replaced-'));
    expect(during).toBe(before);
    expect(kept).toHaveLength(1);
    expect(readFileSync(join(folder, kept[0] ?? ''), 'utf8')).toBe(before);
  },
);

test.each([
  ['not json', '{"version":1,"sec'],
  ['another shape', '{"version":1,"secrets":"none"}'],
  ['an empty file', ''],
])('a damaged vault (%s) is renamed and never overwritten', async (_name, text) => {
  const folder = temporaryFolder();
  const path = join(folder, 'vault.json');
  writeFileSync(path, text);
  const { vault } = parts(folder, memoryKeyStore());

  await expect(vault.open()).rejects.toMatchObject({ code: 'vault.damaged' });
  await vault.open();
  vault.write(secret, somewhere);

  const kept = readdirSync(folder).filter((name) => name.startsWith('vault.json.damaged-'));
  expect(kept).toHaveLength(1);
  expect(readFileSync(join(folder, kept[0] ?? ''), 'utf8')).toBe(text);
});

test('a vault of a newer program stays where it is and is not written', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'vault.json');
  writeFileSync(path, '{"version":3,"future":true}');
  const { vault } = parts(folder, memoryKeyStore());

  await expect(vault.open()).rejects.toMatchObject({ code: 'settings.newer' });
  await expect(vault.setPassword(password)).rejects.toMatchObject({ code: 'settings.newer' });
  expect(() => vault.write(secret, somewhere)).toThrow(expect.objectContaining({ code: 'vault.locked' }));
  expect(readFileSync(path, 'utf8')).toBe('{"version":3,"future":true}');
});

test('a secret moved to another name in the file is not given out', async () => {
  const folder = temporaryFolder();
  const first = parts(folder, memoryKeyStore());
  await first.vault.open();
  first.vault.write('password of one', somewhere, SecretRef.parse('device.one'));
  first.vault.write('password of two', somewhere, SecretRef.parse('device.two'));
  const path = join(folder, 'vault.json');
  const file = JSON.parse(readFileSync(path, 'utf8'));
  file.secrets['device.two'] = file.secrets['device.one'];
  writeFileSync(path, JSON.stringify(file));

  const { vault } = parts(folder, memoryKeyStore());
  await vault.open();

  expect(() => vault.read(SecretRef.parse('device.two'), somewhere)).toThrow(
    expect.objectContaining({ code: 'vault.other-key' }),
  );
});

test('sealed bytes open only with their context and unchanged', async () => {
  const { vault } = parts(temporaryFolder(), memoryKeyStore());
  await vault.open();
  const sealed = vault.seal(Buffer.from('snmp community 机密'), 'config/d1');
  const changed = Uint8Array.from(sealed);
  changed[sealed.length - 1] = (changed[sealed.length - 1] ?? 0) ^ 1;
  const cut = sealed.subarray(0, 20);

  expect(Buffer.from(vault.unseal(sealed, 'config/d1')).toString()).toBe('snmp community 机密');
  expect(Buffer.from(sealed).includes('snmp')).toBe(false);
  expect(() => vault.unseal(sealed, 'config/d2')).toThrow(expect.objectContaining({ code: 'vault.other-key' }));
  expect(() => vault.unseal(changed, 'config/d1')).toThrow(expect.objectContaining({ code: 'vault.other-key' }));
  expect(() => vault.unseal(cut, 'config/d1')).toThrow(expect.objectContaining({ code: 'vault.other-key' }));
  expect(vault.seal(Buffer.from('same'), 'c')).not.toEqual(vault.seal(Buffer.from('same'), 'c'));
});

test('a removed secret is gone, and a write of many is one write', async () => {
  const folder = temporaryFolder();
  const { vault } = parts(folder, memoryKeyStore());
  await vault.open();
  const ref = vault.write(secret, somewhere);
  const before = readFileSync(join(folder, 'vault.json'), 'utf8');

  const during = vault.batch?.(() => {
    vault.remove(ref);
    vault.write('second', somewhere);
    return readFileSync(join(folder, 'vault.json'), 'utf8');
  });

  expect(during).toBe(before);
  expect(vault.read(ref, somewhere)).toBeUndefined();
  const secrets: object = JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')).secrets;
  expect(Object.keys(secrets)).toHaveLength(1);
});

test('neither secret, password nor key is in the file, the log or a status', { timeout: slow }, async () => {
  const folder = temporaryFolder();
  const kept: string[] = [];
  const keyStore = memoryKeyStore();
  const spying: KeyStore = {
    ...keyStore,
    wrap: (key) => {
      kept.push(Buffer.from(key).toString('latin1'), Buffer.from(key).toString('base64'));
      return keyStore.wrap(key);
    },
  };
  const { vault, log } = parts(folder, spying);
  await vault.open();
  vault.write(secret, somewhere);
  await vault.setPassword(password);
  await expect(vault.unlock('wrong')).resolves.toBeUndefined();

  const forbidden = [secret, password].flatMap((text) => [
    Buffer.from(text).toString('latin1'),
    Buffer.from(text).toString('base64'),
  ]);
  expect(kept).toHaveLength(2);
  const shown = [...allFiles(folder).map(({ text }) => text), ...log.lines, JSON.stringify(vault), String(vault)];
  for (const text of shown) {
    for (const word of [...forbidden, ...kept]) expect(text).not.toContain(word);
  }
  expect(existsSync(join(folder, 'vault.json.part'))).toBe(false);
});
