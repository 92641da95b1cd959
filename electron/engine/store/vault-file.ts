import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { scrypt } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../../../shared/errors';
import type { Log } from '../ports';
import { withoutByteOrderMark } from '../text/byte-order-mark';
import { readTextSync, writeWholeSync } from './atomic-file';
import { setAsideSync } from './set-aside';
import { keyBytes } from './seal';

/** Cost of one guess: 128 MiB and about half a second, after RFC 7914 and the OWASP password storage advice. */
export const newScryptCost = { N: 2 ** 17, r: 8, p: 1 } as const;

const newestVersion = 2;
const Base64 = z.base64();

/** How the data key lies in the file. The upper limits keep a tampered file from taking all memory. */
const Protection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('os'), wrapped: Base64 }),
  z.object({
    kind: z.literal('password'),
    wrapped: Base64,
    salt: Base64,
    N: z
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(16),
  }),
]);
export type Protection = z.infer<typeof Protection>;
export type PasswordProtection = Extract<Protection, { kind: 'password' }>;

const Secrets = z.record(z.string(), Base64);
const head = {
  protection: Protection,
  /** A known text under the data key: tells a right key from a wrong one. */
  check: Base64,
};

/** Version 1 knew no destinations: its secrets are those that are not bound yet. */
const VaultFileV1 = z
  .object({ version: z.literal(1), ...head, secrets: Secrets })
  .transform(({ secrets, ...rest }) => ({ ...rest, version: newestVersion, secrets: {}, unbound: secrets }));

const VaultFileV2 = z.object({
  version: z.literal(newestVersion),
  ...head,
  /** Sealed secrets by reference, each with its destination; the reference is the context. */
  secrets: Secrets,
  /** Secrets of version 1 that wait for their destination. */
  unbound: Secrets.default({}),
});
const VaultFile = z.union([VaultFileV2, VaultFileV1]);
export type VaultFile = z.infer<typeof VaultFile>;

/**
 * Reads the vault's file; undefined when there is none.
 *
 * @throws AppError `vault.damaged` after the file was renamed: the next call finds none. `settings.newer` for a file
 *   of a later version, which stays where it is
 */
export function readVaultFile(path: string, log: Log): VaultFile | undefined {
  if (!existsSync(path)) return undefined;
  const stored = parseJson(withoutByteOrderMark(readTextSync(path)));
  const file = VaultFile.safeParse(stored);
  if (file.success) return file.data;
  if (z.object({ version: z.int().gt(newestVersion) }).safeParse(stored).success) {
    throw new AppError('settings.newer', { file: basename(path) });
  }
  const { kept } = setAsideSync(path, 'damaged');
  log.error('vault set aside', { kept });
  throw new AppError('vault.damaged', { file: basename(kept) });
}

/** Writes the vault's file; it has landed when the call returns. */
export function writeVaultFile(path: string, file: VaultFile): void {
  writeWholeSync(path, `${JSON.stringify(file, undefined, 1)}\n`);
}

/** The key that a master password makes. Unicode is brought to one form, so that any keyboard types the same. */
export function keyOfPassword(password: string, { salt, N, r, p }: Omit<PasswordProtection, 'kind' | 'wrapped'>) {
  // OpenSSL wants 128·N·r bytes and a little; Node's own limit is 32 MiB.
  const maxmem = 256 * N * r;
  return new Promise<Uint8Array>((resolve, reject) => {
    scrypt(password.normalize('NFC'), Buffer.from(salt, 'base64'), keyBytes, { N, r, p, maxmem }, (failure, key) => {
      if (failure === null) resolve(key);
      else reject(failure);
    });
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one of the shapes that the schema refuses.
    return undefined;
  }
}
