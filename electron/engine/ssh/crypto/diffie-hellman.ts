import { randomBytes } from 'node:crypto';
import { bitsOf, fromBytes, powerModulo, powerSteps, toBytes } from './big-integers';
import { isModpPrime } from './modp-groups';
import { inTurns } from './turns';

/** The largest group that SSH has (RFC 4419 section 3, RFC 8268 section 3). */
const mostPrimeBits = 8192;

/**
 * Bits that a secret exponent needs for a safe prime of so many bits: twice its strength (RFC 7919 section 5.2 and
 * appendix A; NIST SP 800-56A section 5.6.1.1). A longer one proves no more, and the work grows with it.
 */
const exponentBits = [
  { primeBits: 2048, bits: 256 },
  { primeBits: 3072, bits: 280 },
  { primeBits: 4096, bits: 328 },
  { primeBits: 6144, bits: 376 },
  { primeBits: mostPrimeBits, bits: 400 },
];

/**
 * Bits over a prime that a device sends, which is not known to be safe: small factors of p - 1 would give some of them
 * away. Twice the longest key that is made of the secret, as RFC 4419 section 6.2 asks for and OpenSSH does.
 */
const bitsOverUnknown = 512;

/** The device offers a prime that would keep the program busy. */
export class PrimeTooLarge extends Error {}

/**
 * Diffie-Hellman in plain numbers, with the part of Node's `DiffieHellman` that SSH uses. Both values can be made ready
 * before they are asked for; what is not ready is worked out at once, and the program waits.
 */
export class BigIntDiffieHellman {
  readonly primeBits: number;
  private exponent = 0n;
  private publicValue = 0n;
  private isReady = false;
  private secret: { readonly peer: bigint; readonly value: bigint } | undefined;
  private readonly length: number;
  private readonly exponentBytes: number;

  /** @throws PrimeTooLarge */
  constructor(
    private readonly prime: bigint,
    private readonly generator: bigint,
  ) {
    this.length = toBytes(prime).length;
    this.primeBits = bitsOf(prime);
    const needed = exponentBits.find((each) => this.primeBits <= each.primeBits);
    if (needed === undefined) throw new PrimeTooLarge(`a prime of ${this.primeBits} bits`);
    const bits = isModpPrime(prime) ? needed.bits : bitsOverUnknown;
    this.exponentBytes = Math.min(bits / 8, this.length - 1);
  }

  /** True for the same group. */
  isOver(prime: bigint, generator: bigint): boolean {
    return this.prime === prime && this.generator === generator;
  }

  /** Makes ready what `generateKeys` gives. */
  async prepareKeys(): Promise<void> {
    this.exponent = this.newExponent();
    this.publicValue = await inTurns(powerSteps(this.generator, this.exponent, this.prime));
    this.isReady = true;
  }

  /** Draws a new secret exponent, unless one was made ready. */
  generateKeys(): Buffer {
    if (!this.isReady) {
      this.exponent = this.newExponent();
      this.publicValue = powerModulo(this.generator, this.exponent, this.prime);
    }
    this.isReady = false;
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

  /** Makes ready what `computeSecret` gives. @throws Error as that does */
  async prepareSecret(peer: Uint8Array): Promise<void> {
    const value = this.safeValue(peer);
    this.secret = { peer: value, value: await inTurns(powerSteps(value, this.exponent, this.prime)) };
  }

  /** @throws Error when the peer's value would make the secret known to everybody */
  computeSecret(peer: Uint8Array): Buffer {
    const value = this.safeValue(peer);
    const ready = this.secret?.peer === value ? this.secret.value : undefined;
    return toBytes(ready ?? powerModulo(value, this.exponent, this.prime), this.length);
  }

  private newExponent(): bigint {
    return fromBytes(randomBytes(this.exponentBytes)) | 1n;
  }

  private safeValue(peer: Uint8Array): bigint {
    const value = fromBytes(peer);
    if (value <= 1n || value >= this.prime - 1n) throw new Error('unsafe Diffie-Hellman value of the peer');
    return value;
  }
}

let ready: BigIntDiffieHellman | undefined;

/** Lets `read` take an exchange that was made ready where it would make one of its own. */
export function withReady(exchange: BigIntDiffieHellman | undefined, read: () => void): void {
  ready = exchange;
  try {
    read();
  } finally {
    ready = undefined;
  }
}

/** The exchange that was made ready, when it is over this group; a new one otherwise. @throws PrimeTooLarge */
export function exchangeOver(prime: bigint, generator: bigint): BigIntDiffieHellman {
  return ready?.isOver(prime, generator) === true ? ready : new BigIntDiffieHellman(prime, generator);
}
