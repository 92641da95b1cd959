import { join } from 'node:path';
import type { DeviceInput } from '../../shared/model/device';
import { AppError } from '../../shared/errors';
import type { Log } from '../engine/ports';
import type { InventoryStore } from '../engine/store/inventory-store';
import type { Vault } from '../engine/store/vault';
import { startDemoFleet } from '../lab/demo-fleet';
import type { Fleet } from '../lab/device-spec';

export type DemoParts = {
  readonly inventory: InventoryStore;
  readonly vault: Vault;
  readonly log: Log;
  /** Host keys of the devices are kept here, so that a port used again raises no alarm. */
  readonly dataFolder: string;
  /** Words for the group that the devices are put in. */
  readonly group: () => string;
};

/** The simulated devices inside the app: real SSH and telnet servers on loopback, as long as the app runs. */
export type Demo = {
  /** Starts them (once) and puts them into the inventory; returns how many there are. @throws AppError `demo.failed` */
  start(): Promise<number>;
  stop(): Promise<void>;
};

export function createDemo({ inventory, vault, log, dataFolder, group }: DemoParts): Demo {
  let starting: Promise<Fleet> | undefined;
  const launch = async (): Promise<Fleet> => {
    try {
      return await startDemoFleet({ hostKeyDir: join(dataFolder, 'demo') });
    } catch (cause) {
      starting = undefined;
      throw new AppError('demo.failed', { detail: cause instanceof Error ? cause.message : '' }, { cause });
    }
  };
  return {
    async start() {
      const fleet = await (starting ??= launch());
      const stored = inventory.list();
      const inputs = fleet.devices.map((device): DeviceInput => {
        // Ports are new at every start: the device of the same name and group is the same device.
        const known = stored.find(({ name, group: of }) => name === device.name && of === group());
        return {
          ...(known === undefined ? {} : { id: known.id }),
          name: device.name,
          host: device.host,
          port: device.port,
          protocol: device.protocol,
          platform: device.platform,
          username: device.username,
          passwordText: device.password,
          group: group(),
          comment: '',
          commands: [],
          isSkipped: false,
        };
      });
      inventory.saveMany(inputs, vault);
      log.info('demo devices started', { devices: inputs.length });
      return inputs.length;
    },
    async stop() {
      const fleet = await starting;
      await fleet?.close();
      starting = undefined;
    },
  };
}
