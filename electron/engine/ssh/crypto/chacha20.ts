const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const rounds = 20;

function quarterRound(x: Uint32Array, a: number, b: number, c: number, d: number): void {
  // The indexes are constants below 16.
  const step = (to: number, add: number, turn: number, by: number): void => {
    x[to] = (x[to] as number) + (x[add] as number);
    const mixed = (x[turn] as number) ^ (x[to] as number);
    x[turn] = (mixed << by) | (mixed >>> (32 - by));
  };
  step(a, b, d, 16);
  step(c, d, b, 12);
  step(a, b, d, 8);
  step(c, d, b, 7);
}

/** One block of key stream (RFC 8439 section 2.3, with OpenSSL's layout of the IV: counter and nonce, 16 bytes). */
function keyStream(state: Uint32Array, out: Buffer): void {
  const x = Uint32Array.from(state);
  for (let round = 0; round < rounds; round += 2) {
    quarterRound(x, 0, 4, 8, 12);
    quarterRound(x, 1, 5, 9, 13);
    quarterRound(x, 2, 6, 10, 14);
    quarterRound(x, 3, 7, 11, 15);
    quarterRound(x, 0, 5, 10, 15);
    quarterRound(x, 1, 6, 11, 12);
    quarterRound(x, 2, 7, 8, 13);
    quarterRound(x, 3, 4, 9, 14);
  }
  for (let index = 0; index < 16; index += 1) {
    out.writeUInt32LE(((x[index] ?? 0) + (state[index] ?? 0)) >>> 0, index * 4);
  }
}

/** ChaCha20 as a stream: `update` both ciphers and deciphers. The IV is a 64-bit counter and a 64-bit nonce, LE. */
export class ChaCha20 {
  private readonly state = new Uint32Array(16);
  private readonly block = Buffer.alloc(64);
  private used = 64;

  constructor(key: Uint8Array, iv: Uint8Array) {
    if (key.length !== 32 || iv.length !== 16) throw new RangeError('ChaCha20 takes a key of 32 and an IV of 16 bytes');
    const words = Buffer.concat([key, iv]);
    this.state.set(constants);
    for (let index = 0; index < 12; index += 1) this.state[4 + index] = words.readUInt32LE(index * 4);
  }

  update(data: Uint8Array): Buffer {
    const out = Buffer.from(data);
    for (let at = 0; at < out.length; at += 1) {
      if (this.used === 64) this.nextBlock();
      out[at] = (out[at] ?? 0) ^ (this.block[this.used] ?? 0);
      this.used += 1;
    }
    return out;
  }

  final(): Buffer {
    return Buffer.alloc(0);
  }

  setAutoPadding(): this {
    return this;
  }

  private nextBlock(): void {
    keyStream(this.state, this.block);
    this.used = 0;
    const low = ((this.state[12] ?? 0) + 1) >>> 0;
    this.state[12] = low;
    if (low === 0) this.state[13] = (this.state[13] ?? 0) + 1;
  }
}
