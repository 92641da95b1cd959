import { createHash } from 'node:crypto';
import { encipher, expandKey, newBlowfish } from './blowfish';

const hashBytes = 32;
const doublings = 64;
const magic = Buffer.from('OxychromaticBlowfishSwatDynamite');

/**
 * Derives a key from a passphrase as OpenSSH does (`bcrypt_pbkdf`). It is slow by design, so it lets the rest of the
 * program work between its rounds.
 */
export async function bcryptKey(passphrase: Buffer, salt: Buffer, length: number, rounds: number): Promise<Buffer> {
  const key = Buffer.alloc(length);
  const stride = Math.ceil(length / hashBytes);
  const amount = Math.ceil(length / stride);
  const password = wordsOf(sha512(passphrase));
  for (let block = 0; block < stride; block += 1) {
    const number = Buffer.alloc(4);
    number.writeUInt32BE(block + 1);
    const out = await rounded(password, Buffer.concat([salt, number]), rounds);
    for (let at = 0; at < amount && at * stride + block < length; at += 1) key[at * stride + block] = out[at] ?? 0;
  }
  return key;
}

async function rounded(password: Int32Array, salt: Buffer, rounds: number): Promise<Buffer> {
  let last = bcryptHash(password, wordsOf(sha512(salt)));
  const out = Buffer.from(last);
  for (let round = 1; round < rounds; round += 1) {
    await new Promise<void>((resolve) => setImmediate(resolve));
    last = bcryptHash(password, wordsOf(sha512(last)));
    for (let at = 0; at < hashBytes; at += 1) out[at] = (out[at] ?? 0) ^ (last[at] ?? 0);
  }
  return out;
}

function bcryptHash(password: Int32Array, salt: Int32Array): Buffer {
  const state = newBlowfish();
  expandKey(state, password, salt);
  for (let turn = 0; turn < doublings; turn += 1) {
    expandKey(state, salt);
    expandKey(state, password);
  }
  const words = wordsOf(magic);
  for (let turn = 0; turn < doublings; turn += 1) {
    for (let at = 0; at < words.length; at += 2) encipher(state, words, at);
  }
  const out = Buffer.alloc(hashBytes);
  words.forEach((word, index) => out.writeInt32LE(word, index * 4));
  return out;
}

function sha512(bytes: Buffer): Buffer {
  return createHash('sha512').update(bytes).digest();
}

function wordsOf(bytes: Buffer): Int32Array {
  return Int32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readInt32BE(at * 4));
}
