import { createHash } from 'node:crypto';
import { fromBytes, inverseModuloPrime, powerModulo } from './big-integers';

/** 1.2.840.10040.4.1 as DER. */
const dsaOid = Buffer.from('06072a8648ce380401', 'hex');

type Element = { readonly tag: number; readonly body: Buffer; readonly rest: Buffer };

/** Reads one DER element. @throws Error when the bytes end too early */
export function element(der: Buffer): Element {
  let length = der[1];
  let at = 2;
  if (length === undefined) throw new Error('DER element is cut off');
  if (length > 0x7f) {
    const count = length & 0x7f;
    if (count > 4 || der.length < 2 + count) throw new Error('DER length is not usable');
    length = der.readUIntBE(2, count);
    at += count;
  }
  if (der.length < at + length) throw new Error('DER element is cut off');
  return { tag: der[0] ?? 0, body: der.subarray(at, at + length), rest: der.subarray(at + length) };
}

function integers(der: Buffer, count: number): bigint[] {
  const found: bigint[] = [];
  for (let rest = der; found.length < count;) {
    const next = element(rest);
    if (next.tag !== 0x02) throw new Error('DER integer expected');
    found.push(fromBytes(next.body));
    rest = next.rest;
  }
  return found;
}

type DsaKey = { readonly p: bigint; readonly q: bigint; readonly g: bigint; readonly y: bigint };

/** A DSA public key out of a PEM (SubjectPublicKeyInfo); undefined for any other key. */
export function dsaPublicKey(pem: string): DsaKey | undefined {
  const base64 = /-----BEGIN PUBLIC KEY-----([\s\S]+?)-----END PUBLIC KEY-----/.exec(pem)?.[1];
  if (base64 === undefined) return undefined;
  const outer = element(Buffer.from(base64, 'base64')).body;
  const algorithm = element(outer);
  if (!algorithm.body.subarray(0, dsaOid.length).equals(dsaOid)) return undefined;
  const [p = 0n, q = 0n, g = 0n] = integers(element(algorithm.body.subarray(dsaOid.length)).body, 3);
  const bits = element(algorithm.rest).body;
  // The first byte of a BIT STRING counts unused bits.
  const [y = 0n] = integers(bits.subarray(1), 1);
  return { p, q, g, y };
}

/** Verifies a DSA signature (FIPS 186-4 section 4.7); the signature is DER, as `crypto.verify` takes it. */
export function verifyDsa(hash: string, data: Uint8Array, key: DsaKey, signature: Buffer): boolean {
  const [r = 0n, s = 0n] = integers(element(signature).body, 2);
  const { p, q, g, y } = key;
  if (r <= 0n || r >= q || s <= 0n || s >= q) return false;
  const digest = createHash(hash).update(data).digest();
  const qBits = q.toString(2).length;
  const spare = Math.max(0, digest.length * 8 - qBits);
  const z = fromBytes(digest) >> BigInt(spare);
  const w = inverseModuloPrime(s, q);
  const v = (powerModulo(g, (z * w) % q, p) * powerModulo(y, (r * w) % q, p)) % p;
  return v % q === r;
}
