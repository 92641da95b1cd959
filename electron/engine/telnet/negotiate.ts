/** Telnet option negotiation (RFC 854, 855) as a transform of bytes; knows nothing of sockets. */

const iac = 255;
const dont = 254;
const doIt = 253;
const wont = 252;
const will = 251;
const subBegin = 250;
const subEnd = 240;

const echo = 1;
const suppressGoAhead = 3;
const terminalType = 24;
const windowSize = 31;

const isValue = 0;
const send = 1;
const wideColumns = 512;

/** Bytes for us, and bytes to send back. */
export type Negotiated = { readonly data: Buffer; readonly reply: Buffer };

type State = 'data' | 'carriage-return' | 'command' | 'option' | 'sub' | 'sub-command';

/**
 * Takes options out of a stream: lets the far end echo and suppress go-ahead, tells terminal type and window size when
 * it is asked, refuses everything else. Answers each option once, so that two polite ends do not answer for ever.
 */
export class TelnetNegotiation {
  private state: State = 'data';
  private verb = 0;
  private sub: number[] = [];
  private readonly answered = new Map<string, boolean>();

  /** Takes a chunk, cut anywhere. */
  take(chunk: Uint8Array): Negotiated {
    const data: number[] = [];
    const reply: number[] = [];
    for (const byte of chunk) this.step(byte, data, reply);
    return { data: Buffer.from(data), reply: Buffer.from(reply) };
  }

  private step(byte: number, data: number[], reply: number[]): void {
    if (this.state === 'command') this.command(byte, data);
    else if (this.state === 'option') this.option(byte, reply);
    else if (this.state === 'sub') this.subByte(byte);
    else if (this.state === 'sub-command') this.subCommand(byte, reply);
    else this.plain(byte, data);
  }

  private plain(byte: number, data: number[]): void {
    // CR NUL is a bare carriage return (RFC 854).
    const isPadding = this.state === 'carriage-return' && byte === 0;
    this.state = byte === 13 ? 'carriage-return' : 'data';
    if (byte === iac) this.state = 'command';
    else if (!isPadding) data.push(byte);
  }

  private command(byte: number, data: number[]): void {
    this.state = 'data';
    if (byte === iac) data.push(iac);
    else if (byte >= will && byte <= dont) {
      this.verb = byte;
      this.state = 'option';
    } else if (byte === subBegin) {
      this.sub = [];
      this.state = 'sub';
    }
  }

  private option(option: number, reply: number[]): void {
    this.state = 'data';
    if (this.verb === will || this.verb === wont) {
      const isWanted = this.verb === will && (option === echo || option === suppressGoAhead);
      this.answer(`his ${option}`, isWanted, [iac, isWanted ? doIt : dont, option], reply);
      return;
    }
    const isGiven = [suppressGoAhead, terminalType, windowSize].includes(option);
    const isOn = this.verb === doIt && isGiven;
    const isNew = this.answer(`ours ${option}`, isOn, [iac, isOn ? will : wont, option], reply);
    if (isNew && isOn && option === windowSize) {
      // Height 0 is "not limited" (RFC 1073). No byte of these is 255, so none is doubled.
      reply.push(iac, subBegin, windowSize, wideColumns >> 8, wideColumns & 0xff, 0, 0, iac, subEnd);
    }
  }

  /** Off is the state in which everything begins, so a "no" to what was never on is only said to a request. */
  private answer(what: string, isOn: boolean, bytes: readonly number[], reply: number[]): boolean {
    const isRequest = this.verb === will || this.verb === doIt;
    const before = this.answered.get(what);
    if (before === isOn || (before === undefined && !isRequest)) return false;
    this.answered.set(what, isOn);
    reply.push(...bytes);
    return true;
  }

  private subByte(byte: number): void {
    if (byte === iac) this.state = 'sub-command';
    else if (this.sub.length < 64) this.sub.push(byte);
  }

  private subCommand(byte: number, reply: number[]): void {
    this.state = byte === subEnd ? 'data' : 'sub';
    if (byte === iac && this.sub.length < 64) this.sub.push(byte);
    const [option, verb] = this.sub;
    if (byte === subEnd && option === terminalType && verb === send) {
      reply.push(iac, subBegin, terminalType, isValue, ...Buffer.from('VT100'), iac, subEnd);
    }
  }
}

/** Text as it goes over a telnet stream: a byte 255 is doubled. */
export function escapeTelnet(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (!bytes.includes(iac)) return bytes;
  return Buffer.from([...bytes].flatMap((byte) => (byte === iac ? [iac, iac] : [byte])));
}
