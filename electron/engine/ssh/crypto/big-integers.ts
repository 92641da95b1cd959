/** A big-endian number out of bytes. */
export function fromBytes(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

/** Bytes of a number, big-endian, filled with zeros on the left up to `length`. */
export function toBytes(value: bigint, length = 0): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(even.padStart(length * 2, '0'), 'hex');
}

/** base^exponent mod modulus, at once. */
export function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const steps = powerSteps(base, exponent, modulus);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * base^exponent mod modulus, four bits of the exponent at a time. Yields after each multiplication what it cost: products
 * of two 64-bit words, as many as by the method of school.
 *
 * Not in constant time: fit for session keys that live once, not for long-lived private keys.
 */
export function* powerSteps(base: bigint, exponent: bigint, modulus: bigint): Generator<number, bigint> {
  const cost = (bitsOf(modulus) / 64) ** 2;
  const table = [1n];
  for (let index = 1; index < 16; index += 1) {
    table.push(((table[index - 1] ?? 1n) * base) % modulus);
    yield cost;
  }
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let square = 0; square < 4; square += 1) {
      result = (result * result) % modulus;
      yield cost;
    }
    const factor = table[Number.parseInt(digit, 16)] ?? 1n;
    if (factor === 1n) continue;
    result = (result * factor) % modulus;
    yield cost;
  }
  return result;
}

/** How many binary digits a number has. */
export function bitsOf(value: bigint): number {
  return value.toString(2).length;
}

/** The number that multiplied with `value` gives 1 modulo a prime. */
export function inverseModuloPrime(value: bigint, prime: bigint): bigint {
  return powerModulo(value % prime, prime - 2n, prime);
}
