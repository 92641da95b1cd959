import { AppError } from '../../../shared/errors';
import { bastionScript, type BastionScript } from '../../../shared/model/bastion-presets';
import { defaultPort, type Device } from '../../../shared/model/device';
import type { Destination } from '../ports';

/** Where to log in, and through what; no secret in it. */
export type Way = {
  readonly device: Device;
  readonly jump: Way | undefined;
  /** How this place, a bastion, is taken on to the device behind it. */
  readonly script?: BastionScript;
  /** A place that is no device of the list: it gets the account of the device behind it. */
  readonly isBorrowed?: true;
};

/** `user@host:port`, the port and the user left out at will; an IPv6 address with a port stands in brackets. */
const jumpPattern =
  /^(?:(?<user>[^@\s]+)@)?(?:\[(?<v6>[^\]]+)\]|(?<host>[^\s:]+|[^\s[\]:]*:[^\s[\]:]*:[^\s[\]]*))(?::(?<port>\d{1,5}))?$/;

/**
 * The way to a device through its jump hosts.
 *
 * @param devices those that may be named as jump hosts
 * @throws AppError `ssh.jump-unknown`, `bastion.chained`
 */
export function wayTo(device: Device, devices: readonly Device[]): Way {
  return follow(device, devices, []);
}

/** Who gets to see the secrets of the device at the end of a way. */
export function destinationOf({ device, jump }: Way): Destination {
  const { protocol, host, port, username, ftpPort } = device;
  const hops = hopsOf(jump);
  const via = hops.map((hop) => ` ← ${placeOf(hop.device)}`).join('');
  return {
    key: JSON.stringify(['device', protocol, host, port, username, ftpPort ?? null, hops.map(keyOfHop)]),
    owner: device.name,
    account: username,
    place: `${protocol} ${placeOf(device)}${ftpPort === undefined ? '' : ` ftp:${ftpPort}`}${via}`,
  };
}

/** As `destinationOf`; a way that leads nowhere is a destination that nothing is sent to. */
export function deviceDestination(device: Device, devices: readonly Device[]): Destination {
  try {
    return destinationOf(wayTo(device, devices));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const direct = destinationOf({ device, jump: undefined });
    const jump = device.jump ?? '';
    return { ...direct, key: JSON.stringify([direct.key, jump]), place: `${direct.place} ← ${jump}?` };
  }
}

function hopsOf(way: Way | undefined): readonly Way[] {
  return way === undefined ? [] : [way, ...hopsOf(way.jump)];
}

function keyOfHop({ device, script }: Way): unknown {
  const { host, port, username } = device;
  // How many may go through at a time changes nothing of who sees what.
  return [host, port, username, script === undefined ? null : { ...script, sessions: undefined }];
}

function placeOf({ username, host, port }: Device): string {
  return `${username}@${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function follow(device: Device, devices: readonly Device[], on: readonly Device[]): Way {
  return { device, jump: jumpOf(device, devices, [...on, device]) };
}

function jumpOf(device: Device, devices: readonly Device[], on: readonly Device[]): Way | undefined {
  const named = device.jump?.trim() ?? '';
  if (named === '') return undefined;
  const unknown = () => new AppError('ssh.jump-unknown', { host: device.host, jump: named });
  const found = findJump(named, devices);
  if (found !== undefined) {
    if (found.protocol !== 'ssh' || on.some(({ id }) => id === found.id)) throw unknown();
    if (found.bastion === undefined) return follow(found, devices, on);
    if (on.length > 1) throw new AppError('bastion.chained', { host: device.host, jump: named });
    return { ...follow(found, devices, on), script: bastionScript(found.bastion, device.protocol) };
  }
  const { user, v6, host = v6, port } = jumpPattern.exec(named)?.groups ?? {};
  // A name without a user that no device has is more likely a slip than an address.
  if (user === undefined || host === undefined || on.length > 1) throw unknown();
  const place = { host, port: port === undefined ? defaultPort('ssh') : Number(port), username: user };
  // The account of the device, at another place: one directory serves both.
  return { device: { ...device, protocol: 'ssh', ...place }, jump: undefined, isBorrowed: true };
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
