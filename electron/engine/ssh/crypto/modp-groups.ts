import { bitsOf } from './big-integers';

/**
 * Primes of the Diffie-Hellman groups of RFC 2409 (modp1, modp2) and RFC 3526 (modp5 to modp18), by their formula:
 * 2^n - 2^(n-64) - 1 + 2^64 * (floor(2^(n-130) * pi) + offset).
 */

const groups: Readonly<Record<string, { readonly bits: number; readonly offset: bigint }>> = {
  modp1: { bits: 768, offset: 149_686n },
  modp2: { bits: 1024, offset: 129_093n },
  modp5: { bits: 1536, offset: 741_804n },
  modp14: { bits: 2048, offset: 124_476n },
  modp15: { bits: 3072, offset: 1_690_314n },
  modp16: { bits: 4096, offset: 240_904n },
  modp17: { bits: 6144, offset: 929_484n },
  modp18: { bits: 8192, offset: 4_743_158n },
};

/** floor(2^bits * arctan(1 / x)), up to the last few bits. */
function arctanInverse(x: bigint, bits: number): bigint {
  const square = x * x;
  let term = (1n << BigInt(bits)) / x;
  let sum = 0n;
  for (let divisor = 1n, sign = 1n; term > 0n; divisor += 2n, sign = -sign) {
    sum += (sign * term) / divisor;
    term /= square;
  }
  return sum;
}

/** floor(2^bits * pi) by Machin's formula; 128 spare bits keep the rounding away. */
function scaledPi(bits: number): bigint {
  const spare = 128;
  const work = bits + spare;
  return (4n * (4n * arctanInverse(5n, work) - arctanInverse(239n, work))) >> BigInt(spare);
}

const primes = new Map<string, bigint>();

/** True for the prime of one of the groups here: they are safe, (p - 1) / 2 is a prime too. */
export function isModpPrime(prime: bigint): boolean {
  const bits = bitsOf(prime);
  const name = Object.keys(groups).find((each) => groups[each]?.bits === bits);
  return name !== undefined && modpPrime(name) === prime;
}

/** The prime of a group by Node's name for it, e.g. `modp14`; undefined for an unknown name. The generator is 2. */
export function modpPrime(name: string): bigint | undefined {
  const known = primes.get(name);
  const group = groups[name];
  if (known !== undefined || !group) return known;
  const bits = BigInt(group.bits);
  const middle = scaledPi(group.bits - 130) + group.offset;
  const prime = (1n << bits) - (1n << (bits - 64n)) - 1n + (middle << 64n);
  primes.set(name, prime);
  return prime;
}
