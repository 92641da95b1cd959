import { randomBytes } from 'node:crypto';
import { fromBytes, powerModulo, toBytes } from './big-integers';

/** Twice the strength of the largest group (RFC 3526 section 8), bytes. */
const exponentBytes = 64;

/** Diffie-Hellman in plain numbers, with the part of Node's `DiffieHellman` that SSH uses. */
export class BigIntDiffieHellman {
  private exponent = 0n;
  private publicValue = 0n;
  private readonly length: number;

  constructor(
    private readonly prime: bigint,
    private readonly generator: bigint,
  ) {
    this.length = toBytes(prime).length;
  }

  /** Draws a new secret exponent. */
  generateKeys(): Buffer {
    this.exponent = fromBytes(randomBytes(Math.min(exponentBytes, this.length - 1))) | 1n;
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
