import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { fromBytes } from './crypto/big-integers';
import { element } from './crypto/dsa';
import { openOpenSshKey, plainOpenSshKey, sized } from './openssh-key';
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

/** 1.3.6.1.4.1.11591.4.11 (scrypt), without the length before it: that may be written in more bytes than it needs. */
const scrypt = Buffer.from('2b06010401da47040b', 'hex');
/** OpenSSL writes 2,048; so many take half a second, in which the whole program waits. */
const mostIterations = 1_000_000n;

/** True for a key whose file asks for more work than anybody needs, or does not show how much it asks for. */
function asksTooMuch(text: string): boolean {
  const blocks = text.matchAll(/-----BEGIN ENCRYPTED PRIVATE KEY-----([\s\S]+?)-----END/g);
  return [...blocks].some(([, base64 = '']) => {
    try {
      const method = element(element(Buffer.from(base64, 'base64')).body).body;
      return workOf(method) > mostIterations;
    } catch {
      // Broken DER, or lengths that OpenSSL reads and we do not.
      return true;
    }
  });
}

/** Iterations of PBKDF2, PKCS #5 or PKCS #12; of scrypt the product of its three factors. */
function workOf(method: Buffer): bigint {
  const numbers = integersIn(method);
  if (method.includes(scrypt)) return numbers.slice(0, 3).reduce((product, each) => product * each, 1n);
  return numbers.reduce((most, each) => (each > most ? each : most), 0n);
}

function integersIn(der: Buffer): bigint[] {
  if (der.length === 0) return [];
  const { tag, body, rest } = element(der);
  const own = tag === 0x02 ? [fromBytes(body)] : tag === 0x30 ? integersIn(body) : [];
  return [...own, ...integersIn(rest)];
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
  return plainOpenSshKey(publicBlob, Buffer.concat([privateBlob, padding]));
}
