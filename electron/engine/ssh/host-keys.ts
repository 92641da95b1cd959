import { createHash } from 'node:crypto';

/** 32 bytes in base64, without the padding. */
const lettersOfHash = 43;

/** `SHA256:` and base64 without padding, as OpenSSH prints it. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').slice(0, lettersOfHash)}`;
}

/** The key's own algorithm name: the first string of its wire form (RFC 4253 section 6.6). */
export function keyAlgorithmOf(key: Buffer): string {
  if (key.length < 4) return '';
  const length = key.readUInt32BE(0);
  return key.subarray(4, 4 + Math.min(length, 64)).toString('latin1');
}
