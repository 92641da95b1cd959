import crypto, { createPublicKey, diffieHellman, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { installRawKeys, type KeyFunctions } from '../../../../../electron/engine/ssh/crypto/raw-keys';

/** A copy of Node's module with the replacements in it, and what was asked of the originals. */
function patched() {
  const asked: string[] = [];
  const note =
    (name: string, original: (...values: never[]) => unknown) =>
    (...values: readonly unknown[]): unknown => {
      asked.push(name);
      return (original as (...all: readonly unknown[]) => unknown)(...values);
    };
  const functions: KeyFunctions = {
    generateKeyPairSync: note('generateKeyPairSync', crypto.generateKeyPairSync),
    createPublicKey: note('createPublicKey', crypto.createPublicKey),
    verify: note('verify', crypto.verify),
    randomFillSync: note('randomFillSync', crypto.randomFillSync),
  };
  installRawKeys(functions);
  return { ...functions, asked };
}

const der = { type: 'spki', format: 'der' } as const;
type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject };

test('a public key is told as the same DER that OpenSSL writes', () => {
  const { publicKey } = patched().generateKeyPairSync('x25519') as Pair;

  const told = publicKey.export(der);

  expect(createPublicKey({ key: told, ...der }).export({ format: 'jwk' })).toEqual(publicKey.export({ format: 'jwk' }));
  expect(told.equals(createPublicKey({ key: told, ...der }).export(der))).toBe(true);
});

test('a key in DER is read as the same key, and both ends agree on a secret', () => {
  const ours = patched().generateKeyPairSync('x25519') as Pair;
  const theirs = generateKeyPairSync('x25519');

  const read = patched().createPublicKey({ key: theirs.publicKey.export(der), ...der }) as KeyObject;

  const secret = diffieHellman({ privateKey: ours.privateKey, publicKey: read });
  const expected = diffieHellman({ privateKey: theirs.privateKey, publicKey: ours.publicKey });
  expect(secret.equals(expected)).toBe(true);
});

test.each([
  ['rsa', () => generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey],
  ['ed448', () => generateKeyPairSync('ed448').publicKey],
  ['p-256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey],
])('other keys are read as before: %s', (_name, make) => {
  const key = make();

  const read = patched().createPublicKey({ key: key.export(der), ...der }) as KeyObject;

  expect(read.equals(key)).toBe(true);
});

test('a DER that is cut is the error that OpenSSL makes of it', () => {
  const cut = generateKeyPairSync('x25519').publicKey.export(der).subarray(0, 30);

  expect(() => patched().createPublicKey({ key: cut, ...der })).toThrow();
});

test('a signature of a host key is accepted, a changed one refused', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const data = Buffer.from('exchange hash');
  const signature = sign(null, data, privateKey);
  const changed = Buffer.from(signature);
  changed.writeUInt8(changed.readUInt8(0) ^ 1, 0);
  const { verify, asked } = patched();

  expect(verify(null, data, pem, signature)).toBe(true);
  expect(verify(null, data, pem, changed)).toBe(false);
  expect(verify(null, Buffer.from('another'), pem, signature)).toBe(false);
  expect(asked).toContain('createPublicKey');
});

test('one who waits for the verdict by a callback is called', async () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const data = Buffer.from('exchange hash');
  const signature = sign(null, data, privateKey);
  const { verify } = patched();

  const said = await new Promise((resolve) => {
    verify(null, data, pem, signature, (_error: unknown, isRight: unknown) => resolve(isRight));
  });

  expect(said).toBe(true);
});

test('a signature by another kind of key is verified as before', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const data = Buffer.from('exchange hash');

  expect(patched().verify('sha256', data, pem, sign('sha256', data, privateKey))).toBe(true);
});

test('padding is taken from the pool: every byte once, and nothing beside the place asked for', () => {
  const { randomFillSync, asked } = patched();
  const seen = new Set<string>();
  for (let at = 0; at < 2000; at += 1) {
    const packet = Buffer.alloc(40, 7);
    expect(randomFillSync(packet, 10, 16)).toBe(packet);
    expect(packet.subarray(0, 10).every((byte) => byte === 7)).toBe(true);
    expect(packet.subarray(26).every((byte) => byte === 7)).toBe(true);
    seen.add(packet.toString('hex', 10, 26));
  }

  expect(seen.size).toBe(2000);
  expect(asked.length).toBeLessThan(20);
});

test('big or odd requests for random go to the original', () => {
  const { randomFillSync, asked } = patched();

  randomFillSync(Buffer.alloc(300), 0, 300);
  randomFillSync(Buffer.alloc(8));

  expect(asked).toEqual(['randomFillSync', 'randomFillSync']);
  expect(() => randomFillSync(Buffer.alloc(8), 4, 8)).toThrow();
});
