import { AppError } from '../../../shared/errors';
import { bastionScript } from '../../../shared/model/bastion-presets';
import { defaultPort, type Device } from '../../../shared/model/device';
import type { SecretReader } from '../ports';
import type { Target } from '../session/session';

/** What a device's way in is made of. */
export type TargetParts = {
  readonly secrets: SecretReader;
  /** The devices that may be named as jump hosts. */
  readonly devices: readonly Device[];
};

/** `user@host:port`, the port and the user left out at will; an IPv6 address with a port stands in brackets. */
const jumpPattern =
  /^(?:(?<user>[^@\s]+)@)?(?:\[(?<v6>[^\]]+)\]|(?<host>[^\s:]+|[^\s[\]]*:[^\s[\]]*:[^\s[\]]*))(?::(?<port>\d{1,5}))?$/;

/**
 * Where to log in and as whom, with the way through jump hosts.
 *
 * @throws AppError `device.no-credential`, `ssh.jump-unknown`, `bastion.chained`, `vault.locked`
 */
export function targetOf(device: Device, parts: TargetParts): Target {
  return build(device, parts, []);
}

function build(device: Device, parts: TargetParts, on: readonly Device[]): Target {
  const { host, port, protocol, username, auth = 'password' } = device;
  const read = (ref: Device['password']) => (ref === undefined ? undefined : parts.secrets.read(ref));
  const password = read(device.password);
  const privateKey = read(device.privateKey);
  const passphrase = read(device.passphrase);
  const isByKey = protocol === 'ssh' && auth !== 'password';
  const isMissing = isByKey ? auth === 'key' && privateKey === undefined : password === undefined;
  const jump = jumpOf(device, parts, [...on, device]);
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
    ...(jump && { jump }),
    ...(device.ftpPort !== undefined && { ftpPort: device.ftpPort }),
  };
}

function jumpOf(device: Device, parts: TargetParts, on: readonly Device[]): Target | undefined {
  const named = device.jump?.trim() ?? '';
  if (named === '') return undefined;
  const unknown = () => new AppError('ssh.jump-unknown', { host: device.host, jump: named });
  const found = findJump(named, parts.devices);
  if (found !== undefined) {
    if (found.protocol !== 'ssh' || on.some(({ id }) => id === found.id)) throw unknown();
    if (found.bastion === undefined) return build(found, parts, on);
    if (on.length > 1) throw new AppError('bastion.chained', { host: device.host, jump: named });
    return { ...build(found, parts, on), script: bastionScript(found.bastion, device.protocol) };
  }
  const { user, v6, host = v6, port } = jumpPattern.exec(named)?.groups ?? {};
  // A name without a user that no device has is more likely a slip than an address.
  if (user === undefined || host === undefined || on.length > 1) throw unknown();
  const place = { host, port: port === undefined ? defaultPort('ssh') : Number(port), username: user };
  // The account of the device, at another place: one directory serves both.
  return { ...build({ ...device, jump: undefined, protocol: 'ssh' }, parts, on), ...place };
}

/** By id, name, address, or `user@host:port` of a device whose credential is stored. */
function findJump(named: string, devices: readonly Device[]): Device | undefined {
  const by = (test: (device: Device) => boolean) => devices.find(test);
  const { user, v6, host = v6, port } = jumpPattern.exec(named)?.groups ?? {};
  return (
    by(({ id }) => id === named) ??
    by(({ name }) => name === named) ??
    by((device) => device.host === named && device.protocol === 'ssh') ??
    by(
      (device) =>
        device.protocol === 'ssh' &&
        device.host === host &&
        (user === undefined || device.username === user) &&
        device.port === (port === undefined ? defaultPort('ssh') : Number(port)),
    )
  );
}
