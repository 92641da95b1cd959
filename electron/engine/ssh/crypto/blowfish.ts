/** Words of the key schedule; the four tables follow it. */
const scheduleWords = 18;
const tableWords = 1024;

/** Blowfish's state: 18 words of schedule and four tables of 256. */
export type Blowfish = { readonly schedule: Int32Array; readonly tables: Int32Array };

let initial: Blowfish | undefined;

/** A fresh state: by definition the fraction of pi, which is worked out once. */
export function newBlowfish(): Blowfish {
  initial ??= fromPi();
  return { schedule: initial.schedule.slice(), tables: initial.tables.slice() };
}

/** Encrypts a pair of words in place. */
export function encipher({ schedule, tables }: Blowfish, pair: Int32Array, at: number): void {
  let left = (pair[at] ?? 0) ^ (schedule[0] ?? 0);
  let right = pair[at + 1] ?? 0;
  for (let round = 1; round < 17; round += 2) {
    right ^= mix(tables, left) ^ (schedule[round] ?? 0);
    left ^= mix(tables, right) ^ (schedule[round + 1] ?? 0);
  }
  pair[at] = right ^ (schedule[17] ?? 0);
  pair[at + 1] = left;
}

function mix(tables: Int32Array, word: number): number {
  const first = ((tables[word >>> 24] ?? 0) + (tables[256 + ((word >>> 16) & 255)] ?? 0)) | 0;
  return ((first ^ (tables[512 + ((word >>> 8) & 255)] ?? 0)) + (tables[768 + (word & 255)] ?? 0)) | 0;
}

/** Mixes a key into the state; with `salt`, that is mixed into what is enciphered on the way. Both are words. */
export function expandKey(state: Blowfish, key: Int32Array, salt?: Int32Array): void {
  const { schedule, tables } = state;
  for (let at = 0; at < scheduleWords; at += 1) schedule[at] = (schedule[at] ?? 0) ^ (key[at % key.length] ?? 0);
  const pair = new Int32Array(2);
  let salted = 0;
  const fill = (words: Int32Array): void => {
    for (let at = 0; at < words.length; at += 2) {
      if (salt !== undefined) {
        pair[0] = (pair[0] ?? 0) ^ (salt[salted++ % salt.length] ?? 0);
        pair[1] = (pair[1] ?? 0) ^ (salt[salted++ % salt.length] ?? 0);
      }
      encipher(state, pair, 0);
      words[at] = pair[0] ?? 0;
      words[at + 1] = pair[1] ?? 0;
    }
  };
  fill(schedule);
  fill(tables);
}

/** Bits worked out beyond those needed, so that the last ones are right. */
const spareBits = 64n;

function fromPi(): Blowfish {
  const count = scheduleWords + tableWords;
  const bits = BigInt(count * 32);
  const one = 1n << (bits + spareBits);
  // Machin's formula.
  const pi = 4n * (4n * arcTangentOfInverse(5n, one) - arcTangentOfInverse(239n, one));
  const fraction = ((pi - 3n * one) >> spareBits).toString(16).padStart(count * 8, '0');
  const words = Int32Array.from(
    { length: count },
    (_, at) => Number.parseInt(fraction.slice(at * 8, at * 8 + 8), 16) | 0,
  );
  return { schedule: words.slice(0, scheduleWords), tables: words.slice(scheduleWords) };
}

function arcTangentOfInverse(x: bigint, one: bigint): bigint {
  let power = one / x;
  let sum = power;
  for (let divisor = 3n, sign = -1n; power > 0n; divisor += 2n, sign = -sign) {
    power /= x * x;
    sum += (sign * power) / divisor;
  }
  return sum;
}
