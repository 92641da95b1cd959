import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bindSecrets } from '../../../../electron/compose/bind-secrets';
import { openStores } from '../../../../electron/compose/stores';
import type { World } from '../../../../electron/compose/world';
import { targetOf } from '../../../../electron/engine/run/target-of';
import { openPlainJsonFile } from '../../../../electron/engine/store/json-file';
import { createInventoryStore } from '../../../../electron/engine/store/inventory-store';
import { createVault } from '../../../../electron/engine/store/sealed-vault';
import { systemClock } from '../../../../electron/node-clock';
import { systemRandom } from '../../../../electron/node-ports';
import type { DeviceInput } from '../../../../shared/model/device';
import { SecretRef } from '../../../../shared/model/ids';
import { countingRandom, keepingLog, somewhere, temporaryFolder } from '../../../support/store-parts';

const input: DeviceInput = {
  name: '核心',
  host: '192.0.2.10',
  port: 22,
  protocol: 'ssh',
  platform: 'alcatel_aos',
  username: 'inspector',
  group: '',
  comment: '',
  commands: [],
  isSkipped: false,
};
const secrets = { passwordText: 'password of the core', enableSecretText: 'enable of the core' };
const elsewhere = { ...somewhere, key: 'elsewhere' };
const otherDestination = expect.objectContaining({ code: 'secret.other-destination' });

async function openVault(folder = temporaryFolder()) {
  const turn = (key: Uint8Array) => Promise.resolve(key.map((byte) => byte ^ 0x5a));
  const keyStore = { isAvailable: () => Promise.resolve(true), wrap: turn, unwrap: turn };
  const log = keepingLog();
  const path = join(folder, 'vault.json');
  const random = systemRandom;
  const vault = createVault({ path, keyStore, redactor: { register: () => undefined }, random, log });
  await vault.open();
  return { vault, path, folder, inventory: createInventoryStore({ folder, log, random: countingRandom() }) };
}

const hop: DeviceInput = { ...input, name: 'hop', host: '192.0.2.1', username: 'hop', passwordText: 'of the hop' };
/** The changes that send a password of `core`, behind `hop`, to somebody else's eyes. */
const moves: readonly (readonly [string, 'core' | 'hop', Partial<DeviceInput>])[] = [
  ['its address', 'core', { host: '198.51.100.66' }],
  ['its port', 'core', { port: 2222 }],
  ['its protocol', 'core', { protocol: 'telnet' }],
  ['its user', 'core', { username: 'somebody' }],
  ['its FTP port', 'core', { ftpPort: 2121 }],
  ['no jump host any more', 'core', { jump: '' }],
  ['a jump host that is no device', 'core', { jump: 'x@198.51.100.66' }],
  ['the address of its jump host', 'hop', { host: '198.51.100.66' }],
  ['the user of its jump host', 'hop', { username: 'somebody' }],
  ['steps of its jump host', 'hop', { bastion: { steps: [{ wait: 'Password:', send: '{password}' }] } }],
  ['a jump host behind its jump host', 'hop', { jump: 'x@198.51.100.66' }],
  ['the name of its jump host', 'hop', { name: 'other' }],
];

async function behindHop() {
  const { vault, inventory } = await openVault();
  const ids = {
    hop: inventory.save(hop, vault).id,
    core: inventory.save({ ...input, ...secrets, jump: 'hop' }, vault).id,
  };
  const target = () => {
    const device = inventory.find(ids.core);
    return device && targetOf(device, { secrets: vault, devices: inventory.list() });
  };
  const base = { hop: { ...hop, passwordText: undefined }, core: input };
  return { vault, inventory, ids, target, base };
}

test.each(moves)('a password that would go by %s does not', async (_what, who, change) => {
  const { vault, inventory, ids, target, base } = await behindHop();
  const before = target();

  inventory.save({ ...base[who], id: ids[who], ...change }, vault);

  expect(before).toMatchObject({ password: 'password of the core', enableSecret: 'enable of the core' });
  expect(target).toThrow();
});

