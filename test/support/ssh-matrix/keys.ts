import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The words that protect the encrypted keys. */
export const passphrase = 'lab key 口令';

/** Kinds of host keys, each with how `ssh-keygen` makes it. */
const hostKeyKinds = {
  ed25519: ['-t', 'ed25519'],
  ecdsa256: ['-t', 'ecdsa', '-b', '256'],
  ecdsa384: ['-t', 'ecdsa', '-b', '384'],
  ecdsa521: ['-t', 'ecdsa', '-b', '521'],
  rsa3072: ['-t', 'rsa', '-b', '3072'],
  rsa1024: ['-t', 'rsa', '-b', '1024'],
  dsa: ['-t', 'dsa'],
} as const;
export type HostKeyKind = keyof typeof hostKeyKinds;

/** Ways in which a user's key is kept. */
const userKeyKinds: Readonly<Record<string, readonly string[]>> = {
  'ed25519, OpenSSH': ['-t', 'ed25519', '-N', ''],
  'ed25519, OpenSSH, encrypted': ['-t', 'ed25519', '-N', passphrase],
  'ecdsa 256, OpenSSH': ['-t', 'ecdsa', '-b', '256', '-N', ''],
  'ecdsa 384, PEM, encrypted': ['-t', 'ecdsa', '-b', '384', '-m', 'PEM', '-N', passphrase],
  'rsa 3072, OpenSSH, encrypted': ['-t', 'rsa', '-b', '3072', '-N', passphrase],
  'rsa 2048, PEM': ['-t', 'rsa', '-b', '2048', '-m', 'PEM', '-N', ''],
  'rsa 2048, PEM, encrypted': ['-t', 'rsa', '-b', '2048', '-m', 'PEM', '-N', passphrase],
  'rsa 2048, PKCS #8, encrypted': ['-t', 'rsa', '-b', '2048', '-m', 'PKCS8', '-N', passphrase],
};

export type UserKey = { readonly name: string; readonly text: string; readonly isEncrypted: boolean };

/** Keys made for one test. */
export type LabKeys = {
  /** Path of the private host key. */
  readonly hostKey: (kind: HostKeyKind) => string;
  readonly userKeys: readonly UserKey[];
  /** Path of the public keys that may log in. */
  readonly authorizedKeys: string;
  /** Path of a user key for an agent. */
  readonly agentKey: string;
};

const keygen = (...words: string[]): string => execFileSync('ssh-keygen', words, { encoding: 'utf8', stdio: 'pipe' });

/** Makes host keys and user keys in a folder. */
export function makeKeys(folder: string): LabKeys {
  for (const [kind, words] of Object.entries(hostKeyKinds))
    keygen('-q', ...words, '-N', '', '-f', join(folder, `host-${kind}`));
  const userKeys = Object.entries(userKeyKinds).map(([name, words], index): UserKey => {
    const path = join(folder, `user-${index}`);
    keygen('-q', ...words, '-f', path);
    return { name, text: readFileSync(path, 'utf8'), isEncrypted: words.includes(passphrase) };
  });
  const publicKeys = userKeys.map((_, index) => readFileSync(join(folder, `user-${index}.pub`), 'utf8'));
  const modern = pkcs8Ed25519();
  const authorizedKeys = join(folder, 'authorized-keys');
  writeFileSync(authorizedKeys, [...publicKeys, modern.publicLine].join(''), { mode: 0o600 });
  const agentKey = join(folder, 'agent-key');
  copyFileSync(join(folder, 'user-0'), agentKey);
  return {
    hostKey: (kind) => join(folder, `host-${kind}`),
    userKeys: [...userKeys, { name: 'ed25519, PKCS #8', text: modern.text, isEncrypted: false }],
    authorizedKeys,
    agentKey,
  };
}

function pkcs8Ed25519(): { readonly text: string; readonly publicLine: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  const sized = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  const blob = Buffer.concat([sized(Buffer.from('ssh-ed25519')), sized(Buffer.from(x, 'base64url'))]);
  return {
    text: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicLine: `ssh-ed25519 ${blob.toString('base64')} lab\n`,
  };
}
