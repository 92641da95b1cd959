import { randomBytes } from 'node:crypto';
import { fromBytes, powerModulo, toBytes } from './big-integers';

/** The largest group that SSH has (RFC 4419 section 3, RFC 8268 section 3). */
const mostPrimeBits = 8192;

/**
 * Bits that a secret exponent needs for a prime of so many bits: twice its strength (RFC 7919 appendix A). A longer one
 * proves no more, and the work grows with it: 512 bits took the largest group from 40 to 58 ms.
 */
const exponentBits = [
  { primeBits: 2048, bits: 256 },
  { primeBits: 3072, bits: 280 },
  { primeBits: 4096, bits: 328 },
  { primeBits: 6144, bits: 376 },
  { primeBits: mostPrimeBits, bits: 400 },
];

/** The device offers a prime that would keep the program busy. */
export class PrimeTooLarge extends Error {}

let lastPrimeBits: number | undefined;

/** Bits of the prime that the last exchange was made over; undefined when none was made since this was asked. */
export function takePrimeBits(): number | undefined {
  const bits = lastPrimeBits;
  lastPrimeBits = undefined;
  return bits;
}

/** Diffie-Hellman in plain numbers, with the part of Node's `DiffieHellman` that SSH uses. */
export class BigIntDiffieHellman {
  private exponent = 0n;
  private publicValue = 0n;
  private readonly length: number;
  private readonly exponentBytes: number;

  /** @throws PrimeTooLarge */
  constructor(
    private readonly prime: bigint,
    private readonly generator: bigint,
  ) {
    this.length = toBytes(prime).length;
    const primeBits = prime.toString(2).length;
    const needed = exponentBits.find((each) => primeBits <= each.primeBits);
    if (needed === undefined) throw new PrimeTooLarge(`a prime of ${primeBits} bits`);
    this.exponentBytes = needed.bits / 8;
    lastPrimeBits = primeBits;
  }

  /** Draws a new secret exponent. */
  generateKeys(): Buffer {
    this.exponent = fromBytes(randomBytes(Math.min(this.exponentBytes, this.length - 1))) | 1n;
    this.publicValue = powerModulo(this.generator, this.exponent, this.prime);
    return this.getPublicKey();
  }

  getPublicKey(): Buffer {
    return toBytes(this.publicValue, this.length);
  }

  getPrime(): Buffer {
    return toBytes(this.prime);
  }

  getGenerator(): Buffer {
    return toBytes(this.generator);
  }

  /** @throws Error when the peer's value would make the secret known to everybody */
  computeSecret(peer: Uint8Array): Buffer {
    const value = fromBytes(peer);
    if (value <= 1n || value >= this.prime - 1n) throw new Error('unsafe Diffie-Hellman value of the peer');
    return toBytes(powerModulo(value, this.exponent, this.prime), this.length);
  }
}
