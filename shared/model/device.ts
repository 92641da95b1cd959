import * as z from 'zod';
import { Bastion } from './bastion';
import { DeviceId, SecretRef } from './ids';

/** How a device's command line is reached. */
export const Protocol = z.enum(['ssh', 'telnet']);
export type Protocol = z.infer<typeof Protocol>;

/** How to log in over SSH; `agent` is the SSH agent of this machine. */
export const AuthMethod = z.enum(['password', 'key', 'agent']);
export type AuthMethod = z.infer<typeof AuthMethod>;

/** A device as stored and shown. Never holds a password, only references into the vault. */
export const Device = z.object({
  id: DeviceId,
  /** Name the user gave it; need not be the name the device gives itself. */
  name: z.string().min(1).max(128),
  /** IPv4, IPv6 or host name. */
  host: z.string().min(1).max(255),
  port: z.int().min(1).max(65535),
  protocol: Protocol,
  /** Netmiko `device_type` as in users' workbooks, e.g. `alcatel_aos`. */
  platform: z.string().min(1).max(64),
  username: z.string().max(128),
  password: SecretRef.optional(),
  /** Enable / super / privileged password. */
  enableSecret: SecretRef.optional(),
  /** By password when left out. */
  auth: AuthMethod.optional(),
  /** Text of the private key. */
  privateKey: SecretRef.optional(),
  passphrase: SecretRef.optional(),
  /** The SSH server to go through: id, name or address of another device, or `user@host:port`. */
  jump: z.string().max(255).optional(),
  /** How devices that name this one as their jump host are reached from its menu or shell; forwarding when left out. */
  bastion: Bastion.optional(),
  /** Where its FTP server listens: 21 when left out. */
  ftpPort: z.int().min(1).max(65535).optional(),
  group: z.string().max(128).default(''),
  comment: z.string().max(1000).default(''),
  /** Commands to run; empty means the platform's own list. */
  commands: z.array(z.string().min(1).max(500)).max(200).default([]),
  /** Left out of scheduled runs, shown as skipped. `#` in the predecessor's workbook. */
  isSkipped: z.boolean().default(false),
});
export type Device = z.infer<typeof Device>;

/**
 * A device as typed in by a person or read from a file. A secret here travels one way, into the vault:
 * undefined keeps what is stored, an empty string clears it.
 */
export const DeviceInput = Device.omit({
  id: true,
  password: true,
  enableSecret: true,
  privateKey: true,
  passphrase: true,
}).extend({
  id: DeviceId.optional(),
  passwordText: z.string().max(1024).optional(),
  enableSecretText: z.string().max(1024).optional(),
  privateKeyText: z.string().max(20_000).optional(),
  passphraseText: z.string().max(1024).optional(),
  /** Null takes away what is stored, undefined keeps it. */
  bastion: Bastion.nullable().optional(),
});
export type DeviceInput = z.infer<typeof DeviceInput>;

/** The port of a protocol when the user names none. */
export function defaultPort(protocol: Protocol): number {
  return protocol === 'ssh' ? 22 : 23;
}
