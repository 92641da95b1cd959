import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRedactor } from '../../electron/compose/first-parts';
import { createVault } from '../../electron/engine/store/sealed-vault';
import type { KeyStore } from '../../electron/engine/store/vault';
import { vaultHandlers } from '../../electron/ipc/vault';
import type { Services } from '../../electron/ipc/services';
import { systemRandom } from '../../electron/node-ports';
import { somewhere } from '../support/store-parts';
import { silentLog } from '../support/silent-log';

/** A key store that can be taken away, as a keyring that is not unlocked. */
function keyring(): KeyStore & { isUnlocked: boolean } {
  const store = {
    isUnlocked: true,
    isAvailable: () => Promise.resolve(store.isUnlocked),
    wrap: (key: Uint8Array) => Promise.resolve(key.map((byte) => byte ^ 0x5a)),
    unwrap: (key: Uint8Array) => Promise.resolve(key.map((byte) => byte ^ 0x5a)),
  };
  return store;
}

test('a vault whose key store is away opens by trying again, or is begun anew with the old file kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-vault-'));
  const keyStore = keyring();
  const parts = {
    path: join(folder, 'vault.json'),
    keyStore,
    redactor: createRedactor(),
    random: systemRandom,
    log: silentLog,
  };
  const first = createVault(parts);
  await first.open();
  const ref = first.write('kept-secret', somewhere);

  keyStore.isUnlocked = false;
  const vault = createVault(parts);
  const starts: string[] = [];
  const outbox = { start: () => void starts.push('outbox') };
  const scheduler = { look: () => void starts.push('schedule') };
  const handlers = vaultHandlers({
    vault,
    outbox,
    scheduler,
    log: silentLog,
    changed: () => undefined,
    bindSecrets: () => undefined,
  } as unknown as Services);
  const away = await vault.open();
  const still = await handlers['vault.retry'](undefined);
  keyStore.isUnlocked = true;
  const back = await handlers['vault.retry'](undefined);
  const read = vault.read(ref, somewhere);
  keyStore.isUnlocked = false;
  const second = createVault(parts);
  await second.open();
  const anew = await vaultHandlers({
    vault: second,
    outbox,
    scheduler,
    log: silentLog,
    changed: () => undefined,
    bindSecrets: () => undefined,
  } as unknown as Services)['vault.beginAnew']({ password: 'a-new-password' });

  expect([away.isLocked, still.isLocked, back.isLocked]).toEqual([true, true, false]);
  expect(read).toBe('kept-secret');
  expect(anew).toMatchObject({ mode: 'password', isLocked: false });
  expect(starts).toEqual(['outbox', 'schedule', 'outbox', 'schedule']);
  expect(readdirSync(folder).filter((name) => name.startsWith('vault.json')).length).toBe(2);
  rmSync(folder, { recursive: true, force: true });
});
