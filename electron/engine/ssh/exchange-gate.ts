import crypto from 'node:crypto';
import type { Duplex } from 'node:stream';
import { fromBytes } from './crypto/big-integers';
import { BigIntDiffieHellman, withReady } from './crypto/diffie-hellman';
import { PlainPackets } from './plain-packets';

/** Node's names of the groups that are agreed on by name. */
const groupOf: Readonly<Record<string, string>> = {
  'diffie-hellman-group1-sha1': 'modp2',
  'diffie-hellman-group14-sha1': 'modp14',
  'diffie-hellman-group14-sha256': 'modp14',
  'diffie-hellman-group15-sha512': 'modp15',
  'diffie-hellman-group16-sha512': 'modp16',
  'diffie-hellman-group17-sha512': 'modp17',
  'diffie-hellman-group18-sha512': 'modp18',
};

/** Numbers of messages (RFC 4253 section 12, RFC 4419 section 5). Without a group exchange 31 is the reply. */
const [methodsMessage, replyOrGroup, groupReply] = [20, 31, 33];
/** The message's number, then 16 random bytes. */
const methodsAt = 17;

type Listener = (chunk: Buffer) => void;

/**
 * Stands between a connection and the SSH library until keys are in use. The library works out the numbers of a
 * Diffie-Hellman exchange while it reads the message that calls for them, and nothing else happens meanwhile. Here that
 * message waits until they have been worked out a piece at a time; then the library finds them ready.
 *
 * A new exchange later on, in a session that lasts, is sealed: the library works that out itself.
 */
export class ExchangeGate {
  readonly #stream: Duplex;
  readonly #offered: readonly string[];
  readonly #packets = new PlainPackets();
  /** Chunks that the library has not read; the first one calls for work. */
  readonly #waiting: Buffer[] = [];
  #library: Listener = () => undefined;
  #isByGroup = false;
  #exchange: BigIntDiffieHellman | undefined;

  /**
   * @param stream what the library was just given: paused until the library listens
   * @param offered names of key exchanges, best first, as the library offers them
   */
  constructor(stream: Duplex, offered: readonly string[]) {
    this.#stream = stream;
    this.#offered = offered;
    // The library resumes the stream right after it has begun to listen; no data has come by then.
    stream.once('resume', () => {
      const library = stream.listeners('data').at(-1) as Listener | undefined; // what listens to data takes chunks
      if (library === undefined) return;
      this.#library = library;
      stream.off('data', library);
      stream.on('data', this.#onData);
    });
  }

  /** Bits of the prime that the exchange is made over; undefined where it needs none, or OpenSSL works it out. */
  get primeBits(): number | undefined {
    return this.#exchange?.primeBits;
  }

  readonly #onData: Listener = (chunk) => {
    // Others may resume the stream while a chunk waits here; what comes then waits behind it.
    if (this.#waiting.push(chunk) === 1) this.#next();
  };

  #next(): void {
    for (let chunk = this.#waiting[0]; chunk !== undefined; chunk = this.#waiting[0]) {
      const work = this.#packets
        .take(chunk)
        .map((payload) => this.#workFor(payload))
        .find((each) => each !== undefined);
      if (work !== undefined) return this.#holdFor(work, chunk);
      this.#handOn(chunk);
    }
    if (!this.#packets.isOver) return;
    this.#stream.off('data', this.#onData);
    this.#stream.on('data', this.#library);
  }

  #holdFor(work: () => Promise<void>, chunk: Buffer): void {
    this.#stream.pause();
    void work()
      // The library meets the same error and tells it.
      .catch(() => undefined)
      .then(() => {
        if (this.#stream.destroyed) return;
        this.#handOn(chunk);
        this.#next();
        if (this.#waiting.length === 0) this.#stream.resume();
      });
  }

  #handOn(chunk: Buffer): void {
    this.#waiting.shift();
    withReady(this.#exchange, () => this.#library.call(this.#stream, chunk));
  }

  /** What has to be done before the library reads a message; undefined for most. */
  #workFor(payload: Buffer): (() => Promise<void>) | undefined {
    const type = payload[0];
    if (type === methodsMessage) return this.#onMethods(payload);
    if (type === replyOrGroup && this.#isByGroup) return async () => this.#onGroup(payload);
    if (type !== (this.#isByGroup ? groupReply : replyOrGroup)) return undefined;
    const exchange = this.#exchange;
    // The host key stands before the peer's value.
    return exchange && (async () => exchange.prepareSecret(strings(payload, 1, 2)[1] ?? Buffer.alloc(0)));
  }

  #onMethods(payload: Buffer): (() => Promise<void>) | undefined {
    const theirs = strings(payload, methodsAt, 1)[0]?.toString('latin1').split(',') ?? [];
    const method = this.#offered.find((name) => theirs.includes(name)) ?? '';
    this.#isByGroup = method.includes('group-exchange');
    const group = groupOf[method];
    // OpenSSL's own groups take it a few milliseconds at most.
    const exchange: unknown = group === undefined ? undefined : crypto.createDiffieHellmanGroup(group);
    if (!(exchange instanceof BigIntDiffieHellman)) return undefined;
    this.#exchange = exchange;
    return () => exchange.prepareKeys();
  }

  async #onGroup(payload: Buffer): Promise<void> {
    const [prime = Buffer.alloc(0), generator = Buffer.alloc(0)] = strings(payload, 1, 2);
    this.#exchange = new BigIntDiffieHellman(fromBytes(prime), fromBytes(generator));
    await this.#exchange.prepareKeys();
  }
}

/** As many strings as are whole, from `at` on (RFC 4251 section 5). */
function strings(payload: Buffer, at: number, count: number): Buffer[] {
  const found: Buffer[] = [];
  for (let from = at; found.length < count && from + 4 <= payload.length;) {
    const end = from + 4 + payload.readUInt32BE(from);
    if (end > payload.length) break;
    found.push(payload.subarray(from + 4, end));
    from = end;
  }
  return found;
}
