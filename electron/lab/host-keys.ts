import { createHash, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ssh2 from 'ssh2';

export type HostKeyType = 'ed25519' | 'rsa';

/** Gives each name its host key: made once, kept in a folder when there is one. */
export type HostKeys = {
  readonly of: (name: string, type: HostKeyType) => string;
  readonly makeNew: (type: HostKeyType) => string;
};

/** Opens the keys of a fleet. */
export function hostKeyStore(folder: string | undefined): HostKeys {
  const known = new Map<string, string>();
  const of = (name: string, type: HostKeyType): string => {
    const key = known.get(name) ?? fromFolder(folder, name, type) ?? makeHostKey(type);
    known.set(name, key);
    return key;
  };
  return { of, makeNew: makeHostKey };
}

function fromFolder(folder: string | undefined, name: string, type: HostKeyType): string | undefined {
  if (folder === undefined) return undefined;
  const path = join(folder, `${createHash('sha256').update(name).digest('hex').slice(0, 16)}-${type}.pem`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  mkdirSync(folder, { recursive: true });
  const key = makeHostKey(type);
  writeFileSync(path, key, { mode: 0o600 });
  return key;
}

function makeHostKey(type: HostKeyType): string {
  if (type === 'rsa')
    return generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    }).privateKey;
  // About one in 400 keys that ssh2 makes cannot be read back by it.
  for (let tries = 0; tries < 20; tries++) {
    const key = ssh2.utils.generateKeyPairSync('ed25519').private;
    if (!(ssh2.utils.parseKey(key) instanceof Error)) return key;
  }
  throw new Error('no readable ed25519 key in 20 tries');
}
