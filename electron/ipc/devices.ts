import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { devicesContract } from '../../shared/contract/devices';
import type { Handlers } from '../../shared/contract/define';
import { AppError } from '../../shared/errors';
import { translate } from '../../shared/i18n/translate';
import type { Device, DeviceInput } from '../../shared/model/device';
import { readInventory } from '../engine/inventory/read-inventory';
import { emptyTemplate, writeInventory } from '../engine/inventory/write-inventory';
import { deviceTypes } from '../engine/judge/platform-lookup';
import { testDevice } from '../engine/run/test-device';
import { writeWhole } from '../engine/store/atomic-file';
import { askToMove } from './ask-to-move';
import type { Services } from './services';

/** An import that was shown and not yet confirmed. Its passwords wait here, in memory only. */
type Pending = { readonly token: string; readonly inputs: readonly DeviceInput[]; readonly usable: readonly boolean[] };

export function devicesHandlers(services: Services): Handlers<typeof devicesContract> {
  const { inventory, ledger, vault, settings, shell } = services;
  const imports = importHandlers(services);
  const locale = () => settings.get().locale;
  const save = async (name: string, extension: string, content: () => Uint8Array) => {
    const title = translate(locale(), 'dialog.export');
    const path = await shell.pickTarget(title, `${name}.${extension}`, [{ name: extension, extensions: [extension] }]);
    if (path === null) return null;
    await writeWhole(path, content());
    return { path };
  };
  return {
    ...imports,
    'devices.list': () => {
      const latest = new Map(ledger.outcomes.latest().map((each) => [each.deviceId, each]));
      return inventory.list().map((device) => ({ ...device, last: latest.get(device.id) ?? null }));
    },
    'devices.save': async (input) => {
      const kept = await askToMove(services, () => inventory.moves([input]));
      const [saved] = inventory.saveMany([input], vault, kept);
      if (saved === undefined) throw new Error('nothing saved');
      audit(services, 'device saved', saved);
      services.changed();
      return saved;
    },
    'devices.remove': ({ ids }) => {
      inventory.remove(ids, vault);
      ledger.audit.add({ at: services.clock.now(), action: 'devices removed', detail: ids.join(' ') });
      services.changed();
    },
    'devices.test': async ({ id }) => {
      const device = inventory.find(id);
      if (device === undefined) throw new AppError('device.not-found');
      const { clock, log, hostKeys, openSession } = services;
      const ports = { clock, log, hostKeys, openSession, secrets: vault, jumpHosts: () => inventory.list() };
      return testDevice(device, settings.get().budgets, ports);
    },
    'devices.export': async ({ format }) =>
      save(translate(locale(), 'file.devices'), format, () => writeInventory(inventory.list(), format)),
    'devices.template': async () => save(translate(locale(), 'file.template'), 'xlsx', () => emptyTemplate(locale())),
  };
}

function audit({ ledger, clock }: Services, action: string, { name, host }: Device): void {
  ledger.audit.add({ at: clock.now(), action, detail: `${name} ${host}` });
}

type ImportCalls = 'devices.importPick' | 'devices.importConfirm' | 'devices.importDrop';

function importHandlers(services: Services): Pick<Handlers<typeof devicesContract>, ImportCalls> {
  const { inventory, vault, settings, shell, random } = services;
  let pending: Pending | undefined;
  return {
    'devices.importPick': async () => {
      const { locale } = settings.get();
      const filters = [
        { name: translate(locale, 'dialog.import.filter'), extensions: ['xlsx', 'csv', 'json'] },
        { name: translate(locale, 'dialog.all'), extensions: ['*'] },
      ];
      const path = await shell.pickFile(translate(locale, 'dialog.import'), filters);
      if (path === null) return null;
      const known = deviceTypes().map(({ id }) => id);
      const { preview, inputs } = await readInventory(await readFile(path), basename(path), inventory.list(), known);
      pending = { token: random.id(16), inputs, usable: preview.rows.map(({ isUsable }) => isUsable) };
      return { ...preview, token: pending.token };
    },
    'devices.importConfirm': async ({ token, rows }) => {
      if (pending?.token !== token) throw new AppError('inventory.token-expired');
      const { inputs, usable } = pending;
      const wanted = inputs.filter(
        (_, index) => usable[index] === true && (rows === undefined || rows.includes(index)),
      );
      const kept = await askToMove(services, () => inventory.moves(wanted));
      inventory.saveMany(wanted, vault, kept);
      pending = undefined;
      // A row that changes a stored device carries its id.
      const updated = wanted.filter(({ id }) => id !== undefined).length;
      const added = wanted.length - updated;
      const detail = `added ${added}, updated ${updated}`;
      services.ledger.audit.add({ at: services.clock.now(), action: 'import confirmed', detail });
      services.changed();
      return { added, updated, left: inputs.length - wanted.length };
    },
    'devices.importDrop': ({ token }) => {
      if (pending?.token === token) pending = undefined;
    },
  };
}
