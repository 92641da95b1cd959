import type { DeviceRow } from '../../../shared/contract/devices';
import type { AuthMethod, DeviceInput, Protocol } from '../../../shared/model/device';
import { linesOf } from '../../forms/form-mapping';
import { bastionInput, bastionValues, type BastionValues } from './bastion-form';

/** What the device form holds. */
export type DeviceValues = BastionValues & {
  name: string;
  host: string;
  protocol: Protocol;
  port: number;
  /** Empty is the usual one. */
  ftpPort?: number | null;
  platform: string;
  username: string;
  passwordText?: string;
  enableSecretText?: string;
  auth: AuthMethod;
  privateKeyText?: string;
  passphraseText?: string;
  jump: string;
  group: string;
  comment: string;
  commands: string;
  isConfirmed: boolean;
  isSkipped: boolean;
};

/** Ports of the protocols when the user names none. */
export const usualPorts: Readonly<Record<Protocol, number>> = { ssh: 22, telnet: 23 };

/** Where FTP servers listen when the user names no port. */
export const usualFtpPort = 21;

/** First values: those of the device, or of a new one. */
export function deviceValues(device: DeviceRow | null): Partial<DeviceValues> {
  if (device === null) {
    const empty = { auth: 'password', jump: '', group: '', comment: '', commands: '', isSkipped: false } as const;
    return { protocol: 'ssh', port: usualPorts.ssh, ...empty, ...bastionValues(undefined) };
  }
  const { name, host, protocol, port, platform, username, group, comment, commands, isSkipped } = device;
  return {
    name,
    host,
    protocol,
    port,
    ...(device.ftpPort !== undefined && { ftpPort: device.ftpPort }),
    platform,
    username,
    auth: device.auth ?? 'password',
    jump: device.jump ?? '',
    ...bastionValues(device.bastion),
    group,
    comment,
    isSkipped,
    commands: commands.join('\n'),
    // They were confirmed when they were saved; a change asks again.
    isConfirmed: commands.length > 0,
  };
}

/** Typed values as the contract takes them; secrets not typed are left out, which keeps what is stored. */
export function deviceInput(device: DeviceRow | null, values: DeviceValues): DeviceInput {
  const { passwordText, enableSecretText, privateKeyText, passphraseText, auth = 'password' } = values;
  const jump = values.jump?.trim() ?? '';
  // Only an SSH server can be a bastion.
  const bastion = values.protocol === 'ssh' ? bastionInput(values) : null;
  return {
    ...(device === null ? {} : { id: device.id }),
    name: values.name.trim(),
    host: values.host.trim(),
    port: values.port,
    protocol: values.protocol,
    platform: values.platform,
    username: values.username?.trim() ?? '',
    group: values.group?.trim() ?? '',
    comment: values.comment?.trim() ?? '',
    commands: linesOf(values.commands ?? ''),
    isSkipped: values.isSkipped,
    ...(passwordText === undefined ? {} : { passwordText }),
    ...(enableSecretText === undefined ? {} : { enableSecretText }),
    ...(privateKeyText === undefined ? {} : { privateKeyText }),
    ...(passphraseText === undefined ? {} : { passphraseText }),
    // What was never chosen stays out; an empty jump host takes away the one that is stored.
    // A port of FTP that was cleared is the usual one again.
    ...(typeof values.ftpPort === 'number' || device?.ftpPort !== undefined
      ? { ftpPort: values.ftpPort ?? usualFtpPort }
      : {}),
    ...(auth === 'password' && device?.auth === undefined ? {} : { auth }),
    ...(jump === '' && device?.jump === undefined ? {} : { jump }),
    ...(bastion === null && device?.bastion === undefined ? {} : { bastion }),
  };
}