// The two others lead nowhere: no word of the user makes a way of them.
test.each(moves.filter(([what]) => !['the name of its jump host', 'a jump host behind its jump host'].includes(what)))(
  'by the word of the user it goes by %s',
  async (_what, who, change) => {
    const { vault, inventory, ids, target, base } = await behindHop();
    const asked = [{ ...base[who], id: ids[who], ...change }];

    inventory.saveMany(asked, vault, inventory.moves(asked));

    expect(target()).toMatchObject({ password: 'password of the core', enableSecret: 'enable of the core' });
  },
);

test('a word given for one place is none for another', async () => {
  const { vault, inventory, ids, target } = await behindHop();
  const agreed = inventory.moves([{ ...input, id: ids.core, host: '192.0.2.11' }]);

  inventory.saveMany([{ ...input, id: ids.core, host: '198.51.100.66' }], vault, agreed);

  expect(agreed).toHaveLength(1);
  expect(target).toThrow(expect.objectContaining({ code: 'device.no-credential' }));
});

test('what changes nothing of who reads keeps the secrets without a question', async () => {
  const { vault, inventory, ids, target } = await behindHop();
  const change = { name: '汇聚', group: '机房', comment: 'x', commands: ['show fan'], platform: 'cisco_ios' };
  const asked = [{ ...input, id: ids.core, ...change, isSkipped: true }];

  expect(inventory.moves(asked)).toEqual([]);
  inventory.saveMany(asked, vault);
  expect(target()).toMatchObject({ password: 'password of the core' });
});

test('a device that takes the name of a jump host gets no password of those behind it', async () => {
  const { vault, inventory } = await openVault();
  const { id } = inventory.save({ ...input, ...secrets, jump: 'ops@192.0.2.9' }, vault);

  inventory.save({ ...hop, name: 'ops@192.0.2.9', host: '198.51.100.66' }, vault);

  const device = inventory.find(id);
  expect(() => device && targetOf(device, { secrets: vault, devices: inventory.list() })).toThrow(otherDestination);
});

test('a secret is given for its own destination only, and no edit of the file moves it', async () => {
  const { vault, path, folder } = await openVault();
  const one = vault.write('secret of one', somewhere, SecretRef.parse('one'));
  vault.write('secret of two', elsewhere, SecretRef.parse('two'));

  const file = JSON.parse(readFileSync(path, 'utf8'));
  file.secrets = { one: file.secrets.two, two: file.secrets.one };
  writeFileSync(path, JSON.stringify(file));
  const swapped = (await openVault(folder)).vault;
  file.unbound = file.secrets;
  file.secrets = {};
  writeFileSync(path, JSON.stringify(file));
  const unbound = (await openVault(folder)).vault;
  unbound.bindUnbound(() => elsewhere);

  expect(vault.read(one, somewhere)).toBe('secret of one');
  expect(() => vault.read(one, elsewhere)).toThrow(otherDestination);
  expect(() => swapped.read(one, somewhere)).toThrow(expect.objectContaining({ code: 'vault.other-key' }));
  expect(() => unbound.read(one, elsewhere)).toThrow(otherDestination);
});

test(
  'a vault of version 1 goes on, each secret bound to what inventory and settings say',
  { timeout: 60_000 },
  async () => {
    const folder = temporaryFolder();
    cpSync('test/fixtures/data-folder/v1', folder, { recursive: true });
    const log = keepingLog();
    const redactor = { register: () => undefined, registerName: () => undefined };
    const ports = { clock: systemClock, random: systemRandom, dataFolder: folder, openFile: openPlainJsonFile };
    const world = { ...ports, log, redactor, keyStore: undefined } as unknown as World;
    const stores = openStores(world);
    await stores.vault.open();
    await stores.vault.unlock('password of version 1');
    const devices = stores.inventory.list();
    const core = devices.find(({ name }) => name === '核心');
    const target = () => core && targetOf(core, { secrets: stores.vault, devices });

    expect(target).toThrow(otherDestination);
    bindSecrets(stores, log);

    expect(target()).toMatchObject({
      password: 'v1-core-password',
      enableSecret: 'v1-core-enable',
      jump: { password: 'v1-hop-password' },
    });
    const file = JSON.parse(readFileSync(join(folder, 'vault.json'), 'utf8'));
    expect(file).toMatchObject({ version: 2, unbound: {} });
    expect(Object.keys(file.secrets)).toHaveLength(5);
    stores.ledger.close();
  },
);
