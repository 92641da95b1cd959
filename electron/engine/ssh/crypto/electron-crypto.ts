import crypto from 'node:crypto';
import { fromBytes } from './big-integers';
import { ChaCha20 } from './chacha20';
import { exchangeOver } from './diffie-hellman';
import { dsaPublicKey, verifyDsa } from './dsa';
import { modpPrime } from './modp-groups';

type Callable = (...values: readonly unknown[]) => unknown;

/** Functions of `crypto` that are replaced, loosely typed: the originals have dozens of overloads. */
export type PatchableCrypto = Record<
  | 'createDiffieHellmanGroup'
  | 'getDiffieHellman'
  | 'createDiffieHellman'
  | 'verify'
  | 'getCiphers'
  | 'createCipheriv'
  | 'createDecipheriv',
  Callable
>;

/**
 * Puts in what is missing or too slow for switches. Everywhere: Diffie-Hellman over a prime that the device sends
 * (OpenSSL checks it for seconds, and the whole program waits). In Electron also what its crypto library lacks: the
 * well-known groups (modp2 is missing, the others are checked like any prime, up to a minute), verifying DSA host keys,
 * and the bare ChaCha20 stream. It has to run before the SSH library loads.
 *
 * @param force all of it outside Electron too, so that tests can try the replacements
 */
export function installElectronCrypto(target: PatchableCrypto, { force = false } = {}): void {
  replaceExchange(target);
  const isAll = force || process.versions['electron'] !== undefined;
  replaceGroups(target, isAll ? () => true : isShort);
  if (!isAll) return;
  addDsa(target);
  addChaCha20(target);
}

function replaceExchange(target: PatchableCrypto): void {
  const native = target.createDiffieHellman;
  // Never through the native constructor: it checks the prime, and that is the wait we are here to avoid.
  target.createDiffieHellman = (...values) => {
    const [prime, generator] = values;
    const isPair = values.length === 2 && prime instanceof Uint8Array && generator instanceof Uint8Array;
    return isPair ? exchangeOver(fromBytes(prime), fromBytes(generator)) : native(...values);
  };
}

/** OpenSSL knows these no more and checks them like any prime: 40 to 65 ms. */
const isShort = (name: unknown): boolean => name === 'modp1' || name === 'modp2';

function replaceGroups(target: PatchableCrypto, isOurs: (name: unknown) => boolean): void {
  const native = target.createDiffieHellmanGroup;
  const group = (name: unknown): unknown => {
    if (!isOurs(name)) return native(name);
    const prime = typeof name === 'string' ? modpPrime(name) : undefined;
    if (prime === undefined) throw new Error(`Unknown DH group ${String(name)}`);
    return exchangeOver(prime, 2n);
  };
  target.createDiffieHellmanGroup = group;
  target.getDiffieHellman = group;
}

function addDsa(target: PatchableCrypto): void {
  const native = target.verify;
  target.verify = (...values) => {
    const [hash, data, pem, signature] = values;
    const key = typeof pem === 'string' ? dsaPublicKey(pem) : undefined;
    const isOurs = typeof hash === 'string' && data instanceof Uint8Array && signature instanceof Uint8Array;
    return key && isOurs ? verifyDsa(hash, data, key, Buffer.from(signature)) : native(...values);
  };
}

function addChaCha20(target: PatchableCrypto): void {
  const { getCiphers, createCipheriv, createDecipheriv } = target;
  target.getCiphers = () => {
    const names: unknown = getCiphers();
    const known: readonly unknown[] = Array.isArray(names) ? names : [];
    return known.includes('chacha20') ? known : [...known, 'chacha20'];
  };
  const orStream =
    (native: Callable): Callable =>
    (...values) => {
      const [name, key, iv] = values;
      const isOurs = name === 'chacha20' && key instanceof Uint8Array && iv instanceof Uint8Array;
      return isOurs ? new ChaCha20(key, iv) : native(...values);
    };
  target.createCipheriv = orStream(createCipheriv);
  target.createDecipheriv = orStream(createDecipheriv);
}

// Work at import time, on purpose: the SSH library copies these functions while it loads.
// The module object is the one that the library sees, hence the cast to the loose type.
installElectronCrypto(crypto as unknown as PatchableCrypto);
