import { getCiphers, getHashes } from 'node:crypto';
import type { Algorithms } from 'ssh2';

/** The four kinds that are agreed on, best first. */
type Offer = {
  readonly kex: readonly string[];
  readonly serverHostKey: readonly string[];
  readonly cipher: readonly string[];
  readonly hmac: readonly string[];
};

const modern: Offer = {
  kex: [
    'curve25519-sha256',
    'curve25519-sha256@libssh.org',
    'ecdh-sha2-nistp256',
    'ecdh-sha2-nistp384',
    'ecdh-sha2-nistp521',
    'diffie-hellman-group-exchange-sha256',
    'diffie-hellman-group14-sha256',
    'diffie-hellman-group15-sha512',
    'diffie-hellman-group16-sha512',
    'diffie-hellman-group17-sha512',
    'diffie-hellman-group18-sha512',
  ],
  serverHostKey: [
    'ssh-ed25519',
    'ecdsa-sha2-nistp256',
    'ecdsa-sha2-nistp384',
    'ecdsa-sha2-nistp521',
    'rsa-sha2-512',
    'rsa-sha2-256',
  ],
  cipher: [
    'aes128-gcm@openssh.com',
    'aes256-gcm@openssh.com',
    'aes128-ctr',
    'aes192-ctr',
    'aes256-ctr',
    'chacha20-poly1305@openssh.com',
  ],
  hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com', 'hmac-sha2-256', 'hmac-sha2-512'],
};

/** An offer as the library takes it. */
type Offered = Algorithms & Pick<Offer, 'kex'>;

/** Why an algorithm is only offered to a device that has nothing better. */
export type Weakness = 'short-group' | 'sha1' | 'dsa' | 'cbc' | 'small-block' | 'rc4' | 'md5';

/** Outdated algorithms, least bad first, each with its reason. */
export const legacyAlgorithms: Readonly<Record<keyof Offer, Readonly<Record<string, Weakness>>>> = {
  kex: {
    'diffie-hellman-group14-sha1': 'sha1',
    'diffie-hellman-group-exchange-sha1': 'sha1',
    'diffie-hellman-group1-sha1': 'short-group',
  },
  serverHostKey: { 'ssh-rsa': 'sha1', 'ssh-dss': 'dsa' },
  cipher: {
    'aes256-cbc': 'cbc',
    'aes192-cbc': 'cbc',
    'aes128-cbc': 'cbc',
    '3des-cbc': 'small-block',
    'blowfish-cbc': 'small-block',
    'cast128-cbc': 'small-block',
    arcfour256: 'rc4',
    arcfour128: 'rc4',
    arcfour: 'rc4',
  },
  hmac: {
    'hmac-sha1-etm@openssh.com': 'sha1',
    'hmac-sha1': 'sha1',
    'hmac-sha1-96': 'sha1',
    'hmac-md5': 'md5',
    'hmac-md5-96': 'md5',
  },
};

/** OpenSSL's names of what is not in every build of it. */
const opensslCipher: Readonly<Record<string, string>> = {
  'chacha20-poly1305@openssh.com': 'chacha20',
  'aes256-cbc': 'aes-256-cbc',
  'aes192-cbc': 'aes-192-cbc',
  'aes128-cbc': 'aes-128-cbc',
  '3des-cbc': 'des-ede3-cbc',
  'blowfish-cbc': 'bf-cbc',
  'cast128-cbc': 'cast-cbc',
  arcfour256: 'rc4',
  arcfour128: 'rc4',
  arcfour: 'rc4',
};

/**
 * What is offered to a device: the modern set, with outdated ones behind it where it needs them. The library throws on a
 * name that this build of the crypto library lacks, so those are left out.
 *
 * @param outdated names of those that are offered too, or all of them
 * @param knownKey algorithm of the host key that is remembered: asked for first, since a device with several keys would
 *   otherwise show another one and look changed
 */
export function offeredAlgorithms(outdated: readonly string[] | 'all', knownKey?: string): Offered {
  const name = `${outdated === 'all' ? 'all' : outdated.join()} ${knownKey ?? ''}`;
  const made = offers.get(name) ?? newOffer(outdated, knownKey);
  offers.set(name, made);
  return made;
}

/** What was offered before, by what was asked: a fleet needs a handful. */
const offers = new Map<string, Offered>();

function newOffer(outdated: readonly string[] | 'all', knownKey: string | undefined): Offered {
  const ciphers = getCiphers();
  const hashes = getHashes();
  const list = (kind: keyof Offer): string[] => [
    ...modern[kind],
    ...Object.keys(legacyAlgorithms[kind]).filter((name) => outdated === 'all' || outdated.includes(name)),
  ];
  const offered = {
    kex: list('kex'),
    serverHostKey: list('serverHostKey').toSorted(
      (a, b) => Number(isOfKey(b, knownKey)) - Number(isOfKey(a, knownKey)),
    ),
    cipher: list('cipher').filter((name) => ciphers.includes(opensslCipher[name] ?? name) || !(name in opensslCipher)),
    hmac: list('hmac').filter((name) => !name.includes('md5') || hashes.includes('md5')),
  };
  // The names are the library's own; its type lists them one by one.
  return offered as Offered;
}

/** Signatures by an RSA key have names of their own (RFC 8332). */
function isOfKey(signature: string, key: string | undefined): boolean {
  return signature === key || (key === 'ssh-rsa' && signature.startsWith('rsa-sha2-'));
}

/** What both ends agreed on, as far as it is judged. */
export type Negotiated = {
  readonly kex: string;
  readonly serverHostKey: string;
  readonly cs: { readonly cipher: string; readonly mac: string };
  readonly sc: { readonly cipher: string; readonly mac: string };
};

/** The outdated ones among the agreed algorithms, each once. */
export function weakAmong({ kex, serverHostKey, cs, sc }: Negotiated): string[] {
  const weak = [
    ...[kex].filter((name) => name in legacyAlgorithms.kex),
    ...[serverHostKey].filter((name) => name in legacyAlgorithms.serverHostKey),
    ...[cs.cipher, sc.cipher].filter((name) => name in legacyAlgorithms.cipher),
    ...[cs.mac, sc.mac].filter((name) => name in legacyAlgorithms.hmac),
  ];
  return [...new Set(weak)];
}

/** Shorter keys and primes are broken with the means of today (NIST SP 800-131A). */
const leastBits = 2048;

/** What is too short on a connection, as it is listed among outdated algorithms, e.g. `ssh-rsa-1024`. */
export function shortAmong(
  { kex }: Pick<Negotiated, 'kex'>,
  bits: { readonly prime: number | undefined; readonly rsa: number | undefined },
): string[] {
  // The group of every other name is known by its name.
  const prime = kex.includes('group-exchange') ? bits.prime : undefined;
  return [
    ...(prime !== undefined && prime < leastBits ? [`dh-${prime}`] : []),
    ...(bits.rsa !== undefined && bits.rsa < leastBits ? [`ssh-rsa-${bits.rsa}`] : []),
  ];
}

/** The agreed algorithms by name, each once. */
export function namesOf({ kex, serverHostKey, cs, sc }: Negotiated): string[] {
  return [...new Set([kex, serverHostKey, cs.cipher, sc.cipher, cs.mac, sc.mac])].filter((name) => name !== '');
}
