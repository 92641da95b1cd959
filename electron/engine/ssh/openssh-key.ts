import { createDecipheriv } from 'node:crypto';
import { bcryptKey } from './crypto/bcrypt-key';

const head = '-----BEGIN OPENSSH PRIVATE KEY-----';
const foot = '-----END OPENSSH PRIVATE KEY-----';
const magic = Buffer.from('openssh-key-v1\0');

type Cipher = { readonly name: string; readonly keyBytes: number; readonly ivBytes: number; readonly tagBytes: number };
const aes = (bits: number, mode: 'cbc' | 'ctr'): Cipher => {
  return { name: `aes-${bits}-${mode}`, keyBytes: bits / 8, ivBytes: 16, tagBytes: 0 };
};
const gcm = (bits: number): Cipher => ({ name: `aes-${bits}-gcm`, keyBytes: bits / 8, ivBytes: 12, tagBytes: 16 });
const ciphers: Readonly<Record<string, Cipher>> = {
  'aes128-cbc': aes(128, 'cbc'),
  'aes192-cbc': aes(192, 'cbc'),
  'aes256-cbc': aes(256, 'cbc'),
  'aes128-ctr': aes(128, 'ctr'),
  'aes192-ctr': aes(192, 'ctr'),
  'aes256-ctr': aes(256, 'ctr'),
  '3des-cbc': { name: 'des-ede3-cbc', keyBytes: 24, ivBytes: 8, tagBytes: 0 },
  'aes128-gcm@openssh.com': gcm(128),
  'aes256-gcm@openssh.com': gcm(256),
};
/** OpenSSH writes 16 to 24; a file that asks for more than this would keep us busy for minutes. */
const mostRounds = 2000;

/**
 * Decrypts a key in OpenSSH's format and writes it anew without encryption, for a reader that would stop the whole
 * program while it derives the key. A text in another format, or not encrypted, is given back as it is; undefined when
 * the passphrase does not open it, or when it cannot be read: that reader gets no encrypted key.
 */
export async function openOpenSshKey(text: string, passphrase: string | undefined): Promise<string | undefined> {
  if (!text.includes(head)) return text;
  const container = readContainer(text);
  if (container === 'plain') return text;
  if (container === undefined || passphrase === undefined || container.rounds > mostRounds) return undefined;
  const { cipher, salt, rounds, publicKeys, secret, tag } = container;
  const derived = await bcryptKey(Buffer.from(passphrase), salt, cipher.keyBytes + cipher.ivBytes, rounds);
  const plain = decrypt(cipher, derived, secret, tag);
  if (plain === undefined || plain.length < 8 || plain.readUInt32BE(0) !== plain.readUInt32BE(4)) return undefined;
  return plainOpenSshKey(publicKeys, plain);
}

/** A key in OpenSSH's format without encryption. @param privatePart ends with its padding */
export function plainOpenSshKey(publicPart: Buffer, privatePart: Buffer): string {
  const count = Buffer.from([0, 0, 0, 1]);
  const blob = Buffer.concat([magic, ...['none', 'none', ''].map(sized), count, sized(publicPart), sized(privatePart)]);
  return [head, ...(blob.toString('base64').match(/.{1,70}/g) ?? []), foot].join('\n');
}

type Container = {
  readonly cipher: Cipher;
  readonly salt: Buffer;
  readonly rounds: number;
  readonly publicKeys: Buffer;
  readonly secret: Buffer;
  readonly tag: Buffer;
};

/** The parts of an encrypted key; undefined for what is broken, and for ciphers that are not ours. */
function readContainer(text: string): Container | 'plain' | undefined {
  const body = new RegExp(`^${head}\\s+([A-Za-z0-9+/=\\s]+)${foot}$`).exec(text.trim())?.[1];
  if (body === undefined) return undefined;
  const reader = new Reader(Buffer.from(body, 'base64'));
  if (!reader.take(magic.length)?.equals(magic)) return undefined;
  const cipherName = reader.string()?.toString() ?? '';
  const cipher = ciphers[cipherName];
  const kdf = reader.string()?.toString();
  if (cipherName === 'none' && kdf === 'none') return 'plain';
  const options = new Reader(reader.string() ?? Buffer.alloc(0));
  const salt = options.string();
  const rounds = options.number();
  const count = reader.number();
  const publicKeys = reader.string();
  const secret = reader.string();
  if (cipher === undefined || kdf !== 'bcrypt' || count !== 1) return undefined;
  if (salt === undefined || rounds === undefined || publicKeys === undefined || secret === undefined) return undefined;
  const tag = reader.take(cipher.tagBytes);
  return tag === undefined || rounds === 0 ? undefined : { cipher, salt, rounds, publicKeys, secret, tag };
}

function decrypt(
  { name, keyBytes, tagBytes }: Cipher,
  derived: Buffer,
  secret: Buffer,
  tag: Buffer,
): Buffer | undefined {
  const key = derived.subarray(0, keyBytes);
  const iv = derived.subarray(keyBytes);
  try {
    if (tagBytes > 0) {
      const decipher = createDecipheriv(name as 'aes-256-gcm', key, iv, { authTagLength: tagBytes });
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(secret), decipher.final()]);
    }
    const decipher = createDecipheriv(name, key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(secret), decipher.final()]);
  } catch {
    // The wrong passphrase, or a broken key; the reason says nothing more.
    return undefined;
  }
}

/** Reads the fields of SSH's wire format one after the other; undefined past the end. */
class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  take(length: number): Buffer | undefined {
    if (this.at + length > this.bytes.length) return undefined;
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  number(): number | undefined {
    return this.take(4)?.readUInt32BE(0);
  }

  string(): Buffer | undefined {
    const length = this.number();
    return length === undefined ? undefined : this.take(length);
  }
}

/** A string of SSH: its length in four bytes before it. */
export function sized(content: Buffer | string): Buffer {
  const bytes = Buffer.from(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
