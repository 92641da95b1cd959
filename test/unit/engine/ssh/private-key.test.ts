import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { utils } from 'ssh2';
import { expect, test } from 'vitest';
import { readPrivateKey } from '../../../../electron/engine/ssh/private-key';

const words = 'key words 口令';
const encrypted = { cipher: 'aes-256-cbc', passphrase: words } as const;
const pem = (key: KeyObject, type: 'pkcs1' | 'pkcs8' | 'sec1', isEncrypted: boolean): string =>
  key.export({ type, format: 'pem', ...(isEncrypted ? encrypted : {}) } as { type: 'pkcs8'; format: 'pem' }).toString();

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;
const openSsh = utils.generateKeyPairSync('rsa', { bits: 2048, passphrase: words, cipher: 'aes256-ctr', rounds: 4 });

const cases = [
  { name: 'RSA in PEM', text: pem(rsa, 'pkcs1', false), kind: 'ssh-rsa' },
  { name: 'RSA in PEM, encrypted', text: pem(rsa, 'pkcs1', true), kind: 'ssh-rsa', isEncrypted: true },
  { name: 'RSA in PKCS #8, encrypted', text: pem(rsa, 'pkcs8', true), kind: 'ssh-rsa', isEncrypted: true },
  { name: 'ECDSA in PEM', text: pem(ec, 'sec1', false), kind: 'ecdsa-sha2-nistp256' },
  { name: 'ECDSA in PKCS #8', text: pem(ec, 'pkcs8', false), kind: 'ecdsa-sha2-nistp256' },
  { name: 'Ed25519 in PKCS #8', text: pem(ed, 'pkcs8', false), kind: 'ssh-ed25519' },
  { name: 'Ed25519 in PKCS #8, encrypted', text: pem(ed, 'pkcs8', true), kind: 'ssh-ed25519', isEncrypted: true },
  { name: "RSA in OpenSSH's format, encrypted", text: openSsh.private, kind: 'ssh-rsa', isEncrypted: true },
];

test.each(cases)('$name is read and signs', ({ text, kind, isEncrypted }) => {
  const key = readPrivateKey(text, isEncrypted === true ? words : undefined);

  expect(key?.type).toBe(kind);
  const signature = key?.sign('anything') ?? new Error('no key');
  expect(signature).toBeInstanceOf(Buffer);
  expect(key?.verify('anything', signature as Buffer)).toBe(true);
});

test.each(cases)('$name is read with the line ends of Windows and blanks around it', ({ text, isEncrypted }) => {
  const pasted = `\r\n  ${text.trim().replaceAll('\n', '\r\n')}\r\n\r\n`;

  expect(readPrivateKey(pasted, isEncrypted === true ? words : undefined)).toBeDefined();
});

test.each(cases.filter(({ isEncrypted }) => isEncrypted))(
  '$name is not read with other words, or without',
  ({ text }) => {
    expect(readPrivateKey(text, 'other words')).toBeUndefined();
    expect(readPrivateKey(text, undefined)).toBeUndefined();
  },
);

test.each(['', 'no key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'ssh-ed25519 AAAA lab'])(
  '%j is no private key',
  (text) => {
    expect(readPrivateKey(text, undefined)).toBeUndefined();
  },
);
