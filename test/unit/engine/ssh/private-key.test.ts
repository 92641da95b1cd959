import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { utils } from 'ssh2';
import { expect, test } from 'vitest';
import { readPrivateKey } from '../../../../electron/engine/ssh/private-key';
import { ed25519Key } from '../../../support/ed25519-key';

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

test.each(cases)('$name is read and signs', async ({ text, kind, isEncrypted }) => {
  const key = await readPrivateKey(text, isEncrypted === true ? words : undefined);

  expect(key?.type).toBe(kind);
  const signature = key?.sign('anything') ?? new Error('no key');
  expect(signature).toBeInstanceOf(Buffer);
  expect(key?.verify('anything', signature as Buffer)).toBe(true);
});

test.each(cases)('$name is read with the line ends of Windows and blanks around it', async ({ text, isEncrypted }) => {
  const pasted = `\r\n  ${text.trim().replaceAll('\n', '\r\n')}\r\n\r\n`;

  expect(await readPrivateKey(pasted, isEncrypted === true ? words : undefined)).toBeDefined();
});

test.each(cases.filter(({ isEncrypted }) => isEncrypted))(
  '$name is not read with other words, or without',
  async ({ text }) => {
    expect(await readPrivateKey(text, 'other words')).toBeUndefined();
    expect(await readPrivateKey(text, undefined)).toBeUndefined();
  },
);

test.each(['', 'no key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'ssh-ed25519 AAAA lab'])(
  '%j is no private key',
  async (text) => {
    expect(await readPrivateKey(text, undefined)).toBeUndefined();
  },
);

test.each(['aes128-cbc', 'aes192-ctr', 'aes256-cbc', 'aes256-ctr', 'aes128-gcm@openssh.com', 'aes256-gcm@openssh.com'])(
  'a key encrypted with %s is opened by its words only',
  async (cipher) => {
    // The library's type names only some of the ciphers that it knows.
    const options = { passphrase: words, cipher: cipher as 'aes256-ctr', rounds: 2 };
    const text = ed25519Key(options);

    expect((await readPrivateKey(text, words))?.type).toBe('ssh-ed25519');
    expect(await readPrivateKey(text, 'other words')).toBeUndefined();
  },
);

test('the rest of the program works on while a key is opened', async () => {
  const slow = ed25519Key({ passphrase: words, cipher: 'aes256-ctr', rounds: 24 });
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const key = await readPrivateKey(slow, words);
  clearInterval(timer);

  expect(key?.type).toBe('ssh-ed25519');
  expect(turns).toBeGreaterThan(20);
});

test('a key that is asked for twice at the same time is opened once', () => {
  const text = ed25519Key({ passphrase: words, cipher: 'aes256-ctr', rounds: 4 });

  expect(readPrivateKey(text, words)).toBe(readPrivateKey(text, words));
});

test('a key whose file asks for a thousand million iterations is refused at once', async () => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open it' },
  });
  const base64 = privateKey.split('\n').slice(1, -2).join('');
  const der = Buffer.from(base64, 'base64');
  // The count stands as INTEGER 2048 behind the salt; the same two bytes can hold no more than this.
  const at = der.indexOf(Buffer.from('02020800', 'hex'));
  const asking = (count: string): string => {
    const more = Buffer.concat([der.subarray(0, at), Buffer.from(count, 'hex'), der.subarray(at + 4)]);
    return `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${more.toString('base64')}\n-----END ENCRYPTED PRIVATE KEY-----\n`;
  };

  expect(at).toBeGreaterThan(0);
  expect(await readPrivateKey(privateKey, 'open it')).toBeDefined();
  expect(await readPrivateKey(asking('02047fffffff'), 'open it')).toBeUndefined();
});
