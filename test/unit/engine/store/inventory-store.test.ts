import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createInventoryStore } from '../../../../electron/engine/store/inventory-store';
import { createVault } from '../../../../electron/engine/store/sealed-vault';
import { deviceDestination } from '../../../../electron/engine/store/way';
import type { Device, DeviceInput } from '../../../../shared/model/device';
import { DeviceId, type SecretRef } from '../../../../shared/model/ids';
import { allFiles, countingRandom, keepingLog, temporaryFolder } from '../../../support/store-parts';

const input: DeviceInput = {
  name: '核心交换机',
  host: '192.0.2.10',
  port: 22,
  protocol: 'ssh',
  platform: 'alcatel_aos',
  username: 'inspector',
  group: '机房',
  comment: '',
  commands: [],
  isSkipped: false,
};
const password = 'Pa55-of-the-core';
const enable = 'En4ble-of-the-core';

function open(folder = temporaryFolder()) {
  const keyStore = {
    isAvailable: () => Promise.resolve(true),
    wrap: (key: Uint8Array) => Promise.resolve(key.map((byte) => byte ^ 0x5a)),
    unwrap: (key: Uint8Array) => Promise.resolve(key.map((byte) => byte ^ 0x5a)),
  };
  const path = join(folder, 'vault.json');
  const random = countingRandom();
  const log = keepingLog();
  const vault = createVault({ path, keyStore, redactor: { register: () => undefined }, random, log });
  return { folder, log, vault, store: createInventoryStore({ folder, log, random }) };
}

/** What the vault gives for the place where the device stands now. */
function read({ vault, store }: Pick<ReturnType<typeof open>, 'vault' | 'store'>, device: Device, ref?: SecretRef) {
  return ref && vault.read(ref, deviceDestination(device, store.list()));
}

function secretCount(folder: string): number {
  return Object.keys(JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8')).secrets).length;
}

test('a device is kept without its secrets, which lie in the vault', async () => {
  const { folder, vault, store } = open();
  await vault.open();

  const device = store.save({ ...input, passwordText: password, enableSecretText: enable }, vault);

  const again = open(folder);
  await again.vault.open();
  expect(again.store.list()).toEqual([device]);
  expect(again.store.find(device.id)).toEqual(device);
  expect(read(again, device, device.password)).toBe(password);
  expect(read(again, device, device.enableSecret)).toBe(enable);
  expect(Object.keys(device)).not.toContain('passwordText');
  for (const { text } of allFiles(folder)) {
    expect(text).not.toContain(password);
    expect(text).not.toContain(enable);
  }
});

test('a secret left out stays, an empty one is cleared, a new one replaces', async () => {
  const { folder, vault, store } = open();
  await vault.open();
  const { id } = store.save({ ...input, passwordText: password, enableSecretText: enable }, vault);

  const renamed = store.save({ ...input, id, name: '汇聚' }, vault);
  const kept = read({ vault, store }, renamed, renamed.password);
  const changed = store.save({ ...input, id, passwordText: 'next-one', enableSecretText: '' }, vault);

  expect(kept).toBe(password);
  expect(renamed.name).toBe('汇聚');
  expect(read({ vault, store }, changed, changed.password)).toBe('next-one');
  expect(changed.enableSecret).toBeUndefined();
  expect(secretCount(folder)).toBe(1);
  expect(store.list()).toHaveLength(1);
});

test('removing a device removes its secrets', async () => {
  const { folder, vault, store } = open();
  await vault.open();
  const { id } = store.save({ ...input, passwordText: password }, vault);
  const other = store.save({ ...input, name: '防火墙', passwordText: 'other' }, vault);

  store.remove([id, DeviceId.parse('unknown')], vault);

  expect(store.list()).toEqual([other]);
  expect(secretCount(folder)).toBe(1);
});

test('many devices are one change, and one bad device leaves the inventory as it was', async () => {
  const { folder, vault, store } = open();
  await vault.open();
  const sizes: number[] = [];
  store.onChange((devices) => sizes.push(devices.length));

  store.saveMany(
    Array.from({ length: 100 }, (_, number) => ({ ...input, name: `SW-${number}`, passwordText: `secret-${number}` })),
    vault,
  );
  const bad = [
    { ...input, name: 'good' },
    { ...input, port: 70_000, passwordText: 'x' },
  ];

  expect(() => store.saveMany(bad, vault)).toThrow();
  expect(sizes).toEqual([100]);
  expect(open(folder).store.list()).toHaveLength(100);
  expect(new Set(store.list().map(({ id }) => id)).size).toBe(100);
  expect(secretCount(folder)).toBe(100);
});

test('a device that is not there cannot be changed', async () => {
  const { vault, store } = open();
  await vault.open();
  const id = DeviceId.parse('gone');

  expect(() => store.save({ ...input, id }, vault)).toThrow(expect.objectContaining({ code: 'device.not-found' }));
  expect(store.list()).toEqual([]);
});

test('a locked vault keeps a device with a new password out, and lets one without in', () => {
  const { vault, store } = open();
  const withPassword = { ...input, passwordText: password };

  expect(() => store.save(withPassword, vault)).toThrow(expect.objectContaining({ code: 'vault.locked' }));
  expect(store.list()).toEqual([]);
  store.save(input, vault);
  expect(store.list()).toHaveLength(1);
});

test('an inventory that cannot be read is set aside', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'devices.json'), '{"version":1,"devices":[{"name":"half');

  const { store } = open(folder);

  expect(store.setAside?.reason).toBe('damaged');
  expect(store.list()).toEqual([]);
  expect(readdirSync(folder).join()).toMatch(/^devices\.json\.damaged-/);
});

test('a private key goes into the vault with its passphrase, stays when a file says nothing of it, and leaves with the device', async () => {
  const { folder, store, vault } = open();
  await vault.open();
  const secrets = { privateKeyText: 'key of the core', passphraseText: 'words of the core' };
  const saved = store.save({ ...input, auth: 'key', jump: 'jump@192.0.2.1', ...secrets }, vault);

  const renamed = store.save({ ...input, id: saved.id, name: '核心' }, vault);

  expect(renamed).toMatchObject({ auth: 'key', jump: 'jump@192.0.2.1', privateKey: saved.privateKey });
  expect(read({ vault, store }, renamed, renamed.privateKey)).toBe('key of the core');
  expect(read({ vault, store }, renamed, renamed.passphrase)).toBe('words of the core');
  expect(allFiles(folder).some(({ text }) => text.includes('of the core'))).toBe(false);
  expect(store.save({ ...input, id: saved.id, jump: '' }, vault).jump).toBeUndefined();
  store.remove([saved.id], vault);
  expect(secretCount(folder)).toBe(0);
});

test('a way through a bastion stays when a file says nothing of it, and null takes it away', () => {
  const { store, vault } = open();
  const saved = store.save({ ...input, bastion: { preset: 'linux', sessions: 2 } }, vault);

  const again = store.save({ ...input, id: saved.id, name: 'renamed' }, vault);
  const cleared = store.save({ ...input, id: saved.id, bastion: null }, vault);

  expect(again.bastion).toEqual({ preset: 'linux', sessions: 2 });
  expect(cleared.bastion).toBeUndefined();
});
