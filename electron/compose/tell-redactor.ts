import type { ChannelConfig } from '../../shared/model/channel';
import type { Device } from '../../shared/model/device';
import type { SecretRef } from '../../shared/model/ids';
import { AppError } from '../../shared/errors';
import type { Destination, SecretReader } from '../engine/ports';
import { secretsOf } from '../engine/store/secret-moves';
import type { Redactor } from '../engine/text/redact';

/** Tells what devices and accounts are called: a password equal to one of these names is no secret in a sentence. */
export function tellNames(devices: readonly Pick<Device, 'name' | 'username'>[], redactor: Redactor): void {
  for (const { name, username } of devices) [name, username].forEach(redactor.registerName);
}

/** Tells with which account each secret goes, by reading it: an open vault knows the texts alone. */
export function tellAccounts(destinations: ReadonlyMap<SecretRef, Destination>, vault: SecretReader): void {
  for (const [ref, destination] of destinations) {
    try {
      vault.read(ref, destination);
    } catch (error) {
      // One that is of another key or for another place is told to whoever uses it.
      if (!(error instanceof AppError)) throw error;
    }
  }
}

/** Tells all that the files of one call hold: names, and secrets with their accounts. */
export function tellFiles(
  { devices, channels = [] }: { readonly devices: readonly Device[]; readonly channels?: readonly ChannelConfig[] },
  texts: ReadonlyMap<string, string>,
  redactor: Redactor,
): void {
  tellNames(devices, redactor);
  const tell = (ref: SecretRef, account: unknown) =>
    redactor.register(texts.get(ref) ?? '', typeof account === 'string' ? account : '');
  for (const device of devices) for (const ref of secretsOf(device)) tell(ref, device.username);
  for (const { secrets, options } of channels) for (const ref of Object.values(secrets)) tell(ref, options.username);
}
