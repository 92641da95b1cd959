import type { HostKeyKind } from './keys';

/** Which of the four agreed things a case fixes. */
export type Kind = 'kex' | 'host key' | 'cipher' | 'mac';

/** One algorithm that a server offers alone. */
export type AlgorithmCase = {
  readonly kind: Kind;
  readonly name: string;
  readonly hostKey?: HostKeyKind;
  /** Said to be outdated by the finding. */
  readonly isWeak?: boolean;
};

const weak = (kind: Kind, name: string, hostKey?: HostKeyKind): AlgorithmCase => ({
  kind,
  name,
  isWeak: true,
  ...(hostKey && { hostKey }),
});

/** Everything a device may insist on. */
export const algorithmCases: readonly AlgorithmCase[] = [
  { kind: 'kex', name: 'curve25519-sha256' },
  { kind: 'kex', name: 'curve25519-sha256@libssh.org' },
  { kind: 'kex', name: 'ecdh-sha2-nistp256' },
  { kind: 'kex', name: 'ecdh-sha2-nistp384' },
  { kind: 'kex', name: 'ecdh-sha2-nistp521' },
  { kind: 'kex', name: 'diffie-hellman-group14-sha256' },
  { kind: 'kex', name: 'diffie-hellman-group16-sha512' },
  { kind: 'kex', name: 'diffie-hellman-group18-sha512' },
  { kind: 'kex', name: 'diffie-hellman-group-exchange-sha256' },
  weak('kex', 'diffie-hellman-group-exchange-sha1'),
  weak('kex', 'diffie-hellman-group14-sha1'),
  weak('kex', 'diffie-hellman-group1-sha1'),
  { kind: 'host key', name: 'ssh-ed25519', hostKey: 'ed25519' },
  { kind: 'host key', name: 'ecdsa-sha2-nistp256', hostKey: 'ecdsa256' },
  { kind: 'host key', name: 'ecdsa-sha2-nistp384', hostKey: 'ecdsa384' },
  { kind: 'host key', name: 'ecdsa-sha2-nistp521', hostKey: 'ecdsa521' },
  { kind: 'host key', name: 'rsa-sha2-256', hostKey: 'rsa3072' },
  { kind: 'host key', name: 'rsa-sha2-512', hostKey: 'rsa3072' },
  weak('host key', 'ssh-rsa', 'rsa3072'),
  weak('host key', 'ssh-rsa', 'rsa1024'),
  weak('host key', 'ssh-dss', 'dsa'),
  { kind: 'cipher', name: 'chacha20-poly1305@openssh.com' },
  { kind: 'cipher', name: 'aes128-gcm@openssh.com' },
  { kind: 'cipher', name: 'aes256-gcm@openssh.com' },
  { kind: 'cipher', name: 'aes128-ctr' },
  { kind: 'cipher', name: 'aes192-ctr' },
  { kind: 'cipher', name: 'aes256-ctr' },
  weak('cipher', 'aes128-cbc'),
  weak('cipher', 'aes192-cbc'),
  weak('cipher', 'aes256-cbc'),
  weak('cipher', '3des-cbc'),
  { kind: 'mac', name: 'hmac-sha2-256' },
  { kind: 'mac', name: 'hmac-sha2-512' },
  { kind: 'mac', name: 'hmac-sha2-256-etm@openssh.com' },
  { kind: 'mac', name: 'hmac-sha2-512-etm@openssh.com' },
  weak('mac', 'hmac-sha1'),
  weak('mac', 'hmac-sha1-etm@openssh.com'),
  weak('mac', 'hmac-sha1-96'),
  weak('mac', 'hmac-md5'),
  weak('mac', 'hmac-md5-96'),
];

/** The line of OpenSSH's configuration that leaves only this one; a MAC is agreed on only beside a plain cipher. */
export function openSshLines({ kind, name }: AlgorithmCase): string[] {
  const words: Readonly<Record<Kind, string>> = {
    kex: 'KexAlgorithms',
    'host key': 'HostKeyAlgorithms',
    cipher: 'Ciphers',
    mac: 'MACs',
  };
  return [`${words[kind]} ${name}`, ...(kind === 'mac' ? ['Ciphers aes128-ctr'] : [])];
}

/** What a simulated device can offer: its library knows group exchange only as a client. */
export const labCases = algorithmCases.filter(({ name }) => !name.includes('group-exchange'));

/** The same for a simulated device. */
export function labAlgorithms({ kind, name }: AlgorithmCase) {
  const keys = { kex: 'kex', 'host key': 'serverHostKey', cipher: 'cipher', mac: 'hmac' } as const;
  return { [keys[kind]]: [name], ...(kind === 'mac' && { cipher: ['aes128-ctr'] }) };
}
