import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { fromBytes } from './crypto/big-integers';
import { element } from './crypto/dsa';
import { openOpenSshKey } from './openssh-key';
import { parsePrivateKey, type ParsedKey } from './ssh2';

/**
 * Reads a private key: OpenSSH's own format, PEM of OpenSSL (RSA, EC, DSA), PKCS #8, PuTTY; encrypted or not.
 * Undefined when it is none of them or the passphrase does not open it.
 */
export function readPrivateKey(text: string, passphrase: string | undefined): Promise<ParsedKey | undefined> {
  const name = createHash('sha256')
    .update(`${text}\0${passphrase ?? ''}`)
    .digest('base64');
  const known = read.get(name);
  if (known !== undefined) return known;
  const key = parse(text, passphrase);
  if (read.size >= remembered) read.clear();
  read.set(name, key);
  return key;
}

/** Keys that were read lately: opening an encrypted one takes half a second by design, and one usually opens all devices. */
const read = new Map<string, Promise<ParsedKey | undefined>>();
const remembered = 16;

async function parse(text: string, passphrase: string | undefined): Promise<ParsedKey | undefined> {
  const tidy = `${text.replaceAll('\r\n', '\n').trim()}\n`;
  const isPkcs8 = /^-----BEGIN (?:ENCRYPTED )?PRIVATE KEY-----$/m.test(tidy);
  const plain = isPkcs8 ? fromPkcs8(tidy, passphrase) : await openOpenSshKey(tidy.trimEnd(), passphrase);
  const key = parsePrivateKey(plain ?? '', passphrase);
  return key instanceof Error || !key.isPrivateKey() ? undefined : key;
}

/** The library reads no PKCS #8: written anew in a form that it reads. */
function fromPkcs8(text: string, passphrase: string | undefined): string | undefined {
  if (asksTooMuch(text)) return undefined;
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: text, ...(passphrase !== undefined && { passphrase }) });
  } catch {
    // A wrong passphrase or a broken key; the reason may quote the key, so it goes no further.
    return undefined;
  }
  if (key.asymmetricKeyType === 'rsa') return key.export({ type: 'pkcs1', format: 'pem' }).toString().trim();
  if (key.asymmetricKeyType === 'ec') return key.export({ type: 'sec1', format: 'pem' }).toString().trim();
  return key.asymmetricKeyType === 'ed25519' ? ed25519Text(key) : undefined;
}

/** 1.2.840.113549.1.5.12 (PBKDF2) as DER. */
const pbkdf2 = Buffer.from('06092a864886f70d01050c', 'hex');
/** OpenSSL writes 2,048; so many take half a second, in which the whole program waits. */
const mostIterations = 1_000_000n;

/** True for a key whose file asks for more work than anybody needs. */
function asksTooMuch(text: string): boolean {
  const base64 = /-----BEGIN ENCRYPTED PRIVATE KEY-----([\s\S]+?)-----END/.exec(text)?.[1] ?? '';
  const der = Buffer.from(base64, 'base64');
  const at = der.indexOf(pbkdf2);
  if (at < 0) return false;
  try {
    const salt = element(element(der.subarray(at + pbkdf2.length)).body);
    return fromBytes(element(salt.rest).body) > mostIterations;
  } catch {
    // Broken DER: whoever reads the key says so.
    return false;
  }
}

/** OpenSSH's format, unencrypted: it is the only one for this kind of key. */
function ed25519Text(key: KeyObject): string {
  const { x = '', d = '' } = key.export({ format: 'jwk' });
  const publicPart = Buffer.from(x, 'base64url');
  const secretPart = Buffer.concat([Buffer.from(d, 'base64url'), publicPart]);
  const name = Buffer.from('ssh-ed25519');
  const publicBlob = Buffer.concat([sized(name), sized(publicPart)]);
  // Twice the same number shows that the decryption went right; there is none here.
  const privateBlob = Buffer.concat([Buffer.alloc(8), sized(name), sized(publicPart), sized(secretPart), sized('')]);
  const padding = Buffer.from(Array.from({ length: (8 - (privateBlob.length % 8)) % 8 }, (_, index) => index + 1));
  const blob = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    sized('none'),
    sized('none'),
    sized(''),
    Buffer.from([0, 0, 0, 1]),
    sized(publicBlob),
    sized(Buffer.concat([privateBlob, padding])),
  ]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return ['-----BEGIN OPENSSH PRIVATE KEY-----', ...lines, '-----END OPENSSH PRIVATE KEY-----'].join('\n');
}

/** A string of SSH: its length in four bytes before it. */
function sized(bytes: Buffer | string): Buffer {
  const content = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}
