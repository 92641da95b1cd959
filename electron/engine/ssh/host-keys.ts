import { createHash } from 'node:crypto';

/** 32 bytes in base64, without the padding. */
const lettersOfHash = 43;

/** `SHA256:` and base64 without padding, as OpenSSH prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').slice(0, lettersOfHash)}`;
}

/** Bits of an RSA key's modulus: the third field of its wire form (RFC 4253 section 6.6). Undefined for any other key. */
export function rsaBitsOf(key: Buffer): number | undefined {
  if (keyAlgorithmOf(key) !== 'ssh-rsa') return undefined;
  const name = fieldAt(key, 0);
  const modulus = fieldAt(key, fieldAt(key, name.end).end).bytes;
  const first = modulus.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (modulus.length - first - 1) * 8 + (modulus[first] ?? 0).toString(2).length;
}

/** A field with its length before it; empty at the end of what is there. */
function fieldAt(key: Buffer, at: number): { readonly bytes: Buffer; readonly end: number } {
  if (at + 4 > key.length) return { bytes: Buffer.alloc(0), end: key.length };
  const end = Math.min(key.length, at + 4 + key.readUInt32BE(at));
  return { bytes: key.subarray(at + 4, end), end };
}

/** The key's own algorithm name: the first string of its wire form (RFC 4253 section 6.6). */
export function keyAlgorithmOf(key: Buffer): string {
  if (key.length < 4) return '';
  const length = key.readUInt32BE(0);
  return key.subarray(4, 4 + Math.min(length, 64)).toString('latin1');
}
