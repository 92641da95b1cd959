import * as z from 'zod';
import { AppError } from '../../../shared/errors';
import { Device, type DeviceInput } from '../../../shared/model/device';
import { DeviceId, SecretRef } from '../../../shared/model/ids';
import type { Log, Random } from '../ports';
import type { OpenJsonFile } from './json-file';
import type { SetAside } from './set-aside';
import type { Vault } from './vault';
import { openVersionedStore } from './versioned-store';

const InventoryV1 = z.object({ version: z.literal(1), devices: z.array(Device) });

/** The user's devices. Their secrets go one way, into the vault. */
export type InventoryStore = {
  list(): readonly Device[];
  find(id: DeviceId): Device | undefined;
  /** Adds a device, or changes the one of the same id. @throws AppError `device.not-found`, `vault.locked` */
  save(input: DeviceInput, vault: Vault): Device;
  /** As `save` for many, in one write: all of them or none. */
  saveMany(inputs: readonly DeviceInput[], vault: Vault): readonly Device[];
  /** Removes devices and their secrets; an id that is not there is passed over. */
  remove(ids: readonly DeviceId[], vault: Vault): void;
  /** The returned function ends the listening. */
  onChange(listener: (devices: readonly Device[]) => void): () => void;
  /** The inventory file that could not be used at the start. */
  readonly setAside: SetAside | undefined;
};

type InventoryParts = {
  /** The data folder; the file is `devices.json` in it. */
  readonly folder: string;
  readonly log: Log;
  readonly random: Pick<Random, 'id'>;
  /** electron-store in the app (`loadElectronJsonFile`), plain files by default. */
  readonly openFile?: OpenJsonFile;
};

/** Opens the inventory. */
export function createInventoryStore(parts: InventoryParts): InventoryStore {
  const store = openVersionedStore<z.infer<typeof InventoryV1>>({
    ...parts,
    name: 'devices',
    migrate: (stored) => InventoryV1.parse(stored),
    initial: () => ({ version: 1, devices: [] }),
    newestVersion: 1,
  });
  const saveMany: InventoryStore['saveMany'] = (inputs, vault) => {
    const devices = new Map(store.get().devices.map((device) => [device.id, device]));
    const saved = inBatch(vault, () =>
      inputs.map((input) => {
        const device = settle(input, devices, vault, parts.random);
        devices.set(device.id, device);
        return device;
      }),
    );
    // The vault has landed before: a kill in between leaves a secret too many, never a device without its secret.
    if (saved.length > 0) store.set({ version: 1, devices: [...devices.values()] });
    return saved;
  };
  return {
    list: () => store.get().devices,
    find: (id) => store.get().devices.find((device) => device.id === id),
    save(input, vault) {
      const [device] = saveMany([input], vault);
      if (device === undefined) throw new Error('nothing saved');
      return device;
    },
    saveMany,
    remove(ids, vault) {
      const gone = new Set(ids);
      const { devices } = store.get();
      const removed = devices.filter(({ id }) => gone.has(id));
      if (removed.length === 0) return;
      store.set({ version: 1, devices: devices.filter(({ id }) => !gone.has(id)) });
      inBatch(vault, () => removed.forEach((device) => forgetSecrets(device, vault)));
    },
    onChange: (listener) => store.onChange(({ devices }) => listener(devices)),
    setAside: store.setAside,
  };
}

function settle(
  input: DeviceInput,
  devices: ReadonlyMap<DeviceId, Device>,
  vault: Vault,
  random: Pick<Random, 'id'>,
): Device {
  const { passwordText, enableSecretText, privateKeyText, passphraseText, ...fields } = input;
  const known = input.id === undefined ? undefined : devices.get(input.id);
  if (input.id !== undefined && known === undefined) throw new AppError('device.not-found');
  const id = input.id ?? newId(devices, random);
  // A file knows nothing of these: what it does not say stays as it is stored.
  const plain = {
    ...fields,
    auth: input.auth ?? known?.auth,
    jump: (input.jump ?? known?.jump) || undefined,
    ftpPort: input.ftpPort ?? known?.ftpPort,
    bastion: input.bastion === null ? undefined : (input.bastion ?? known?.bastion),
  };
  const { password, enableSecret, privateKey, passphrase } = known ?? {};
  // Checked before a secret is written: a bad field must not leave one behind.
  Device.parse({ ...plain, id, password, enableSecret, privateKey, passphrase });
  const settled = (text: string | undefined, stored: SecretRef | undefined, kind: string) =>
    settleSecret(text, stored, `device.${id}.${kind}`, vault);
  return Device.parse({
    ...plain,
    id,
    password: settled(passwordText, password, 'password'),
    enableSecret: settled(enableSecretText, enableSecret, 'enable'),
    privateKey: settled(privateKeyText, privateKey, 'private-key'),
    passphrase: settled(passphraseText, passphrase, 'passphrase'),
  });
}

/** Undefined keeps what is stored, an empty text clears it. */
function settleSecret(text: string | undefined, stored: SecretRef | undefined, name: string, vault: Vault) {
  if (text === undefined) return stored;
  if (text !== '') return vault.write(text, stored ?? SecretRef.parse(name));
  if (stored !== undefined) vault.remove(stored);
  return undefined;
}

function newId(devices: ReadonlyMap<DeviceId, Device>, random: Pick<Random, 'id'>): DeviceId {
  const id = DeviceId.parse(random.id(12));
  return devices.has(id) ? newId(devices, random) : id;
}

function forgetSecrets({ password, enableSecret, privateKey, passphrase }: Device, vault: Vault): void {
  for (const secret of [password, enableSecret, privateKey, passphrase]) {
    if (secret !== undefined) vault.remove(secret);
  }
}

function inBatch<T>(vault: Vault, work: () => T): T {
  return vault.batch === undefined ? work() : vault.batch(work);
}
