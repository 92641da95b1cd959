import { chacha20orig } from '@noble/ciphers/chacha.js';

const blockBytes = 64;

/**
 * ChaCha20 as a stream: `update` both ciphers and deciphers. The IV is OpenSSL's: a counter and a nonce, 64 bits each, LE.
 * The counter stays below 2^32; the largest packet of SSH ends at 547.
 */
export class ChaCha20 {
  private readonly key: Buffer;
  private readonly iv: Buffer;
  private doneBytes = 0;

  constructor(key: Uint8Array, iv: Uint8Array) {
    if (key.length !== 32 || iv.length !== 16) throw new RangeError('ChaCha20 takes a key of 32 and an IV of 16 bytes');
    // Copies: the SSH library writes the next packet's number into the same bytes.
    this.key = Buffer.from(key);
    this.iv = Buffer.from(iv);
    if (this.iv.readUInt32LE(4) !== 0) throw new RangeError('This ChaCha20 takes a counter of 32 bits');
  }

  update(data: Uint8Array): Buffer {
    const used = this.doneBytes % blockBytes;
    const counter = this.iv.readUInt32LE(0) + Math.floor(this.doneBytes / blockBytes);
    const text = used === 0 ? data : Buffer.concat([Buffer.alloc(used), data]);
    this.doneBytes += data.length;
    const { buffer, byteOffset, byteLength } = chacha20orig(this.key, this.iv.subarray(8), text, undefined, counter);
    return Buffer.from(buffer, byteOffset, byteLength).subarray(used);
  }

  final(): Buffer {
    return Buffer.alloc(0);
  }

  setAutoPadding(): this {
    return this;
  }
}
