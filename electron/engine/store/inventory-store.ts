import * as z from 'zod';
import { AppError } from '../../../shared/errors';
import { Device, type DeviceInput } from '../../../shared/model/device';
import { DeviceId, SecretRef } from '../../../shared/model/ids';
import type { Log, Random } from '../ports';
import type { OpenJsonFile } from './json-file';
import { moveKey, movesBetween, secretsOf, type SecretMove } from './secret-moves';
import type { SetAside } from './set-aside';
import type { Vault } from './vault';
import { openVersionedStore } from './versioned-store';
import { deviceDestination } from './way';

const InventoryV1 = z.object({ version: z.literal(1), devices: z.array(Device) });

/** The user's devices. Their secrets go one way, into the vault. */
export type InventoryStore = {
  list(): readonly Device[];
  find(id: DeviceId): Device | undefined;
  /** Adds a device, or changes the one of the same id. @throws AppError `device.not-found`, `vault.locked` */
  save(input: DeviceInput, vault: Vault): Device;
  /**
   * As `save` for many, in one write: all of them or none. A stored secret of a saved device that would go elsewhere is
   * forgotten; one of a device behind it stays bound to where it was.
   *
   * @param kept the moves that the user has agreed to: these secrets go along
   */
  saveMany(inputs: readonly DeviceInput[], vault: Vault, kept?: readonly SecretMove[]): readonly Device[];
  /** The stored secrets that `saveMany` would send elsewhere. @throws AppError `device.not-found` */
  moves(inputs: readonly DeviceInput[]): readonly SecretMove[];
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
  const saveMany: InventoryStore['saveMany'] = (inputs, vault, kept = []) => {
    const before = store.get().devices;
    const { after, changed } = changeOf(inputs, before, parts.random);
    const agreed = new Set(kept.map(moveKey));
    const moves = movesBetween(before, after, changed);
    const moved = new Set(moves.filter((move) => !agreed.has(moveKey(move))).flatMap(({ refs }) => refs));
    const saved = inBatch(vault, () => {
      for (const move of moves.filter((each) => agreed.has(moveKey(each)))) {
        move.refs.forEach((ref) => vault.rebind(ref, move.from, move.to));
      }
      return after.map((device) => {
        const input = changed.get(device.id);
        return input === undefined ? device : settleSecrets(device, input, { vault, moved, devices: after });
      });
    });
    // The vault has landed before: a kill in between leaves a secret too many, never a device without its secret.
    if (changed.size > 0) store.set({ version: 1, devices: saved });
    return saved.filter(({ id }) => changed.has(id));
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
    moves(inputs) {
      const before = store.get().devices;
      const { after, changed } = changeOf(inputs, before, parts.random);
      return movesBetween(before, after, changed);
    },
    remove(ids, vault) {
      const gone = new Set(ids);
      const { devices } = store.get();
      const removed = devices.filter(({ id }) => gone.has(id));
      if (removed.length === 0) return;
      store.set({ version: 1, devices: devices.filter(({ id }) => !gone.has(id)) });
      inBatch(vault, () => removed.flatMap(secretsOf).forEach((ref) => vault.remove(ref)));
    },
    onChange: (listener) => store.onChange(({ devices }) => listener(devices)),
    setAside: store.setAside,
  };
}

type Change = { readonly after: readonly Device[]; readonly changed: ReadonlyMap<DeviceId, DeviceInput> };

/** The inventory as it will be, each device still with the secrets it had. Nothing is written. */
function changeOf(inputs: readonly DeviceInput[], before: readonly Device[], random: Pick<Random, 'id'>): Change {
  const devices = new Map(before.map((device) => [device.id, device]));
  const changed = new Map<DeviceId, DeviceInput>();
  for (const input of inputs) {
    const device = settle(input, devices, random);
    devices.set(device.id, device);
    changed.set(device.id, input);
  }
  return { after: [...devices.values()], changed };
}

function settle(input: DeviceInput, devices: ReadonlyMap<DeviceId, Device>, random: Pick<Random, 'id'>): Device {
  const known = input.id === undefined ? undefined : devices.get(input.id);
  if (input.id !== undefined && known === undefined) throw new AppError('device.not-found');
  const { password, enableSecret, privateKey, passphrase } = known ?? {};
  // The schema leaves out what was typed as secrets. A file knows nothing of these: what it does not say stays as it is.
  return Device.parse({
    ...input,
    id: input.id ?? newId(devices, random),
    auth: input.auth ?? known?.auth,
    jump: (input.jump ?? known?.jump) || undefined,
    ftpPort: input.ftpPort ?? known?.ftpPort,
    bastion: input.bastion === null ? undefined : (input.bastion ?? known?.bastion),
    password,
    enableSecret,
    privateKey,
    passphrase,
  });
}

type SecretParts = {
  readonly vault: Vault;
  /** Secrets that would go elsewhere without the user's word: they are forgotten. */
  readonly moved: ReadonlySet<SecretRef>;
  readonly devices: readonly Device[];
};

function settleSecrets(device: Device, input: DeviceInput, { vault, moved, devices }: SecretParts): Device {
  const destination = deviceDestination(device, devices);
  const settled = (text: string | undefined, stored: SecretRef | undefined, kind: string) => {
    if (text !== undefined && text !== '') {
      return vault.write(text, destination, stored ?? SecretRef.parse(`device.${device.id}.${kind}`));
    }
    if (stored === undefined || (text === undefined && !moved.has(stored))) return stored;
    vault.remove(stored);
    return undefined;
  };
  return Device.parse({
    ...device,
    password: settled(input.passwordText, device.password, 'password'),
    enableSecret: settled(input.enableSecretText, device.enableSecret, 'enable'),
    privateKey: settled(input.privateKeyText, device.privateKey, 'private-key'),
    passphrase: settled(input.passphraseText, device.passphrase, 'passphrase'),
  });
}

function newId(devices: ReadonlyMap<DeviceId, Device>, random: Pick<Random, 'id'>): DeviceId {
  const id = DeviceId.parse(random.id(12));
  return devices.has(id) ? newId(devices, random) : id;
}

function inBatch<T>(vault: Vault, work: () => T): T {
  return vault.batch === undefined ? work() : vault.batch(work);
}
