import crypto, { createDiffieHellman, createDiffieHellmanGroup, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { ChaCha20 } from '../../../../../electron/engine/ssh/crypto/chacha20';
import { BigIntDiffieHellman, PrimeTooLarge } from '../../../../../electron/engine/ssh/crypto/diffie-hellman';
import { powerModulo } from '../../../../../electron/engine/ssh/crypto/big-integers';
import { installElectronCrypto, type PatchableCrypto } from '../../../../../electron/engine/ssh/crypto/electron-crypto';
import { isModpPrime, modpPrime } from '../../../../../electron/engine/ssh/crypto/modp-groups';

/** A copy of Node's module with the replacements in it; the real module stays as it is. */
function patched(): PatchableCrypto {
  // The loose type of the patch: the originals have dozens of overloads.
  const copy = { ...crypto } as unknown as PatchableCrypto;
  installElectronCrypto(copy, { force: true });
  return copy;
}

const groups = ['modp1', 'modp2', 'modp5', 'modp14', 'modp15', 'modp16', 'modp17', 'modp18'];

test.each(groups)('the prime of %s is the one that OpenSSL has', (name) => {
  expect(modpPrime(name)?.toString(16)).toBe(createDiffieHellmanGroup(name).getPrime('hex'));
});

test('a group that does not exist is an error', () => {
  expect(() => patched().createDiffieHellmanGroup('modp99')).toThrow('Unknown DH group');
});

test.each(['modp2', 'modp14', 'modp16', 'modp18'])('shared secrets in %s agree with OpenSSL', (name) => {
  const ours = patched().createDiffieHellmanGroup(name) as BigIntDiffieHellman;
  const theirs = createDiffieHellmanGroup(name);
  const ourKey = ours.generateKeys();
  const theirKey = theirs.generateKeys();

  const ourSecret = ours.computeSecret(theirKey);

  expect(ourSecret.equals(theirs.computeSecret(ourKey))).toBe(true);
  expect(ours.getGenerator()).toEqual(Buffer.from([2]));
});

test('a group given as prime and generator agrees with OpenSSL', () => {
  const prime = createDiffieHellmanGroup('modp5').getPrime();
  const generator = Buffer.from([5]);
  const ours = patched().createDiffieHellman(prime, generator) as BigIntDiffieHellman;
  const theirs = createDiffieHellman(prime, generator);
  const ourKey = ours.generateKeys();

  theirs.generateKeys();
  const theirSecret = theirs.computeSecret(ourKey);

  expect(ours).toBeInstanceOf(BigIntDiffieHellman);
  expect(ours.computeSecret(theirs.getPublicKey()).equals(theirSecret)).toBe(true);
});

test.each([0n, 1n])('a peer value of %s is refused', (value) => {
  const exchange = new BigIntDiffieHellman(modpPrime('modp2') ?? 0n, 2n);
  exchange.generateKeys();

  expect(() => exchange.computeSecret(Buffer.from([Number(value)]))).toThrow('unsafe');
});

test('a peer value of p - 1 is refused', () => {
  const prime = modpPrime('modp2') ?? 0n;
  const exchange = new BigIntDiffieHellman(prime, 2n);
  exchange.generateKeys();

  expect(() => exchange.computeSecret(Buffer.from((prime - 1n).toString(16), 'hex'))).toThrow('unsafe');
});

test.each([
  { modulusLength: 1024, divisorLength: 160, hash: 'sha1' },
  { modulusLength: 2048, divisorLength: 256, hash: 'sha256' },
])('a DSA signature of $modulusLength bits verifies, and a changed one does not', ({ hash, ...lengths }) => {
  const { privateKey, publicKey } = generateKeyPairSync('dsa', {
    ...lengths,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const data = Buffer.from('exchange hash');
  const signature = sign(hash, data, privateKey);
  const { verify } = patched();

  expect(verify(hash, data, publicKey, signature)).toBe(true);
  expect(verify(hash, Buffer.from('another hash'), publicKey, signature)).toBe(false);
});

test('a key that is not DSA is verified as before', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const data = Buffer.from('text');

  expect(patched().verify(null, data, publicKey, sign(null, data, privateKey))).toBe(true);
});

test.each([1, 63, 64, 65, 1000])('ChaCha20 gives what OpenSSL gives, %i bytes in two pieces', (length) => {
  const key = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7));
  const iv = Buffer.from('01000000000000000000000000000005', 'hex');
  const text = Buffer.alloc(length, 'device ');
  const cut = Math.floor(length / 3);

  const ours = new ChaCha20(key, iv);
  const sealed = Buffer.concat([ours.update(text.subarray(0, cut)), ours.update(text.subarray(cut))]);

  expect(sealed.equals(crypto.createCipheriv('chacha20', key, iv).update(text))).toBe(true);
  expect(new ChaCha20(key, iv).update(sealed).equals(text)).toBe(true);
});

