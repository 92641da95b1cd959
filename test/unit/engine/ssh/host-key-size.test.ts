import { generateKeyPairSync } from 'node:crypto';
import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { shortAmong } from '../../../../electron/engine/ssh/algorithms';
import { PrimeTooLarge } from '../../../../electron/engine/ssh/crypto/diffie-hellman';
import { rsaBitsOf } from '../../../../electron/engine/ssh/host-keys';
import { loginErrorCode } from '../../../../electron/engine/ssh/login-errors';

function wireForm(bits: number): Buffer {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const parsed = ssh2.utils.parseKey(privateKey.export({ type: 'pkcs1', format: 'pem' }));
  if (parsed instanceof Error) throw parsed;
  return parsed.getPublicSSH();
}

test.each([1024, 1536, 2048, 3072])('an RSA key of %d bits is told as that', (bits) => {
  expect(rsaBitsOf(wireForm(bits))).toBe(bits);
});

test('a key that is cut anywhere has some size or none, and never breaks', () => {
  const key = wireForm(1024);

  for (let length = 0; length < key.length; length += 1) {
    expect(rsaBitsOf(key.subarray(0, length)) ?? 0).toBeLessThan(1024);
  }
});

test.each([
  ['curve25519-sha256', undefined, 1024, ['ssh-rsa-1024']],
  ['curve25519-sha256', undefined, 2047, ['ssh-rsa-2047']],
  ['curve25519-sha256', undefined, 2048, []],
  ['diffie-hellman-group-exchange-sha256', 1024, 2048, ['dh-1024']],
  ['diffie-hellman-group-exchange-sha256', 2047, undefined, ['dh-2047']],
  ['diffie-hellman-group-exchange-sha256', 2048, undefined, []],
  ['diffie-hellman-group-exchange-sha1', 1024, 1024, ['dh-1024', 'ssh-rsa-1024']],
  // Its name says already that it is short.
  ['diffie-hellman-group1-sha1', 1024, undefined, []],
])('%s over %s bits with an RSA key of %s is listed as %j', (kex, prime, rsa, names) => {
  expect(shortAmong({ kex }, { prime, rsa })).toEqual(names);
});

test('a prime that is too large has words of its own', () => {
  expect(loginErrorCode(new PrimeTooLarge('9000'), { phase: 'kex', hasSpoken: true })).toEqual({
    code: 'ssh.prime-too-large',
  });
});
