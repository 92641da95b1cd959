import { createHash } from 'node:crypto';
import { hash } from 'bcrypt-pbkdf';

const hashBytes = 32;

/**
 * Derives a key from a passphrase as OpenSSH does (`bcrypt_pbkdf`). The library's own loop holds the program for a second;
 * this one lets the rest of the program work between two rounds of about 20 ms.
 */
export async function bcryptKey(passphrase: Buffer, salt: Buffer, length: number, rounds: number): Promise<Buffer> {
  const key = Buffer.alloc(length);
  const stride = Math.ceil(length / hashBytes);
  const amount = Math.ceil(length / stride);
  const password = sha512(passphrase);
  for (let block = 0; block < stride; block += 1) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(block + 1);
    const out = await rounded(password, Buffer.concat([salt, number]), rounds);
    for (let at = 0; at < amount && at * stride + block < length; at += 1) key[at * stride + block] = out[at] ?? 0;
  }
  return key;
}

async function rounded(password: Buffer, salt: Buffer, rounds: number): Promise<Buffer> {
  const sum = Buffer.alloc(hashBytes);
  let last = salt;
  for (let round = 0; round < rounds; round += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    const next = Buffer.alloc(hashBytes);
    hash(password, sha512(last), next);
    for (let at = 0; at < hashBytes; at += 1) sum[at] = (sum[at] ?? 0) ^ (next[at] ?? 0);
    last = next;
  }
  return sum;
}

function sha512(bytes: Buffer): Buffer {
  return createHash('sha512').update(bytes).digest();
}
