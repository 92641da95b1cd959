import type { Device, DeviceInput } from '../../../shared/model/device';
import type { DeviceId, SecretRef } from '../../../shared/model/ids';
import type { Destination } from '../ports';
import { deviceDestination } from './way';

/** Stored secrets of one owner that a change would send elsewhere. */
export type SecretMove = {
  readonly refs: readonly SecretRef[];
  readonly from: Destination;
  readonly to: Destination;
};

/** Tells moves apart: the same secrets from the same place to the same place. */
export function moveKey({ refs, from, to }: SecretMove): string {
  return JSON.stringify([refs, from.key, to.key]);
}

/** The references of a device that no new text replaces. */
type Kept = Pick<DeviceInput, 'passwordText' | 'enableSecretText' | 'privateKeyText' | 'passphraseText'>;

/** References into the vault that a device holds. */
export function secretsOf({ password, enableSecret, privateKey, passphrase }: Device): SecretRef[] {
  return [password, enableSecret, privateKey, passphrase].filter((ref) => ref !== undefined);
}

/**
 * What a change of the inventory moves: of the changed devices, and of those that are reached through them.
 *
 * @param inputs what was typed, by the device it is for; a secret that is typed anew moves nothing
 */
export function movesBetween(
  before: readonly Device[],
  after: readonly Device[],
  inputs: ReadonlyMap<DeviceId, Kept>,
): SecretMove[] {
  const old = new Map(before.map((device) => [device.id, device]));
  return after.flatMap((device) => {
    const was = old.get(device.id);
    const refs = was === undefined ? [] : keptRefs(was, inputs.get(device.id));
    if (was === undefined || refs.length === 0) return [];
    const from = deviceDestination(was, before);
    const to = deviceDestination(device, after);
    return from.key === to.key ? [] : [{ refs, from, to }];
  });
}

function keptRefs({ password, enableSecret, privateKey, passphrase }: Device, input: Kept = {}): SecretRef[] {
  const kept = [
    input.passwordText === undefined ? password : undefined,
    input.enableSecretText === undefined ? enableSecret : undefined,
    input.privateKeyText === undefined ? privateKey : undefined,
    input.passphraseText === undefined ? passphrase : undefined,
  ];
  return kept.filter((ref) => ref !== undefined);
}
