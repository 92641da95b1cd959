import { AppError } from '../../../shared/errors';
import type { Device } from '../../../shared/model/device';
import type { Destination, SecretReader } from '../ports';
import type { Target } from '../session/session';
import { destinationOf, wayTo, type Way } from '../store/way';

/** What a device's way in is made of. */
export type TargetParts = {
  readonly secrets: SecretReader;
  /** The devices that may be named as jump hosts. */
  readonly devices: readonly Device[];
};

/**
 * Where to log in and as whom, with the way through jump hosts. A secret is asked of the vault for the very places that
 * will see it.
 *
 * @throws AppError `device.no-credential`, `ssh.jump-unknown`, `bastion.chained`, `vault.locked`,
 *   `secret.other-destination`
 */
export function targetOf(device: Device, { secrets, devices }: TargetParts): Target {
  const way = wayTo(device, devices);
  return build(way, secrets, destinationOf(way));
}

function build({ device, jump, script }: Way, secrets: SecretReader, destination: Destination): Target {
  const { host, port, protocol, username, auth = 'password' } = device;
  const read = (ref: Device['password']) => (ref === undefined ? undefined : secrets.read(ref, destination));
  const password = read(device.password);
  const privateKey = read(device.privateKey);
  const passphrase = read(device.passphrase);
  const isByKey = protocol === 'ssh' && auth !== 'password';
  const isMissing = isByKey ? auth === 'key' && privateKey === undefined : password === undefined;
  // Behind a menu the bastion may hold the credential; a step that needs ours says so when it comes.
  const isOurs = jump?.script === undefined;
  if (isOurs && (isMissing || (username === '' && protocol === 'ssh'))) {
    throw new AppError('device.no-credential', { host });
  }
  return {
    host,
    port,
    protocol,
    username,
    password,
    enableSecret: read(device.enableSecret),
    ...(isByKey && { auth }),
    ...(privateKey !== undefined && { privateKey }),
    ...(passphrase !== undefined && { passphrase }),
    ...(jump && { jump: build(jump, secrets, jump.isBorrowed ? destination : destinationOf(jump)) }),
    ...(device.ftpPort !== undefined && { ftpPort: device.ftpPort }),
    ...(script && { script }),
  };
}
