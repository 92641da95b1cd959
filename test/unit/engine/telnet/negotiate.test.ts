import { expect, test } from 'vitest';
import { escapeTelnet, TelnetNegotiation } from '../../../../electron/engine/telnet/negotiate';

const [IAC, DONT, DO, WONT, WILL, SB, SE] = [255, 254, 253, 252, 251, 250, 240];

/** Takes bytes in pieces of one size and gives everything that came out. */
function taken(bytes: readonly number[], pieceLength = bytes.length): { data: number[]; reply: number[] } {
  const negotiation = new TelnetNegotiation();
  const out = { data: [] as number[], reply: [] as number[] };
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const { data, reply } = negotiation.take(Uint8Array.from(bytes.slice(at, at + pieceLength)));
    out.data.push(...data);
    out.reply.push(...reply);
  }
  return out;
}

const cases = [
  { name: 'text passes', bytes: [65, 13, 10, 66], data: [65, 13, 10, 66], reply: [] },
  { name: 'a doubled IAC is one byte', bytes: [65, IAC, IAC, 66], data: [65, IAC, 66], reply: [] },
  { name: 'CR NUL is CR', bytes: [65, 13, 0, 66, 0], data: [65, 13, 66, 0], reply: [] },
  { name: 'WILL ECHO is welcome', bytes: [IAC, WILL, 1, 65], data: [65], reply: [IAC, DO, 1] },
  { name: 'WILL SGA is welcome', bytes: [IAC, WILL, 3], data: [], reply: [IAC, DO, 3] },
  { name: 'DO SGA is done', bytes: [IAC, DO, 3], data: [], reply: [IAC, WILL, 3] },
  { name: 'DO ECHO is refused', bytes: [IAC, DO, 1], data: [], reply: [IAC, WONT, 1] },
  { name: 'WILL of an unknown option is refused', bytes: [IAC, WILL, 200], data: [], reply: [IAC, DONT, 200] },
  { name: 'DO of an unknown option is refused', bytes: [IAC, DO, 39], data: [], reply: [IAC, WONT, 39] },
  { name: 'the same request is answered once', bytes: [IAC, WILL, 1, IAC, WILL, 1], data: [], reply: [IAC, DO, 1] },
  {
    name: 'WONT and DONT of what was never on need no answer',
    bytes: [IAC, WONT, 1, IAC, DONT, 3],
    data: [],
    reply: [],
  },
  { name: 'other commands leave nothing', bytes: [65, IAC, 241, 66], data: [65, 66], reply: [] },
  {
    name: 'the terminal type is told when asked',
    bytes: [IAC, DO, 24, IAC, SB, 24, 1, IAC, SE, 65],
    data: [65],
    reply: [IAC, WILL, 24, IAC, SB, 24, 0, ...Buffer.from('VT100'), IAC, SE],
  },
  {
    name: 'the window size is told once it is wanted',
    bytes: [IAC, DO, 31],
    data: [],
    reply: [IAC, WILL, 31, IAC, SB, 31, 2, 0, 0, 0, IAC, SE],
  },
  {
    name: 'an unknown sub-negotiation leaves nothing',
    bytes: [IAC, SB, 99, 1, IAC, IAC, 2, IAC, SE, 65],
    data: [65],
    reply: [],
  },
];

test.each(cases)('$name', ({ bytes, data, reply }) => {
  expect(taken(bytes)).toEqual({ data, reply });
});

test.each(cases)('$name, byte by byte', ({ bytes, data, reply }) => {
  expect(taken(bytes, 1)).toEqual({ data, reply });
});

test('what is sent doubles a byte 255 and nothing else', () => {
  expect(escapeTelnet('密码 é')).toEqual(Buffer.from('密码 é'));
});
