type Callable = (...values: readonly unknown[]) => unknown;

/** Functions of `crypto` that are replaced here, loosely typed: the originals have dozens of overloads. */
export type KeyFunctions = Record<'generateKeyPairSync' | 'createPublicKey' | 'verify' | 'randomFillSync', Callable>;

/** What stands before the 32 bytes of a public key (RFC 8410 section 4). */
const x25519Head = Buffer.from('302a300506032b656e032100', 'hex');
const ed25519Head = Buffer.from('302a300506032b6570032100', 'hex');
const keyBytes = 32;

/** More than a packet's padding or a key exchange's cookie ever takes. */
const mostPooled = 64;
const poolBytes = 4096;

/**
 * Spares OpenSSL 3 its search for a reader or writer of the format each time a key is told as DER or PEM: 70 µs each,
 * against 1 to 6 for the bare bytes, and a connection needs three of them. Random padding is taken out of a pool, as
 * each call of its own costs more than the bytes. The results are the same; where anything looks otherwise than expected
 * the original is asked.
 */
export function installRawKeys(target: KeyFunctions): void {
  const { generateKeyPairSync, createPublicKey, verify, randomFillSync } = target;
  const rawKey = (curve: 'X25519' | 'Ed25519', bytes: Uint8Array): unknown =>
    createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: curve, x: Buffer.from(bytes).toString('base64url') } });
  target.generateKeyPairSync = (...values) => {
    const pair = generateKeyPairSync(...values);
    if (values.length === 1 && values[0] === 'x25519' && hasPublicKey(pair)) toldFast(pair.publicKey);
    return pair;
  };
  target.createPublicKey = (...values) => {
    const bytes = derOf(values[0]);
    const raw = bytes === undefined ? undefined : bytesBehind(x25519Head, bytes);
    return raw === undefined ? createPublicKey(...values) : rawKey('X25519', raw);
  };
  target.verify = (hash, data, key, ...rest) => {
    const raw = typeof key === 'string' ? bytesBehind(ed25519Head, bytesOfPem(key)) : undefined;
    return verify(hash, data, raw === undefined ? key : rawKey('Ed25519', raw), ...rest);
  };
  target.randomFillSync = pooled(randomFillSync);
}

function bytesBehind(head: Buffer, der: Uint8Array): Uint8Array | undefined {
  const isOurs = der.length === head.length + keyBytes && head.equals(der.subarray(0, head.length));
  return isOurs ? der.subarray(head.length) : undefined;
}

function derOf(value: unknown): Uint8Array | undefined {
  if (typeof value !== 'object' || value === null || !('key' in value && 'format' in value)) return undefined;
  return value.format === 'der' && value.key instanceof Uint8Array ? value.key : undefined;
}

const pemHead = '-----BEGIN PUBLIC KEY-----';
const none = new Uint8Array();
/** Longer than any text of a key of 32 bytes. */
const longestPem = 160;

function bytesOfPem(pem: string): Uint8Array {
  if (pem.length > longestPem || !pem.startsWith(pemHead)) return none;
  return Buffer.from(pem.slice(pemHead.length, pem.lastIndexOf('-----END')), 'base64');
}

type PublicKey = { export: (options?: unknown) => unknown };

function hasPublicKey(pair: unknown): pair is { readonly publicKey: PublicKey } {
  return typeof pair === 'object' && pair !== null && 'publicKey' in pair;
}

/** Lets one key be told as DER by way of its bare bytes. */
function toldFast(key: PublicKey): void {
  const original = key.export.bind(key);
  key.export = (options) => {
    const isDer = typeof options === 'object' && options !== null && 'format' in options && options.format === 'der';
    if (!isDer) return original(options);
    const told = original({ format: 'jwk' });
    const x = typeof told === 'object' && told !== null && 'x' in told ? told.x : undefined;
    return typeof x === 'string' ? Buffer.concat([x25519Head, Buffer.from(x, 'base64url')]) : original(options);
  };
}

/** Gives out each byte of the pool once. */
function pooled(fill: Callable): Callable {
  const pool = Buffer.alloc(poolBytes);
  let used = poolBytes;
  return (...values) => {
    const [into, offset, size] = values;
    const isSmall = typeof offset === 'number' && typeof size === 'number' && size <= mostPooled;
    if (!isSmall || !(into instanceof Uint8Array) || offset + size > into.length) return fill(...values);
    if (used + size > poolBytes) {
      fill(pool);
      used = 0;
    }
    for (let at = offset; at < offset + size; at += 1, used += 1) {
      into[at] = pool[used] ?? 0;
      pool[used] = 0;
    }
    return into;
  };
}
