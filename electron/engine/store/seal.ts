import { createCipheriv, createDecipheriv } from 'node:crypto';

/** First byte of sealed bytes: AES-256-GCM, 12 bytes nonce, 16 bytes tag, then the text. */
const formatByte = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/** Length of every key, bytes. */
export const keyBytes = 32;

/**
 * Encrypts and authenticates.
 *
 * @param nonce 12 random bytes, never used twice with one key
 * @param context bound to the result without being in it: opening asks for the same
 */
export function sealWith(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Uint8Array.of(formatByte), nonce, cipher.getAuthTag(), text]);
}

/** The plain bytes, or undefined when key or context differ or a byte was changed. */
export function openWith(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | undefined {
  if (sealed.length < headBytes || sealed[0] !== formatByte) return undefined;
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(1 + nonceBytes, headBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
  } catch {
    // The tag does not fit; node:crypto tells it in no other way.
    return undefined;
  }
}

/** A nonce's length, for whoever draws it. */
export const sealNonceBytes = nonceBytes;
