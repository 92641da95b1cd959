/** RFC 4253 section 6.1 asks for no more. */
const mostPacketBytes = 35_000;
/** What an SSH server says before its name ends somewhere. */
const mostBeforeName = 32_768;
const lineFeed = 0x0a;
const newKeys = 21;

/** What a server sends before keys are in use, packet by packet (RFC 4253 sections 4.2 and 6). */
export class PlainPackets {
  #rest: Buffer = Buffer.alloc(0);
  #isNamed = false;
  #isOver = false;

  /** True when what comes next cannot be read here: it is sealed, or no SSH at all. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** The payloads of the packets that end in this chunk. */
  take(chunk: Buffer): Buffer[] {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    while (!this.#isNamed && !this.#isOver) if (!this.#takeLine()) return [];
    const payloads: Buffer[] = [];
    while (!this.#isOver) {
      const payload = this.#takePacket();
      if (payload === undefined) break;
      payloads.push(payload);
      this.#isOver = payload[0] === newKeys;
    }
    return payloads;
  }

  #takeLine(): boolean {
    const end = this.#rest.indexOf(lineFeed);
    this.#isOver = end === -1 && this.#rest.length > mostBeforeName;
    if (end === -1) return false;
    this.#isNamed = this.#rest.toString('latin1', 0, 4) === 'SSH-';
    this.#rest = this.#rest.subarray(end + 1);
    return true;
  }

  #takePacket(): Buffer | undefined {
    if (this.#rest.length < 5) return undefined;
    const end = 4 + this.#rest.readUInt32BE(0);
    const payloadEnd = end - this.#rest.readUInt8(4);
    this.#isOver = end > mostPacketBytes || payloadEnd <= 5;
    if (this.#isOver || this.#rest.length < end) return undefined;
    const payload = this.#rest.subarray(5, payloadEnd);
    this.#rest = this.#rest.subarray(end);
    return payload;
  }
}
