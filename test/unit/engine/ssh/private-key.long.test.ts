import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
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

const openSshCiphers = [
  '3des-cbc',
  'aes128-cbc',
  'aes192-ctr',
  'aes256-cbc',
  'aes256-ctr',
  'aes128-gcm@openssh.com',
  'aes256-gcm@openssh.com',
];

test.each(openSshCiphers)('a key encrypted with %s is opened by its words only', async (cipher) => {
  // The library's type names only some of the ciphers that it knows.
  const options = { passphrase: words, cipher: cipher as 'aes256-ctr', rounds: 2 };
  const text = ed25519Key(options);

  expect((await readPrivateKey(text, words))?.type).toBe('ssh-ed25519');
  expect(await readPrivateKey(text, 'other words')).toBeUndefined();
});

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

// The tests below ask for hours of work: where a file is not refused before it, they do not end.

const thousandMillion = Buffer.from('7fffffff', 'hex');

/** An encrypted key in OpenSSH's format that asks for a thousand million rounds. */
function askingForRounds(): Buffer {
  const text = ed25519Key({ passphrase: words, cipher: 'aes256-ctr', rounds: 2 });
  const blob = Buffer.from(text.split('\n').slice(1, -1).join(''), 'base64');
  // Behind the name stand two lengths and 16 bytes of salt.
  thousandMillion.copy(blob, blob.indexOf('bcrypt') + 'bcrypt'.length + 4 + 4 + 16);
  return blob;
}

const asOpenSsh = (blob: Buffer): string =>
  `-----BEGIN OPENSSH PRIVATE KEY-----\n${blob.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`;

/** The same file with another cipher's name in it. */
function withCipher(blob: Buffer, name: string): Buffer {
  const at = 'openssh-key-v1\0'.length;
  const length = Buffer.from([0, 0, 0, name.length]);
  return Buffer.concat([blob.subarray(0, at), length, Buffer.from(name), blob.subarray(at + 4 + 'aes256-ctr'.length)]);
}

test.each([...openSshCiphers, 'aes256-gcm', 'chacha20-poly1305@openssh.com', 'unheard-of'])(
  'a key in OpenSSH format with %s that asks for a thousand million rounds is refused at once',
  async (cipher) => {
    expect(await readPrivateKey(asOpenSsh(withCipher(askingForRounds(), cipher)), words)).toBeUndefined();
  },
);

test('such a key is refused at once however its file is broken', async () => {
  const blob = askingForRounds();
  const broken = fc.record({
    at: fc.nat(blob.length - 1),
    byte: fc.nat(255),
    end: fc.oneof(fc.constant(blob.length), fc.nat(blob.length)),
  });

  await fc.assert(
    fc.asyncProperty(broken, async ({ at, byte, end }) => {
      const changed = Buffer.from(blob);
      changed[at] = byte;

      expect(await readPrivateKey(asOpenSsh(changed.subarray(0, end)), words)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

/** One DER element; the length takes two bytes, which every reader here allows. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, 0x82, body.length >> 8, body.length & 0xff]), body]);
}

const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
/** Without needless zeros, which OpenSSL refuses. */
const integer = (value: number): Buffer => {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return der(0x02, bytes.readUInt8(0) > 0x7f ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
};
const salt = der(0x04, Buffer.alloc(8, 1));
const much = 0x7fffffff;

/** An encrypted PKCS #8 whose key is derived as told; what is encrypted is nothing. */
function encryptedPkcs8(method: Buffer): string {
  const base64 = sequence(method, der(0x04, Buffer.alloc(64, 7))).toString('base64');
  return `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${base64}\n-----END ENCRYPTED PRIVATE KEY-----\n`;
}

function pbes2(derivation: Buffer): Buffer {
  const aes256 = sequence(oid('60864801650304012a'), der(0x04, Buffer.alloc(16)));
  return sequence(oid('2a864886f70d01050d'), sequence(derivation, aes256));
}

test.each([
  ['PBKDF2', pbes2(sequence(oid('2a864886f70d01050c'), sequence(salt, integer(much))))],
  ['PKCS #12 with 3DES', sequence(oid('2a864886f70d010c0103'), sequence(salt, integer(much)))],
  [
    'scrypt',
    pbes2(sequence(oid('2b06010401da47040b'), sequence(salt, integer(2 ** 15), integer(1), integer(2 ** 16)))),
  ],
])('a PKCS #8 key that asks for too much work by %s is refused at once', async (_name, method) => {
  expect(await readPrivateKey(encryptedPkcs8(method), words)).toBeUndefined();
});

/** Made for this test by `openssl pkcs8 -topk8 -scrypt`; it opens nothing. */
const scryptKey = `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAh7+9LP9b05TQICQAAC
AQgCAQEwHQYJYIZIAWUDBAEqBBA6KETcz1M996UsUtbK+NLBBEDyrDjf8wfJqTiK
skkMxEzHcXWYxp3nkCnGqKbUCzhTqcink9olGA3H8oZWGt0BnwfSvEnnvXxGvDRQ
837DYMV+
-----END ENCRYPTED PRIVATE KEY-----
`;

test('a PKCS #8 key by scrypt as OpenSSL makes it is read', async () => {
  expect((await readPrivateKey(scryptKey, 'words'))?.type).toBe('ssh-ed25519');
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
