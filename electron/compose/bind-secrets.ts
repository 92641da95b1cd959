import type { SecretRef } from '../../shared/model/ids';
import { channelDestination } from '../engine/delivery/channel-destination';
import type { Destination, Log } from '../engine/ports';
import { channels } from '../engine/registries.generated';
import { secretsOf } from '../engine/store/secret-moves';
import { deviceDestination } from '../engine/store/way';
import type { Stores } from './stores';
import { tellAccounts } from './tell-redactor';

/** Gives each secret of a vault that knew no destinations the one that inventory and settings name now. */
export function bindSecrets({ vault, inventory, settings }: Stores, log: Log): void {
  const found = new Map<SecretRef, Destination>();
  const devices = inventory.list();
  for (const device of devices) {
    for (const ref of secretsOf(device)) found.set(ref, deviceDestination(device, devices));
  }
  for (const config of settings.get().channels) {
    const member = channels.find(({ id }) => id === config.kind);
    if (member === undefined) continue;
    for (const ref of Object.values(config.secrets)) found.set(ref, channelDestination(member, config));
  }
  const bound = vault.bindUnbound((ref) => found.get(ref));
  if (!vault.status().isLocked) tellAccounts(found, vault);
  if (bound > 0) log.info('secrets bound to their destinations', { secrets: bound });
}
