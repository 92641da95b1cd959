const iac = 255;
const [se, sb, will, wont, doIt, dont] = [240, 250, 251, 252, 253, 254];
const [echo, suppressGoAhead, windowSize, terminalType] = [1, 3, 31, 24];

/** What came out of a piece of a telnet stream. */
export type TelnetPiece = {
  readonly text: Buffer;
  /** What telnet wants sent back. */
  readonly reply: Buffer;
  /** A window size, when one was told. */
  readonly size: { readonly columns: number; readonly rows: number } | undefined;
};

/** What a device says first: it echoes, needs no go-ahead, and wants to know the window. */
export const telnetGreeting = Buffer.from([
  ...[iac, will, echo],
  ...[iac, will, suppressGoAhead],
  ...[iac, doIt, windowSize],
  ...[iac, doIt, terminalType],
]);

/** The server's side of telnet options; commands may be cut anywhere between two pieces. */
export class TelnetOptions {
  #kept = Buffer.alloc(0);

  /** Parts text from commands. */
  take(bytes: Buffer): TelnetPiece {
    const all = Buffer.concat([this.#kept, bytes]);
    const text: number[] = [];
    const reply: number[] = [];
    let size: TelnetPiece['size'];
    let at = 0;
    for (let end = 0; at < all.length; at = end) {
      const byte = all[at] ?? 0;
      end = byte === iac ? commandEnd(all, at) : at + 1;
      if (end === 0) break;
      if (byte !== iac) text.push(byte);
      else if (all[at + 1] === iac) text.push(iac);
      else if (all[at + 1] === sb) size = windowOf(all.subarray(at + 2, end - 2)) ?? size;
      else reply.push(...answer(all[at + 1] ?? 0, all[at + 2] ?? 0));
    }
    this.#kept = all.subarray(at);
    return { text: Buffer.from(text), reply: Buffer.from(reply), size };
  }
}

/** Where the command at `at` ends; 0 while the rest of it has not come. */
function commandEnd(all: Buffer, at: number): number {
  const command = all[at + 1];
  if (command === undefined) return 0;
  if (command === sb) {
    const end = all.indexOf(Buffer.from([iac, se]), at + 2);
    return end === -1 ? 0 : end + 2;
  }
  const length = command >= will && command <= dont ? 3 : 2;
  return at + length <= all.length ? at + length : 0;
}

function answer(command: number, option: number): readonly number[] {
  const isOffered = option === echo || option === suppressGoAhead;
  const isWanted = option === windowSize || option === terminalType || option === suppressGoAhead;
  if (command === doIt && !isOffered) return [iac, wont, option];
  if (command === will && !isWanted) return [iac, dont, option];
  return [];
}

function windowOf(told: Buffer): TelnetPiece['size'] {
  if (told[0] !== windowSize || told.length < 5) return undefined;
  return { columns: told.readUInt16BE(1), rows: told.readUInt16BE(3) };
}