test('a counter of ChaCha20 that needs more than 32 bits is refused, at the start and on the way', () => {
  const key = Buffer.alloc(32, 9);
  const tooLarge = Buffer.from('00000000010000000000000000000001', 'hex');
  const nearTheEnd = Buffer.from('feffffff000000000000000000000001', 'hex');

  expect(() => new ChaCha20(key, tooLarge)).toThrow(RangeError);
  expect(() => new ChaCha20(key, nearTheEnd).update(Buffer.alloc(200))).toThrow('overflow');
});

test('ChaCha20 keeps its key and IV when the caller writes other bytes into them', () => {
  const key = Buffer.alloc(32, 9);
  const iv = Buffer.from('01000000000000000000000000000005', 'hex');
  const text = Buffer.alloc(100, 'device ');
  const expected = crypto.createCipheriv('chacha20', key, iv).update(text);

  const ours = new ChaCha20(key, iv);
  key.fill(0);
  iv.fill(0);

  expect(ours.update(text).equals(expected)).toBe(true);
});

test('the cipher list names chacha20 once', () => {
  const names = patched().getCiphers() as string[];

  expect(names.filter((name) => name === 'chacha20')).toHaveLength(1);
});

test('what plain Node has is not replaced there', () => {
  const copy = { ...crypto } as unknown as PatchableCrypto;

  installElectronCrypto(copy);

  expect(copy.verify).toBe(crypto.verify);
});

test('in plain Node a prime that the device sends is not checked for seconds', () => {
  // The real module's loose type, as above.
  const copy = { ...crypto } as unknown as PatchableCrypto;
  installElectronCrypto(copy);
  const prime = createDiffieHellmanGroup('modp16').getPrime();

  const exchange = copy.createDiffieHellman(prime, Buffer.from([2]));

  expect(exchange).toBeInstanceOf(BigIntDiffieHellman);
  expect(copy.createDiffieHellmanGroup('modp14')).not.toBeInstanceOf(BigIntDiffieHellman);
  expect(copy.createDiffieHellmanGroup('modp2')).toBeInstanceOf(BigIntDiffieHellman);
});

test('a prime of more than 8,192 bits is refused before any work', () => {
  expect(() => new BigIntDiffieHellman((1n << 8192n) + 1n, 2n)).toThrow(PrimeTooLarge);
  expect(() => new BigIntDiffieHellman((1n << 8192n) - 1n, 2n)).not.toThrow();
});

function exponentBits(prime: bigint): number {
  const exchange = new BigIntDiffieHellman(prime, 2n);
  const draw = Reflect.get(exchange, 'newExponent') as () => bigint;
  const exponents = Array.from({ length: 20 }, () => draw.call(exchange));
  return Math.max(...exponents.map((exponent) => exponent.toString(2).length));
}

test.each([
  ['modp2', 256],
  ['modp14', 256],
  ['modp15', 280],
  ['modp16', 328],
  ['modp17', 376],
  ['modp18', 400],
])('over the safe prime of %s the exponent has twice the bits of its strength: %d', (name, most) => {
  const longest = exponentBits(modpPrime(name) ?? 0n);

  expect(longest).toBeLessThanOrEqual(most);
  expect(longest).toBeGreaterThan(most - 16);
});

test.each([1024, 2048, 2049, 4096])('over a prime of %d bits that nobody knows the exponent has 512', (bits) => {
  const longest = exponentBits((1n << BigInt(bits)) - 1n);

  expect(longest).toBeLessThanOrEqual(512);
  expect(longest).toBeGreaterThan(512 - 16);
});

test('no prime of a group is known by its size alone', () => {
  const prime = modpPrime('modp14') ?? 0n;

  expect([isModpPrime(prime), isModpPrime(prime - 2n), isModpPrime(prime >> 1n)]).toEqual([true, false, false]);
});

test('the work of one step in each group, printed', () => {
  for (const name of groups) {
    const prime = modpPrime(name) ?? 0n;
    const peer = powerModulo(3n, 12345678901234567890n, prime).toString(16);
    const exchange = new BigIntDiffieHellman(prime, 2n);
    const startedAt = performance.now();
    exchange.generateKeys();
    const halfAt = performance.now();
    const secret = exchange.computeSecret(Buffer.from(peer.padStart(prime.toString(16).length, '0'), 'hex'));
    const [open, shared] = [halfAt - startedAt, performance.now() - halfAt].map((ms) => ms.toFixed(1));
    console.log(`${name}: public value ${open} ms, secret ${shared} ms`);

    expect(secret).toHaveLength(exchange.getPrime().length);
  }
});
